/**
 * Polynomials over GF(2) as integers, bit k for x^k. A polynomial of degree d is primitive when x
 * has order 2^d - 1 modulo it; Sobol' dimensions are made of them.
 */
function multiply(a: number, b: number, modulus: number, degree: number): number {
  let product = 0;
  for (let rest = b; rest !== 0; rest >>>= 1) {
    if ((rest & 1) === 1) product ^= a;
    a <<= 1;
    if (((a >>> degree) & 1) === 1) a ^= modulus;
  }
  return product;
}

function power(exponent: number, modulus: number, degree: number): number {
  let result = 1;
  let base = degree === 1 ? 1 : 2;
  for (let rest = exponent; rest > 0; rest >>>= 1) {
    if ((rest & 1) === 1) result = multiply(result, base, modulus, degree);
    base = multiply(base, base, modulus, degree);
  }
  return result;
}

function primeFactors(n: number): readonly number[] {
  const factors: number[] = [];
  let rest = n;
  for (let p = 2; p * p <= rest; p++) {
    if (rest % p !== 0) continue;
    factors.push(p);
    while (rest % p === 0) rest /= p;
  }
  if (rest > 1) factors.push(rest);
  return factors;
}

export interface Polynomial {
  readonly degree: number;
  readonly bits: number;
}

const found: Polynomial[] = [];
let nextDegree = 1;

function findDegree(degree: number): void {
  const order = (1 << degree) - 1;
  const factors = primeFactors(order);
  for (let bits = (1 << degree) | 1; bits < 2 << degree; bits += 2) {
    if (power(order, bits, degree) !== 1) continue;
    if (degree > 1 && factors.some((factor) => power(order / factor, bits, degree) === 1)) continue;
    found.push({ degree, bits });
  }
}

/** The i-th primitive polynomial (i = 0, 1, ...), by degree, then by value. */
export function primitivePolynomial(i: number): Polynomial {
  while (found.length <= i) findDegree(nextDegree++);
  const polynomial = found[i];
  if (polynomial === undefined) throw new RangeError(`invalid polynomial index: ${i}`);
  return polynomial;
}
