import { expect, test } from 'vitest';
import { decodeText } from './decode';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
  return new Uint8Array(units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])));
};

test('UTF-8, with and without its mark', () => {
  expect(decodeText(new TextEncoder().encode('Größe,ja\n'))).toBe('Größe,ja\n');
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
});

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])('UTF-16, little endian %s, marked %s', (little, mark) => {
  expect(decodeText(utf16('Größe;ja\n1;2\n', little, mark))).toBe('Größe;ja\n1;2\n');
});

test('Latin-1 as Windows writes it', () => {
  expect(decodeText(bytes(0x47, 0x72, 0xf6, 0xdf, 0x65))).toBe('Größe');
});

test('an empty file is an empty text', () => {
  expect(decodeText(bytes())).toBe('');
});
