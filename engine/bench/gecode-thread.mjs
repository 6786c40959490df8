import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { runInThisContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';

/** MiniZinc's worker is a script for browsers, of which this gives it what it uses; the WebAssembly in it knows Node. */
const require = createRequire(import.meta.url);
const file = require.resolve('minizinc/minizinc-worker.js');

Object.assign(globalThis, {
  require,
  __filename: file,
  __dirname: dirname(file),
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (_, listener) => parentPort.on('message', (data) => listener({ data })),
});
runInThisContext(readFileSync(file, 'utf8'), { filename: file });
