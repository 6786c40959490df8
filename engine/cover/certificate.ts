import { invert, solve } from './linear';

/**
 * Proof in doubles that a positive combination of k + 1 vectors of R^k is 0: bounds all rounding errors, and returns
 * the factors with the last one 1, or null when the bounds do not suffice. `vectors` is (k+1)×k, row-major.
 *
 * With M the matrix whose columns are the first k vectors, the factors are c = −M⁻¹ v. For an approximate inverse R
 * with ‖I − RM‖ ≤ g < 1, M is regular, and an approximation c' with residual ρ = Mc' + v is off by at most |Rρ| +
 * g/(1−g) · max|Rρ| in each entry (Rump, "Verification methods", Acta Numerica 2010, section 10).
 */
export function positiveCombination(vectors: Float64Array, k: number): Float64Array | null {
  const u = 2 ** -53 * 1.01;
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) matrix[j * k + i] = vectors[i * k + j];
  const last = vectors.subarray(k * k, k * k + k);
  const inverse = invert(matrix, k);
  const factors = solve(
    matrix,
    last.map((x) => -x),
  );
  if (!inverse || !factors) return null;

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
    let sum = (k + 3) * u * (rounding + 1);
    for (let j = 0; j < k; j++) sum += Math.abs(product[j]);
    defect = Math.max(defect, 1.01 * sum);
  }
  if (!(defect < 0.5)) return null;

  const residual = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let sum = last[i];
    let size = Math.abs(last[i]);
    for (let j = 0; j < k; j++) {
      const term = matrix[i * k + j] * factors[j];
      sum += term;
      size += Math.abs(term);
    }
    residual[i] = Math.abs(sum) + (k + 3) * (u * size + 2 ** -1074);
  }
  const errors = new Float64Array(k);
  let largest = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) errors[i] += Math.abs(inverse[i * k + j]) * residual[j];
    errors[i] *= 1 + 4 * (k + 3) * u;
    largest = Math.max(largest, errors[i]);
  }
  const common = 1.01 * (defect / (1 - defect)) * largest;
  for (let i = 0; i < k; i++) if (!(factors[i] > 1.01 * (errors[i] + common))) return null;
  return Float64Array.from([...factors, 1]);
}
