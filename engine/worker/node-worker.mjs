import { register } from 'tsx/esm/api';

// tsx reads TypeScript on the main thread only, unless asked to; the other hooks come with the arguments of the process.
register();
await import('./node-worker.ts');
