import { directEngine } from './direct';
import { exposeHost } from './expose-host';
import { createHost } from './host';

exposeHost(createHost(directEngine), globalThis);
