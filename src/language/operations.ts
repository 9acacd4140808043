import { exp, log, pow } from '../numeric/elementary.ts';

/** Arithmetic of one or two values; comparisons give 1 for yes and 0 for no. */
export const arithmetic = {
  add: (a: number, b: number): number => a + b,
  subtract: (a: number, b: number): number => a - b,
  multiply: (a: number, b: number): number => a * b,
  divide: (a: number, b: number): number => a / b,
  minimum: (a: number, b: number): number => (a < b ? a : b),
  maximum: (a: number, b: number): number => (a > b ? a : b),
  power: (a: number, b: number): number => pow(a, b),
  less: (a: number, b: number): number => (a < b ? 1 : 0),
  lessOrEqual: (a: number, b: number): number => (a <= b ? 1 : 0),
  equal: (a: number, b: number): number => (a === b ? 1 : 0),
  and: (a: number, b: number): number => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a: number, b: number): number => (a !== 0 || b !== 0 ? 1 : 0),
} as const;

export const functionsOfOne = {
  not: (a: number): number => (a === 0 ? 1 : 0),
  negate: (a: number): number => -a,
  absolute: (a: number): number => (a < 0 ? -a : a),
  floor: (a: number): number => Math.floor(a),
  ceil: (a: number): number => Math.ceil(a),
  /** Halves go up. Adding a half instead would round what lies just below one, and large odd numbers. */
  round: (a: number): number => (a - Math.floor(a) >= 0.5 ? 1 : 0) + Math.floor(a),
  squareRoot: (a: number): number => Math.sqrt(a),
  exponential: (a: number): number => exp(a),
  logarithm: (a: number): number => log(a),
} as const;

export type Arithmetic = keyof typeof arithmetic;
export type FunctionOfOne = keyof typeof functionsOfOne;
