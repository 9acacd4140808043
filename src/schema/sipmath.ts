import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

/**
 * What is read of a SIPmath 3.0 library. Anything may stand beside it: the standard leaves every
 * object open, and what is not read cannot do anything.
 */
const text = v.string();
const numbers = v.array(finiteNumber);
const reference = v.looseObject({ type: text, value: text });

const rng = v.looseObject({
  name: text,
  function: text,
  arguments: v.looseObject({ counter: v.optional(text) }),
});

const copula = v.looseObject({
  name: text,
  function: text,
  arguments: v.looseObject({
    correlationMatrix: v.optional(reference),
    rng: v.optional(v.array(text)),
  }),
  copulaLayer: v.optional(v.array(text)),
});

const matrixEntry = v.looseObject({ row: text, col: text, value: finiteNumber });

const globalVariable = v.looseObject({
  name: text,
  value: v.union(
    [v.looseObject({ matrix: v.array(matrixEntry) }), v.unknown()],
    'a global variable has a value',
  ),
});

const sip = v.looseObject({
  name: text,
  ref: v.optional(
    v.looseObject({ source: text, name: v.optional(text), copulaLayer: v.optional(text) }),
  ),
  function: text,
  arguments: v.looseObject({
    aCoefficients: v.optional(v.unknown()),
    lowerBound: v.optional(finiteNumber),
    upperBound: v.optional(finiteNumber),
    type: v.optional(text),
    value: v.optional(
      v.union(
        [numbers, v.array(v.tuple([finiteNumber, finiteNumber])), text],
        'values are a list of numbers, or of pairs [probability, value]',
      ),
    ),
  }),
  environment: v.optional(text),
  metadata: v.optional(v.looseObject({ tandem: v.optional(v.unknown()) })),
});

export const sipmathSchema = v.looseObject({
  name: text,
  libraryType: v.optional(text),
  globalVariables: v.optional(v.array(globalVariable)),
  U01: v.optional(
    v.looseObject({ rng: v.optional(v.array(rng)), copula: v.optional(v.array(copula)) }),
  ),
  sips: v.array(sip),
});

export type SipmathLibrary = v.InferOutput<typeof sipmathSchema>;
export type Sip = SipmathLibrary['sips'][number];
