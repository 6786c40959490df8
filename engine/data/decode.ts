import { DataError } from './table';

/** Larger files are refused: text takes twice its bytes, the table as much again. */
const MAX_BYTES = 300_000_000;

/** Bytes that are looked at to guess UTF-16 without a byte order mark. */
const PROBE = 4096;

/** UTF-16 text of western letters has a zero in every second byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(PROBE, bytes.length - (bytes.length % 2));
  const zeros = [0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 1]++;
  const half = size / 2;
  if (zeros[1] > 0.6 * half && zeros[0] < 0.1 * half) return 'utf-16le';
  if (zeros[0] > 0.6 * half && zeros[1] < 0.1 * half) return 'utf-16be';
  return null;
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return guessUtf16(bytes);
}

/** Throws a DataError when a file of so many bytes is too large. */
export function checkSize(bytes: number): void {
  if (bytes > MAX_BYTES)
    throw new DataError(
      `the file has ${Math.round(bytes / 1e6).toLocaleString('en-US')} MB; at most ${MAX_BYTES / 1e6} MB can be read here: take fewer columns, or a sample of the rows`,
    );
}

/** The text of a file: UTF-16 by its mark or its zeros, else UTF-8, else Latin-1 (as Windows writes it). */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
