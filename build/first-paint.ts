import { posix } from 'node:path';
import type { Plugin } from 'vite';

const LINK = /\s*<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g;

/** Addresses in a style sheet are relative to it; once it stands in a page, to that page. */
const readdress = (css: string, folder: string): string =>
  css.replace(/url\((?!data:)([^)]+)\)/g, (_, path) => `url(${posix.join(folder, path)})`);

const SCRIPT = '<script type="module"';

/**
 * What the first paint waits for is in the page: the style sheet stands in it, and scripts, without which every figure shows
 * its point, are fetched behind all else.
 */
export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'client',
    // One sheet for all pages, which no script asks for again.
    config: () => ({ build: { cssCodeSplit: false } }),
    generateBundle(_options, bundle) {
      const inlined = new Set<string>();
      for (const [name, page] of Object.entries(bundle)) {
        if (page.type !== 'asset' || !name.endsWith('.html')) continue;
        const styled = String(page.source).replace(LINK, (_, href: string) => {
          const file = posix.join(posix.dirname(name), href);
          inlined.add(file);
          const sheet = bundle[file];
          if (sheet?.type !== 'asset') throw new Error(`${name} links to ${file}, which is not among the built files`);
          return `<style>${readdress(String(sheet.source), posix.dirname(href)).trim()}</style>`;
        });
        page.source = styled.replaceAll(SCRIPT, `${SCRIPT} fetchpriority="low"`);
      }
      for (const file of inlined) delete bundle[file];
    },
  };
}
