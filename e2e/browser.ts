import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

async function fromPackage(): Promise<string> {
  // The package unpacks the libraries that a bare system lacks only where it believes to be in a cloud function.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  await rm(join(tmpdir(), 'chromium'), { force: true });
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** A Chromium to test with: CHROME_PATH, the system's, Playwright's own, or the one inside an npm package (Linux, x64). */
export async function findChromium(): Promise<string> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH is ${CHROME_PATH}, but there is no such file`);
    return CHROME_PATH;
  }
  const found = [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  if (process.platform === 'linux' && process.arch === 'x64') return fromPackage();
  throw new Error('no Chromium found: run "npx playwright install chromium" or set CHROME_PATH');
}
