import type { PublicSource } from '../../engine/data/catalogue/types';

interface Job {
  readonly signal: AbortSignal;
  readonly onProgress: (p: { fraction: number }) => void;
}

export const hostOf = ({ url }: PublicSource): string => new URL(url).host;
export const fileOf = ({ url }: PublicSource): string => url.slice(url.lastIndexOf('/') + 1);
export const megabytes = (bytes: number): string => `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;

const INSTEAD = 'A copy of the file that you have can be opened instead.';

async function ask(source: PublicSource, signal: AbortSignal, anew: boolean): Promise<Response> {
  const host = hostOf(source);
  let response: Response;
  try {
    response = await fetch(source.url, {
      signal,
      // The bytes of a commit stay, and are checked: a copy that the browser kept is as good, and works offline.
      cache: anew ? 'reload' : 'force-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(
      navigator.onLine
        ? `${host} could not be reached: it may be down, or blocked where you are. ${INSTEAD}`
        : `You are offline, and the table is on ${host}. Go online and try again. ${INSTEAD}`,
    );
  }
  if (!response.ok)
    throw new Error(`${host} did not give the table: it answered ${response.status}. Try again later. ${INSTEAD}`);
  return response;
}

/** Fetches the file of a public table, with progress; not more of it than the recipe says there is. `anew`: not from the browser's cache. */
export async function fetchTable(source: PublicSource, { signal, onProgress }: Job, anew: boolean): Promise<Blob> {
  const response = await ask(source, signal, anew);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body!.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
      onProgress({ fraction: Math.min(1, size / source.bytes) });
      // One byte too many is told apart by the hash: no need for the rest.
      if (size > source.bytes) break;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(`The connection to ${hostOf(source)} broke after ${megabytes(size)}. Try again. ${INSTEAD}`);
  } finally {
    reader.cancel().catch(() => {});
  }
  return new Blob(parts);
}
