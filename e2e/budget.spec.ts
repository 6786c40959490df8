import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Bytes as hosts send them: text compressed by gzip, fonts as they are. */
const sent = (url: string, body: Buffer): number =>
  /\.(woff2|png)$/.test(url) ? body.length : gzipSync(body, { level: 9 }).length;

test('the first load is small, asks nobody else, and nothing moves', async ({ page, baseURL }) => {
  const asked: { url: string; bytes: Promise<number> }[] = [];
  page.on('response', (response) =>
    asked.push({ url: response.url(), bytes: response.body().then((body) => sent(response.url(), body)) }),
  );
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./', { waitUntil: 'networkidle' });

  const bytesOf = async (name: RegExp) => {
    const found = await Promise.all(asked.filter(({ url }) => name.test(url)).map(({ bytes }) => bytes));
    return found.reduce((sum, bytes) => sum + bytes, 0);
  };
  expect(asked.filter(({ url }) => !url.startsWith(baseURL!))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(12);
  expect(await bytesOf(/\.js$/)).toBeLessThanOrEqual(10_000);
  expect(await bytesOf(/./)).toBeLessThanOrEqual(250_000);
  expect(await page.locator('*').count()).toBeLessThanOrEqual(13_000);
  expect(await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThanOrEqual(
    0.01,
  );
});
