import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';

/** What a test does with a browser; Firefox and WebKit speak different protocols. */
export interface Browser {
  open(address: string): Promise<void>;
  /** Calls a function in the page. */
  run<T, A extends readonly (string | number)[]>(inPage: (...args: A) => T, ...args: A): Promise<T>;
  press(key: 'ArrowRight' | 'ArrowLeft' | 'Tab'): Promise<void>;
  /** Gives a file to the field that the selector finds. */
  upload(selector: string, file: string): Promise<void>;
  close(): Promise<void>;
}

const firstOf = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));

/** WebKitGTK's small browser lies beside the library, in a folder that names the processor and the version. */
const miniBrowsers = (): string[] =>
  existsSync('/usr/lib')
    ? readdirSync('/usr/lib').flatMap((folder) =>
        ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
      )
    : [];

async function openFirefox(executablePath: string): Promise<Browser> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  return {
    open: async (address) => void (await page.goto(address)),
    run: (inPage, ...args) => page.evaluate(`(${inPage})(...${JSON.stringify(args)})`) as never,
    press: (key) => page.keyboard.press(key),
    upload: async (selector, file) => {
      const field = await page.$(selector);
      await (field as Awaited<ReturnType<typeof page.$<'input'>>>)!.uploadFile(file);
    },
    close: () => browser.close(),
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const KEYS = { ArrowRight: Key.ARROW_RIGHT, ArrowLeft: Key.ARROW_LEFT, Tab: Key.TAB } as const;

async function untilAnswers(address: string, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null) {
    if (await fetch(address).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('WebKitWebDriver ended at once');
}

async function openWebKit(executablePath: string): Promise<Browser> {
  const port = await freePort();
  const command = ['-a', 'WebKitWebDriver', `--port=${port}`];
  // In a group of its own, so that the display ends with the driver.
  const driver = spawn('xvfb-run', command, { detached: true, stdio: 'ignore' });
  const server = `http://127.0.0.1:${port}`;
  await untilAnswers(`${server}/status`, driver);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] },
  });
  const browser = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  await browser.manage().window().setRect({ x: 0, y: 0, width: 1200, height: 900 });
  return {
    open: (address) => browser.get(address),
    run: (inPage, ...args) => browser.executeScript(`return (${inPage})(...arguments)`, ...args),
    press: (key) => browser.actions().sendKeys(KEYS[key]).perform(),
    upload: (selector, file) => browser.findElement(By.css(selector)).sendKeys(file),
    close: async () => {
      await browser.quit();
      process.kill(-driver.pid!);
    },
  };
}

/** The browsers to test with beside Chromium. `path` is missing where a browser is not installed. */
export const BROWSERS = [
  { name: 'Firefox', path: firstOf(['/usr/bin/firefox-esr', '/usr/bin/firefox']), start: openFirefox },
  {
    name: 'WebKit',
    path: ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'].every(existsSync) ? firstOf(miniBrowsers()) : undefined,
    start: openWebKit,
  },
] as const;
