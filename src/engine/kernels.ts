import { exp, log, pow } from '../numeric/elementary.ts';

/**
 * Arithmetic over the first n values of columns. Each result may be written over an operand.
 * Bit for bit what `language/operations.ts` gives for single values.
 */
type Column = Float64Array;

export function add(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) + (b[i] as number);
}
export function subtract(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) - (b[i] as number);
}
export function multiply(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) * (b[i] as number);
}
export function divide(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) / (b[i] as number);
}
export function minimum(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    out[i] = x < y ? x : y;
  }
}
export function maximum(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    out[i] = x > y ? x : y;
  }
}
export function power(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = pow(a[i] as number, b[i] as number);
}
export function less(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) < (b[i] as number) ? 1 : 0;
}
export function lessOrEqual(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) <= (b[i] as number) ? 1 : 0;
}
export function equal(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i] === b[i] ? 1 : 0;
}
export function and(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i] !== 0 && b[i] !== 0 ? 1 : 0;
}
export function or(out: Column, a: Column, b: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i] !== 0 || b[i] !== 0 ? 1 : 0;
}

export function addFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) + k;
}
export function multiplyFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) * k;
}
export function fixedMinus(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = k - (a[i] as number);
}
export function fixedOver(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = k / (a[i] as number);
}
export function minimumFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    out[i] = x < k ? x : k;
  }
}
export function maximumFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    out[i] = x > k ? x : k;
  }
}
export function lessFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) < k ? 1 : 0;
}
export function fixedLess(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = k < (a[i] as number) ? 1 : 0;
}
export function lessOrEqualFixed(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) <= k ? 1 : 0;
}
export function fixedLessOrEqual(out: Column, a: Column, k: number, n: number): void {
  for (let i = 0; i < n; i++) out[i] = k <= (a[i] as number) ? 1 : 0;
}

export function multiplyAdd(out: Column, a: Column, b: Column, c: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) * (b[i] as number) + (c[i] as number);
}
export function multiplyFixedAdd(out: Column, a: Column, k: number, c: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] as number) * k + (c[i] as number);
}
export function choose(out: Column, a: Column, b: Column, c: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = (a[i] !== 0 ? b[i] : c[i]) as number;
}

export function not(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i] === 0 ? 1 : 0;
}
export function negate(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = -(a[i] as number);
}
export function absolute(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    out[i] = x < 0 ? -x : x;
  }
}
export function floor(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.floor(a[i] as number);
}
export function ceil(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.ceil(a[i] as number);
}
export function round(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i] as number;
    const whole = Math.floor(x);
    out[i] = (x - whole >= 0.5 ? 1 : 0) + whole;
  }
}
export function squareRoot(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i] as number);
}
export function exponential(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = exp(a[i] as number);
}
export function logarithm(out: Column, a: Column, n: number): void {
  for (let i = 0; i < n; i++) out[i] = log(a[i] as number);
}

/** Values of the trials for their events. */
export function ofTrial(out: Column, a: Column, trials: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[trials[i] as number] as number;
}
/** Adds each event's amount to its trial, in the order of the events. */
export function eventSum(out: Column, a: Column, trials: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const trial = trials[i] as number;
    out[trial] = (out[trial] as number) + (a[i] as number);
  }
}
