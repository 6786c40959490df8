import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileAsc } from './compile-asc.mjs';

// Loaded twice: by `--import`, where it registers itself, and by Node as the module with the hook.
if (!import.meta.url.endsWith('?hook')) register(`${import.meta.url}?hook`);

/** Gives `import bytes from './kernel.as.ts?asc'` in Node what build/asc.ts gives it in Vite. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts?asc')) return nextLoad(url, context);
  const { code } = await compileAsc(fileURLToPath(url.slice(0, -'?asc'.length)));
  return { format: 'module', source: code, shortCircuit: true };
}
