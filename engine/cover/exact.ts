/** Exact arithmetic on doubles: every finite double is an integer times a power of two. */

const view = new DataView(new ArrayBuffer(8));

/** x = mantissa · 2^exponent with an odd mantissa, so that short numbers stay short; 0 is 0 · 2^0. */
export function decompose(x: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, x);
  const raw = view.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  if (biased === 0x7ff) throw new RangeError(`a coordinate must be finite, not ${x}`);
  const fraction = raw & 0xfffffffffffffn;
  const whole = biased === 0 ? fraction : fraction | 0x10000000000000n;
  if (whole === 0n) return { mantissa: 0n, exponent: 0 };
  const zeros = (whole & -whole).toString(2).length - 1;
  const odd = whole >> BigInt(zeros);
  return { mantissa: raw >> 63n ? -odd : odd, exponent: Math.max(biased, 1) - 1075 + zeros };
}

/** The integers x_j · 2^s with one s for all of them: the same ray, without fractions. */
export function toIntegers(values: ArrayLike<number>): bigint[] {
  const parts = Array.from(values, decompose);
  const nonzero = parts.filter((part) => part.mantissa !== 0n);
  const least = nonzero.reduce((least, part) => Math.min(least, part.exponent), Number.POSITIVE_INFINITY);
  return parts.map(({ mantissa, exponent }) => (mantissa === 0n ? 0n : mantissa << BigInt(exponent - least)));
}

/** Σ a_j b_j in integers. */
export function dotIntegers(a: readonly bigint[], b: readonly bigint[]): bigint {
  let sum = 0n;
  for (let j = 0; j < a.length; j++) if (a[j] !== 0n && b[j] !== 0n) sum += a[j] * b[j];
  return sum;
}

/**
 * The sign (−1, 0, 1) of weights · row, where the row of length `weights.length` starts at `offset` of `points`.
 * Exact: in doubles when the rounding error cannot matter (Higham 2002, section 3.1), else in integers.
 */
export function signOfDot(weights: ArrayLike<number>, points: ArrayLike<number>, offset: number): number {
  const d = weights.length;
  let sum = 0;
  let size = 0;
  for (let j = 0; j < d; j++) {
    const term = weights[j] * points[offset + j];
    sum += term;
    size += Math.abs(term);
  }
  const error = (d + 2) * (2 ** -53 * 1.01 * size + 2 ** -1074);
  if (sum > error) return 1;
  if (sum < -error) return -1;
  const row = Array.from({ length: d }, (_, j) => points[offset + j]);
  const exact = dotIntegers(toIntegers(weights), toIntegers(row));
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** The doubles nearest to integers scaled by one power of two so that the largest is about 1. */
export function toDoubles(integers: readonly bigint[]): Float64Array {
  const bits = (x: bigint) => 4 * (x < 0n ? -x : x).toString(16).length;
  const most = integers.reduce((most, x) => Math.max(most, bits(x)), 0);
  // 1000 bits stay exact under Number(), the rest is below what a double can tell apart from 0
  const drop = BigInt(Math.max(0, most - 1000));
  return Float64Array.from(integers, (x) => Number(x >> drop) * 2 ** -Math.min(most, 1000));
}

/**
 * All solutions of Σ_i c_i rows_i = 0 when they are the multiples of one: that c, in integers, with a positive first
 * entry where there is one; otherwise null. Fraction-free elimination (Bareiss 1968).
 */
export function onlyDependency(rows: readonly (readonly bigint[])[]): bigint[] | null {
  const k = rows.length;
  const equations = rows[0].map((_, j) => rows.map((row) => row[j]));
  let previous = 1n;
  let rank = 0;
  const pivots: number[] = [];
  let free = -1;
  for (let column = 0; column < k; column++) {
    const found = equations.findIndex((equation, e) => e >= rank && equation[column] !== 0n);
    if (found < 0) {
      if (free >= 0) return null;
      free = column;
      continue;
    }
    [equations[rank], equations[found]] = [equations[found], equations[rank]];
    const pivotRow = equations[rank];
    const pivot = pivotRow[column];
    for (let e = rank + 1; e < equations.length; e++) {
      const equation = equations[e];
      const factor = equation[column];
      for (let j = column + 1; j < k; j++) equation[j] = (equation[j] * pivot - factor * pivotRow[j]) / previous;
      equation[column] = 0n;
    }
    previous = pivot;
    pivots.push(column);
    rank++;
  }
  if (free < 0) return null;
  // with the determinant of the pivots as its free entry the solution is integral (Cramer)
  const solution = new Array<bigint>(k).fill(0n);
  solution[free] = previous;
  for (let e = rank - 1; e >= 0; e--) {
    let sum = 0n;
    for (let j = pivots[e] + 1; j < k; j++) if (solution[j] !== 0n) sum += equations[e][j] * solution[j];
    solution[pivots[e]] = -sum / equations[e][pivots[e]];
  }
  const lead = solution.find((c) => c !== 0n)!;
  return lead < 0n ? solution.map((c) => -c) : solution;
}
