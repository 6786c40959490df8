import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Solvers that a reader may ask for are too large to be kept unasked. */
const LARGEST = 1_500_000;

/** What is not read offline: fonts for older browsers, figures in other pages' frames, files for hosts, search engines and previews. */
const UNREAD = /\.(woff|ttf|xml|txt)$|^embed\/|^_headers$|^preview\.png$/;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/**
 * Writes `sw.js` from `article/service-worker.js`: the list of the site's files and a version made of their contents stand in
 * place of `__FILES__` and `__VERSION__`.
 */
export function serviceWorker(source: string): Plugin {
  let publicDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256');
        const files: string[] = [];
        const take = (name: string, content: string | Uint8Array) => {
          hash.update(name).update(content);
          // Some hosts redirect index.html to its folder, and a redirected answer cannot be served to a navigation.
          if (content.length <= LARGEST && !UNREAD.test(name)) files.push(name.replace(/(^|\/)index\.html$/, '$1'));
        };
        for (const name of Object.keys(bundle).sort()) {
          const item = bundle[name];
          take(name, item.type === 'chunk' ? item.code : item.source);
        }
        for (const name of filesBelow(publicDir).sort()) take(name, readFileSync(join(publicDir, name)));
        const text = readFileSync(source, 'utf8')
          .replace('__FILES__', JSON.stringify(files))
          .replace('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 16)));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: text });
      },
    },
  };
}
