import type { Plugin } from 'vite';
import { compileAsc } from './compile-asc.mjs';

/**
 * `import bytes from './kernel.as.ts?asc'` gives the WebAssembly of an AssemblyScript file as a Uint8Array.
 * Goes into `plugins` and into `worker.plugins`.
 */
export function assemblyScript(): Plugin {
  return {
    name: 'assemblyscript',
    enforce: 'pre',
    load: {
      filter: { id: /\.ts\?asc$/ },
      async handler(id) {
        const { code, files } = await compileAsc(id.slice(0, -'?asc'.length));
        for (const file of files) this.addWatchFile(file);
        return { code, moduleType: 'js' };
      },
    },
  };
}
