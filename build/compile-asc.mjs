import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const FLAGS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];
const CACHE = fileURLToPath(new URL('../node_modules/.cache/asc/', import.meta.url));
const { version } = createRequire(import.meta.url)('assemblyscript/package.json');

/** The text of an AssemblyScript file and of all that it imports by a relative path. */
async function readSources(path, sources = new Map()) {
  if (sources.has(path)) return sources;
  const text = await readFile(path, 'utf8');
  sources.set(path, text);
  for (const [, name] of text.matchAll(/from\s+['"](\.[^'"]+)['"]/g)) {
    await readSources(resolve(dirname(path), `${name}.ts`), sources);
  }
  return sources;
}

/** Runs the compiler, which takes half a second to load: only when there is something to compile. */
async function compile(path, sources) {
  const { default: asc } = await import('assemblyscript/asc');
  const baseDir = dirname(path);
  const output = { bytes: null };
  const { error, stderr } = await asc.main([basename(path), '--baseDir', baseDir, '--outFile', 'out.wasm', ...FLAGS], {
    readFile: (name) => sources.get(resolve(baseDir, name)) ?? null,
    writeFile: (_, contents) => {
      output.bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !output.bytes) throw new Error(`${path} does not compile: ${stderr}${error?.message ?? ''}`);
  return output.bytes;
}

/**
 * Compiles an AssemblyScript file to WebAssembly, or takes it from the cache, which is keyed by the sources, the compiler
 * and its flags. Gives a JavaScript module whose default export is the bytes, and the files that it was made from.
 */
export async function compileAsc(path) {
  const sources = await readSources(path);
  const key = createHash('sha256')
    .update(JSON.stringify([version, FLAGS, ...sources.values()]))
    .digest('hex');
  const cached = join(CACHE, `${key.slice(0, 32)}.wasm`);
  const bytes = await readFile(cached).catch(async () => {
    const fresh = await compile(path, sources);
    // Two processes may compile at once: each writes a file of its own and moves it into place. No cache is no failure.
    const mine = `${cached}.${process.pid}`;
    await mkdir(CACHE, { recursive: true })
      .then(() => writeFile(mine, fresh))
      .then(() => rename(mine, cached))
      .catch(() => {});
    return fresh;
  });
  const base64 = Buffer.from(bytes).toString('base64');
  return {
    code: `export default Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));\n`,
    files: [...sources.keys()],
  };
}
