/** Functions that a formula may call, with how they are written, for messages. */
export const functionForms = {
  min: 'min(a, b, ...) or min(x, posture)',
  max: 'max(a, b, ...) or max(x, year)',
  abs: 'abs(x)',
  floor: 'floor(x)',
  ceil: 'ceil(x)',
  round: 'round(x)',
  sqrt: 'sqrt(x)',
  exp: 'exp(x)',
  log: 'log(x)',
  sum: 'sum(x, year) or sum(x, posture)',
  at: 'at(x, posture, "all-laws") or at(x, year, 1)',
  cumulative: 'cumulative(x)',
  previous: 'previous(x, initial)',
  npv: 'npv(x, rate)',
  discount: 'discount(rate)',
} as const;

export type FunctionName = keyof typeof functionForms;

export const functionNames = Object.keys(functionForms) as readonly FunctionName[];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functionForms, name);
}

/** The two axes over which a value may vary. */
export const axisNames = ['posture', 'year'] as const;
export type Axis = (typeof axisNames)[number];

export function isAxis(name: string): name is Axis {
  return name === 'posture' || name === 'year';
}
