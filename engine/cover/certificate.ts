import { invert } from './linear';

/** Rounding of one operation, and a little more for the rounding of the bounds themselves. */
const UNIT = 1.01 * 2 ** -53;

/**
 * Proof in doubles that a positive combination of k + 1 vectors of R^k is 0: bounds all rounding errors, and returns
 * the factors with the last one 1, or null when the bounds do not suffice. `vectors` is (k+1)×k, row-major.
 *
 * With M the matrix whose columns are the first k vectors, the factors are c = −M⁻¹ v. For an approximate inverse R
 * with ‖I − RM‖ ≤ g < 1, M is regular, and an approximation c' with residual ρ = Mc' + v is off by at most |Rρ| +
 * g/(1−g) · max|Rρ| in each entry (Rump, "Verification methods", Acta Numerica 2010, section 10).
 */
export function positiveCombination(vectors: Float64Array, k: number): Float64Array | null {
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) matrix[j * k + i] = vectors[i * k + j];
  const last = vectors.subarray(k * k, k * k + k);
  const inverse = invert(matrix, k);
  if (!inverse) return null;
  const factors = new Float64Array(k);
  const residual = new Float64Array(k);
  // twice: the second round removes most of what the first one rounds
  for (let round = 0; round < 2; round++) {
    residualOf(matrix, factors, last, residual);
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) factors[i] -= inverse[i * k + j] * residual[j];
  }

  const rowSums = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) rowSums[i] += Math.abs(matrix[i * k + j]);
  let defect = 0;
  const product = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    product.fill(0);
    let rounding = 0;
    for (let l = 0; l < k; l++) {
      const entry = inverse[i * k + l];
      rounding += Math.abs(entry) * rowSums[l];
      for (let j = 0; j < k; j++) product[j] += entry * matrix[l * k + j];
    }
    product[i] -= 1;
    let sum = (k + 3) * UNIT * (rounding + 1);
    for (let j = 0; j < k; j++) sum += Math.abs(product[j]);
    defect = Math.max(defect, 1.01 * sum);
  }
  if (!(defect < 0.5)) return null;

  const bounds = residualOf(matrix, factors, last, residual);
  const errors = new Float64Array(k);
  let largest = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) errors[i] += Math.abs(inverse[i * k + j]) * bounds[j];
    // the last term stands for anything that may have underflowed
    errors[i] = errors[i] * (1 + 4 * (k + 3) * UNIT) + 1e-290;
    largest = Math.max(largest, errors[i]);
  }
  const common = 1.01 * (defect / (1 - defect)) * largest;
  for (let i = 0; i < k; i++) if (!(factors[i] > 1.01 * (errors[i] + common))) return null;
  return Float64Array.from([...factors, 1]);
}

/** Writes M·factors + v to `out`; returns upper bounds of its absolute values, rounding included. */
function residualOf(matrix: Float64Array, factors: Float64Array, v: Float64Array, out: Float64Array): Float64Array {
  const k = factors.length;
  const bounds = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let sum = v[i];
    let size = Math.abs(v[i]);
    for (let j = 0; j < k; j++) {
      const term = matrix[i * k + j] * factors[j];
      sum += term;
      size += Math.abs(term);
    }
    out[i] = sum;
    bounds[i] = Math.abs(sum) + (k + 3) * (UNIT * size + 2 ** -1074);
  }
  return bounds;
}
