import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const text = v.string();

/**
 * What is read of a SIPmath 3.0 library. Anything may stand beside it: the standard leaves every
 * object open, and what is not read does nothing.
 */
const random = v.looseObject({
  name: text,
  function: text,
  arguments: v.optional(v.looseObject({})),
});

const copula = v.looseObject({
  name: text,
  function: text,
  arguments: v.looseObject({
    correlationMatrix: v.optional(v.looseObject({ type: text, value: text })),
    rng: v.optional(v.array(text)),
  }),
  copulaLayer: v.optional(v.array(text)),
});

const sip = v.looseObject({
  name: text,
  ref: v.optional(
    v.looseObject({ source: text, name: v.optional(text), copulaLayer: v.optional(text) }),
  ),
  function: text,
  arguments: v.looseObject({}),
  environment: v.optional(text),
  metadata: v.optional(v.looseObject({})),
});

export const sipmathSchema = v.looseObject({
  name: text,
  globalVariables: v.optional(v.array(v.looseObject({ name: text, value: v.unknown() }))),
  U01: v.optional(
    v.looseObject({ rng: v.optional(v.array(random)), copula: v.optional(v.array(copula)) }),
  ),
  /** Some write the random numbers here instead of in U01. */
  rng: v.optional(v.array(random)),
  sips: v.array(sip),
});

export type SipmathLibrary = v.InferOutput<typeof sipmathSchema>;
export type ReadSip = SipmathLibrary['sips'][number];

/** What the functions that are read take. */
export const metalogArguments = v.looseObject({
  aCoefficients: v.pipe(v.array(finiteNumber), v.minLength(1), v.maxLength(10)),
  lowerBound: v.nullish(finiteNumber),
  upperBound: v.nullish(finiteNumber),
  /** Which of the bounds hold: none, the lower, the upper, both. */
  boundedness: v.nullish(v.picklist(['u', 'sl', 'su', 'b'])),
});
export const arrayArguments = v.looseObject({
  type: v.optional(text),
  value: v.pipe(v.array(finiteNumber), v.minLength(1), v.maxLength(100_000)),
});
export const tableArguments = v.looseObject({
  value: v.pipe(
    v.array(v.strictTuple([finiteNumber, finiteNumber])),
    v.minLength(1),
    v.maxLength(100_000),
  ),
});
export const correlationMatrix = v.looseObject({
  /** Names of the rows in order: layer 1 of a copula is row 1. */
  columns: v.optional(v.array(text)),
  rows: v.optional(v.array(text)),
  matrix: v.pipe(
    v.array(
      v.looseObject({
        row: text,
        col: text,
        value: v.pipe(finiteNumber, v.minValue(-1), v.maxValue(1)),
      }),
    ),
    v.maxLength(100_000),
  ),
});
