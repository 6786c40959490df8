import { expose } from 'comlink';
import { directEngine } from './direct';
import { createHost } from './host';

expose(createHost(directEngine));
