import * as Comlink from 'comlink';
import type { Host } from './host';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A plain value, or the port of a callback. */
const isArgument = (value: unknown): boolean =>
  isRecord(value) &&
  (value.type === 'RAW' ||
    (value.type === 'HANDLER' && value.name === 'proxy' && isRecord(value.value) && 'postMessage' in value.value));

/** Whether a message calls `run` or `cancel`: Comlink by itself would let one reach whatever hangs on the host. */
function isCall(message: unknown): boolean {
  if (!isRecord(message)) return false;
  const { type, path, argumentList } = message;
  return (
    type === 'APPLY' &&
    Array.isArray(path) &&
    path.length === 1 &&
    (path[0] === 'run' || path[0] === 'cancel') &&
    Array.isArray(argumentList) &&
    argumentList.every(isArgument)
  );
}

/** Lets a host be called through an endpoint. Any other message is passed over, and harms nothing. */
export function exposeHost(host: Host, endpoint: Comlink.Endpoint): void {
  Comlink.expose(host, {
    postMessage: (message, transfer) => endpoint.postMessage(message, transfer),
    start: () => endpoint.start?.(),
    removeEventListener: (...listener) => endpoint.removeEventListener(...listener),
    addEventListener(type, listener, options) {
      const hear = listener as (event: Event) => void;
      const heard = (event: Event) => {
        if (isCall((event as MessageEvent).data)) hear(event);
      };
      endpoint.addEventListener(type, heard, options);
    },
  });
}
