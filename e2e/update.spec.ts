import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A host below a path, which sends folders on to their files and puts out a second version when told to. */
async function startHost(): Promise<{ server: Server; putOut: () => void }> {
  let isSecond = false;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://host').pathname.replace('/a/b/', '');
    if (path === 'explore/') {
      response.writeHead(302, { Location: 'index.html' }).end();
      return;
    }
    const file = path === '' ? 'index.html' : path;
    const content = await readFile(join('dist', file)).catch(() => null);
    response.writeHead(content ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (isSecond && file === 'index.html')
      response.end(String(content).replace('>How Many Models Fit?</h1>', '>Second</h1>'));
    else if (isSecond && file === 'sw.js') response.end(String(content).replace(/SITE \+ ".*"/, 'SITE + "second"'));
    else response.end(content);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    server,
    putOut: () => {
      isSecond = true;
    },
  };
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a new version waits until no page of the old one is open, below a path and behind a redirecting host', async ({
  page,
  context,
}) => {
  const { server, putOut } = await startHost();
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b/`;
  try {
    await page.goto(site);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('sw.js');
      await navigator.serviceWorker.ready;
    });
    putOut();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const worker = registration.installing ?? registration.waiting!;
      await new Promise<void>((resolve) => {
        if (worker.state === 'installed') resolve();
        worker.addEventListener('statechange', () => resolve());
      });
    });
    await page.reload();
    await expect(title(page)).toHaveText('How Many Models Fit?');
    const other = await context.newPage();
    await page.close();
    // Browsers let the old version go a moment after its last page.
    const reopen = async () => {
      await other.goto('about:blank');
      await other.waitForTimeout(500);
      await other.goto(site);
      return title(other).textContent();
    };
    await expect.poll(reopen, { timeout: 60_000 }).toBe('Second');
    expect(await other.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)))).toEqual([
      'second',
    ]);

    await context.setOffline(true);
    await other.goto(`${site}explore`);
    await expect(other).toHaveURL(`${site}explore/`);
    await expect(other.locator('#explorer')).toBeVisible();
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
