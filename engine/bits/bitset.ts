/** Bit sets over `Uint32Array` words: bit i is bit (i & 31) of word (i >>> 5); bits past the length are zero. */
export type BitSet = Uint32Array;

/** Words needed for `length` bits. */
export const wordsFor = (length: number): number => (length + 31) >>> 5;

export const emptyBits = (length: number): BitSet => new Uint32Array(wordsFor(length));

/** All `length` bits set. */
export function fullBits(length: number): BitSet {
  const bits = emptyBits(length).fill(0xffffffff);
  if (length & 31) bits[bits.length - 1] = (1 << (length & 31)) - 1;
  return bits;
}

export const hasBit = (bits: BitSet, i: number): boolean => ((bits[i >>> 5] >>> (i & 31)) & 1) === 1;

export function setBit(bits: BitSet, i: number): void {
  bits[i >>> 5] |= 1 << (i & 31);
}

/** Tells of every bit that is set, within each word from the lowest. */
export function forEachBit(bits: BitSet, visit: (i: number) => void): void {
  for (let w = 0; w < bits.length; w++)
    for (let rest = bits[w]; rest !== 0; rest &= rest - 1) visit((w << 5) + 31 - Math.clz32(rest & -rest));
}

/** Reads a string of 0 and 1; throws a RangeError that names the first other character. */
export function bitsFromString(text: string): BitSet {
  const bits = emptyBits(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 49) setBit(bits, i);
    else if (c !== 48) throw new RangeError(`character ${i + 1} is ${JSON.stringify(text[i])}, not 0 or 1`);
  }
  return bits;
}

export function bitsToString(bits: BitSet, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += hasBit(bits, i) ? '1' : '0';
  return text;
}

/** Number of set bits of one 32-bit word. */
export function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: BitSet): number {
  let total = 0;
  for (const word of bits) total += popcount(word);
  return total;
}

/** Number of bits set in both. */
export function countAnd(a: BitSet, b: BitSet): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += popcount(a[i] & b[i]);
  return total;
}

/** Adds the bits of `from` to `into`. */
export function orInto(into: BitSet, from: BitSet): void {
  for (let i = 0; i < into.length; i++) into[i] |= from[i];
}
