/** Dense linear algebra on small square matrices, row-major Float64Arrays of k×k. */

/** Solves A x = b by elimination with partial pivoting; null when a pivot vanishes. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const k = right.length;
  const a = matrix.slice();
  const x = right.slice();
  for (let column = 0; column < k; column++) {
    const pivotRow = bringPivot(a, k, column);
    if (pivotRow < 0) return null;
    [x[column], x[pivotRow]] = [x[pivotRow], x[column]];
    for (let i = column + 1; i < k; i++) {
      const factor = a[i * k + column] / a[column * k + column];
      if (factor === 0) continue;
      for (let j = column + 1; j < k; j++) a[i * k + j] -= factor * a[column * k + j];
      x[i] -= factor * x[column];
    }
  }
  for (let i = k - 1; i >= 0; i--) {
    let value = x[i];
    for (let j = i + 1; j < k; j++) value -= a[i * k + j] * x[j];
    x[i] = value / a[i * k + i];
  }
  return x;
}

/** The inverse by Gauss–Jordan elimination in place; null when a pivot vanishes. */
export function invert(matrix: Float64Array, k: number): Float64Array | null {
  const a = matrix.slice();
  const swaps = new Int32Array(k);
  for (let column = 0; column < k; column++) {
    swaps[column] = bringPivot(a, k, column);
    if (swaps[column] < 0) return null;
    const at = column * k;
    const pivot = a[at + column];
    a[at + column] = 1;
    for (let j = 0; j < k; j++) a[at + j] /= pivot;
    for (let i = 0; i < k; i++) {
      if (i === column) continue;
      const factor = a[i * k + column];
      a[i * k + column] = 0;
      for (let j = 0; j < k; j++) a[i * k + j] -= factor * a[at + j];
    }
  }
  // rows were swapped on the way in, so columns are swapped back on the way out
  for (let column = k - 1; column >= 0; column--)
    for (let i = 0; i < k; i++) {
      const other = i * k + swaps[column];
      [a[i * k + column], a[other]] = [a[other], a[i * k + column]];
    }
  return a;
}

/** Swaps the row with the largest entry of a column into place; returns where it was, or −1 when all are 0. */
function bringPivot(a: Float64Array, k: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < k; i++) if (Math.abs(a[i * k + column]) > Math.abs(a[best * k + column])) best = i;
  if (a[best * k + column] === 0) return -1;
  if (best !== column)
    for (let j = 0; j < k; j++) [a[column * k + j], a[best * k + j]] = [a[best * k + j], a[column * k + j]];
  return best;
}
