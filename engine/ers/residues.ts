/**
 * Exact sums beyond 2^53 with nothing but doubles: the same sums are taken modulo primes below 2^26, whose products of two
 * are exact in a double, and put together by the Chinese remainder theorem.
 */

function isPrime(n: number): boolean {
  for (let d = 3; d * d <= n; d += 2) if (n % d === 0) return false;
  return true;
}

const known: number[] = [];

/** The i-th largest prime below 2^26. */
function prime(i: number): number {
  while (known.length <= i) {
    let p = (known.at(-1) ?? 2 ** 26 + 1) - 2;
    while (!isPrime(p)) p -= 2;
    known.push(p);
  }
  return known[i];
}

function inverse(a: bigint, modulus: bigint): bigint {
  let [r, next] = [modulus, a % modulus];
  let [s, t] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [s, t] = [t, s - quotient * t];
  }
  return s < 0n ? s + modulus : s;
}

/** Products of numbers below a modulus may be added to a sum below this one without a rounding error. */
const REDUCE_FROM = 2 ** 52;

/** `sum` + a·b modulo a prime, or exactly when the modulus is infinite and the result stays below 2^53. */
export function addProduct(sum: number, a: number, b: number, modulus: number): number {
  const total = sum + a * b;
  return total < REDUCE_FROM ? total : total % modulus;
}

export function addModulo(a: number, b: number, modulus: number): number {
  const total = a + b;
  return total < modulus ? total : total - modulus;
}

/**
 * The exact values of sums that are each at most `most` (a double, rounded up): `run` gives them modulo a prime, or as they
 * are when the modulus is infinite.
 */
export async function exactly(
  most: number,
  run: (modulus: number) => Float64Array | Promise<Float64Array>,
): Promise<bigint[]> {
  if (most < 2 ** 53) return Array.from(await run(Number.POSITIVE_INFINITY), BigInt);
  let product = 1n;
  let values: bigint[] = [];
  for (let i = 0; product <= BigInt(most); i++) {
    const p = BigInt(prime(i));
    const residues = await run(prime(i));
    const unit = inverse(product % p, p);
    values = Array.from(residues, (residue, k) => {
      const value = values[k] ?? 0n;
      const step = ((((BigInt(residue % prime(i)) - value) % p) + p) * unit) % p;
      return value + product * step;
    });
    product *= p;
  }
  return values;
}
