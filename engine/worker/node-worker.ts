import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { createHost } from './host';
import { pieceEngine } from './pieces-here';

expose(createHost(pieceEngine), nodeEndpoint(parentPort!));
