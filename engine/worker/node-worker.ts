import { parentPort } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { exposeHost } from './expose-host';
import { createHost } from './host';
import { pieceEngine } from './pieces-here';

exposeHost(createHost(pieceEngine), nodeEndpoint(parentPort!));
