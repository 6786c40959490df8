/** A labelling of N points as one number: bit i says whether point i is positive. */
export function codeOf(signs: ArrayLike<number>): number {
  let code = 0;
  for (let i = 0; i < signs.length; i++) if (signs[i] > 0) code |= 1 << i;
  return code;
}

export const signsOf = (code: number, n: number): Int8Array =>
  Int8Array.from({ length: n }, (_, i) => ((code >> i) & 1 ? 1 : -1));

export const positives = (code: number): number => {
  let count = 0;
  for (let rest = code; rest; rest &= rest - 1) count++;
  return count;
};

/** In the album labellings with few positives come first; opposite ones stand opposite each other. */
export const albumOrder = (a: number, b: number): number => positives(a) - positives(b) || a - b;

/** "1, 4 and 6" of indices from 0. */
export function listPoints(indices: readonly number[]): string {
  const names = indices.map((i) => String(i + 1));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A labelling in words: "points 1 and 4 orange, the others blue". */
export function labellingWords(code: number, n: number): string {
  const count = positives(code);
  if (count === 0) return 'all points blue';
  if (count === n) return 'all points orange';
  const orange = Array.from({ length: n }, (_, i) => i).filter((i) => (code >> i) & 1);
  return `point${count === 1 ? '' : 's'} ${listPoints(orange)} orange, ${count === n - 1 ? 'the other' : 'the others'} blue`;
}
