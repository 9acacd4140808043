/**
 * Sums for a least-squares fit of several outputs on many features: the products of features with
 * one another and with the outputs, so that fits on any choice of features and of parts of the
 * trials follow without the trials.
 */
export interface NormalEquations {
  readonly features: number;
  readonly outputs: number;
  /** Row after row, only the lower triangle filled in. */
  readonly products: Float64Array;
  /** Entry `feature * outputs + output`. */
  readonly right: Float64Array;
}

/** Adds up trials from..to-1; `fill` writes the features of a trial. */
export function normalEquations(
  features: number,
  ys: readonly Float64Array[],
  fill: (row: Float64Array, trial: number) => void,
  from: number,
  to: number,
): NormalEquations {
  const outputs = ys.length;
  const products = new Float64Array(features * features);
  const right = new Float64Array(features * outputs);
  const row = new Float64Array(features);
  for (let trial = from; trial < to; trial++) {
    fill(row, trial);
    for (let i = 0; i < features; i++) {
      const value = row[i] as number;
      const base = i * features;
      for (let j = 0; j <= i; j++)
        products[base + j] = (products[base + j] as number) + value * (row[j] as number);
      for (let output = 0; output < outputs; output++) {
        const at = i * outputs + output;
        right[at] = (right[at] as number) + value * ((ys[output] as Float64Array)[trial] as number);
      }
    }
  }
  return { features, outputs, products, right };
}

/** The equations of several parts together. */
export function addEquations(parts: readonly NormalEquations[]): NormalEquations {
  const [first] = parts;
  if (first === undefined) throw new RangeError('no equations to add');
  const products = new Float64Array(first.products.length);
  const right = new Float64Array(first.right.length);
  for (const part of parts) {
    for (let i = 0; i < products.length; i++)
      products[i] = (products[i] as number) + (part.products[i] as number);
    for (let i = 0; i < right.length; i++)
      right[i] = (right[i] as number) + (part.right[i] as number);
  }
  return { ...first, products, right };
}

/** Below this part of its own size, a feature says nothing that those before it do not say. */
const repeated = 1e-9;

/**
 * Least-squares coefficients on some of the features, entry `chosen index * outputs + output`, by
 * a Cholesky factor. A feature that the ones before it already give has coefficient 0.
 */
export function solveFor(
  { features, outputs, products, right }: NormalEquations,
  chosen: readonly number[],
): Float64Array {
  const p = chosen.length;
  const factor = new Float64Array(p * p);
  const product = (i: number, j: number): number => {
    const [a, b] = [chosen[i] ?? 0, chosen[j] ?? 0];
    return products[Math.max(a, b) * features + Math.min(a, b)] as number;
  };
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = product(i, j);
      for (let k = 0; k < j; k++)
        rest -= (factor[i * p + k] as number) * (factor[j * p + k] as number);
      const pivot = factor[j * p + j] as number;
      if (i === j) factor[i * p + i] = rest > repeated * product(i, i) ? Math.sqrt(rest) : 0;
      else factor[i * p + j] = pivot > 0 ? rest / pivot : 0;
    }
  }
  const result = new Float64Array(p * outputs);
  for (let output = 0; output < outputs; output++) {
    for (let i = 0; i < p; i++) {
      let rest = right[(chosen[i] ?? 0) * outputs + output] as number;
      for (let k = 0; k < i; k++)
        rest -= (factor[i * p + k] as number) * (result[k * outputs + output] as number);
      const pivot = factor[i * p + i] as number;
      result[i * outputs + output] = pivot > 0 ? rest / pivot : 0;
    }
    for (let i = p - 1; i >= 0; i--) {
      let rest = result[i * outputs + output] as number;
      for (let k = i + 1; k < p; k++)
        rest -= (factor[k * p + i] as number) * (result[k * outputs + output] as number);
      const pivot = factor[i * p + i] as number;
      result[i * outputs + output] = pivot > 0 ? rest / pivot : 0;
    }
  }
  return result;
}
