import { expose } from 'comlink';
import { createHost } from './host';

expose(createHost());
