import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';

/** What is recorded of a run: one value of each trial, or one a trial kept only in its moments. */
export interface Observed {
  readonly group:
    | 'output'
    | 'line'
    | 'category'
    | 'category-year'
    | 'year'
    | 'investment-year'
    | 'event'
    | 'event-none'
    | 'numerator'
    | 'denominator'
    /** Of one trial, for its ledger: lines and counts by year, and what each event draws and costs. */
    | 'line-year'
    | 'event-year'
    | 'event-amount'
    | 'event-draw'
    /** For a cash flow: inputs, event rates, counts and amounts as formulas name them. */
    | 'named'
    /** Of what drives a decision: the normal score of an input's draw, its value where it is told, and
     * over all years how often an event happens, how often it should by its rate, and the sum of what
     * its occurrences draw. */
    | 'score'
    | 'value'
    | 'happened'
    | 'expected'
    | 'drawn';
  /** Name of the output, line, category, event or ratio. */
  readonly name: string;
  /** null where the value is the same for every posture. */
  readonly posture: string | null;
  /** 1-based; null where the value does not vary by year. */
  readonly year: number | null;
  readonly keep: 'column' | 'moments';
  /** The value, where it is the same in every trial. */
  readonly constant: number | null;
}

export interface PlanStream {
  readonly name: string;
  /** The first 64 bits of the name's SHA-256, as two 32-bit words. */
  readonly key: readonly [number, number];
  readonly dimension: number | null;
}

/**
 * A compiled model: a flat program over columns of trials. Plain data, so that it can be stored,
 * sent to a worker, hashed and run there with the same result.
 */
export interface Plan {
  readonly format: 'tandem-plan/1';
  readonly postures: readonly string[];
  readonly years: number;
  readonly streams: readonly PlanStream[];
  readonly samplers: readonly DistributionSpec[];
  readonly constants: readonly number[];
  /** Columns that hold one constant throughout: [column, value]. */
  readonly constantColumns: readonly (readonly [number, number])[];
  /** How many value columns and how many draw columns the program needs. */
  readonly columns: number;
  readonly drawColumns: number;
  /** Rows of `instructionLength` integers: an opcode, the result's column, operands. */
  readonly program: readonly number[];
  readonly observed: readonly Observed[];
}

export const instructionLength = 6;

/**
 * Opcodes of the program. Operands are columns unless the name says otherwise: `Fixed` takes an
 * index into the constants. `out` stands in the second place of each row.
 */
export const opcode = {
  /** out: draw column; stream. */
  uniform: 1,
  /** out; draw column. */
  normalScore: 2,
  /** out: draw column; score. */
  uniformOfScore: 3,
  /** out; draw column; sampler. */
  sample: 4,
  /** out; draw column; rate. */
  poisson: 5,
  bernoulli: 6,
  /** out; draw column; rate; dispersion. */
  negativeBinomial: 7,
  /** count column; number of instructions that follow and run over the events, in batches. */
  events: 8,
  /** out: draw column; stream. */
  eventUniform: 9,
  /** out; column of the trials. */
  ofTrial: 10,
  /** out: column of the trials, added to; amount of each event. */
  eventSum: 11,
  /** out: set to zero. */
  clear: 12,
  /** index into observed; column. */
  observe: 13,
  /** out; index of a column that was computed in an earlier run and is at hand. */
  held: 14,

  add: 20,
  subtract: 21,
  multiply: 22,
  divide: 23,
  minimum: 24,
  maximum: 25,
  power: 26,
  less: 27,
  lessOrEqual: 28,
  equal: 29,
  and: 30,
  or: 31,
  addFixed: 40,
  multiplyFixed: 41,
  fixedMinus: 42,
  fixedOver: 43,
  minimumFixed: 44,
  maximumFixed: 45,
  /** out; a; constant: a < constant, constant < a, and with equality. */
  lessFixed: 46,
  fixedLess: 47,
  lessOrEqualFixed: 48,
  fixedLessOrEqual: 49,
  /** out = a * b + c and a * constant + c, each rounded twice as two instructions would. */
  multiplyAdd: 60,
  multiplyFixedAdd: 61,
  not: 70,
  negate: 71,
  absolute: 72,
  floor: 73,
  ceil: 74,
  round: 75,
  squareRoot: 76,
  exponential: 77,
  logarithm: 78,
  /** out; condition; then; otherwise. */
  choose: 80,
} as const;

export type OpcodeName = keyof typeof opcode;
