import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { frontMatter } from '../article/front-matter.ts';
import { findChromium } from '../e2e/browser.ts';

/** Of the opening figure only what it shows, under the title. */
const STYLE = `
  .figure-top, .way-back, .person-card { display: none !important }
  .embed::before { content: ${JSON.stringify(frontMatter.title)}; grid-column: screen; padding: 1.4rem var(--gap) 0;
    font: 600 3.4rem/1.1 var(--serif) }
  .embed .figure { margin-top: 0.6rem }
  .plot-area { height: 22.5rem !important }
`;

/** Photographs the opening figure of the built site for link previews: `npm run picture` after a change of its numbers. */
const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light' });
  await page.goto(new URL('embed/teaser/', server.resolvedUrls!.local[0]).href);
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: 'public/preview.png' });
} finally {
  await browser.close();
  await server.close();
}
