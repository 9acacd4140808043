/** Where a number of an HDR stream stands: which trial, of which variable, of whom. */
export interface HdrPlace {
  /** Number of the trial, from 1; SIPmath calls it PM_Index. */
  readonly counter: number;
  readonly entity: number;
  readonly varId: number;
  readonly seed3: number;
  readonly seed4: number;
}

/** Up to this, all steps below are exact in doubles. */
export const largestHdrId = 100_000_000;

const start = 999_999_999_999_989;

/**
 * A uniform number between 0 and 1 by the counter-based generator HDR 2.0 (Hubbard, Winter
 * Simulation Conference 2019), which tools that read SIPmath share: the same place gives the same
 * number in all of them. Every step is a whole number below 2^53, so that doubles lose nothing.
 */
export function hdrUniform({ counter, entity, seed3, seed4, varId }: HdrPlace): number {
  const first =
    (2_499_997 * counter +
      1_800_451 * varId +
      2_000_371 * entity +
      1_796_777 * seed3 +
      2_299_603 * seed4) %
    7_450_589;
  const a = ((start % (first * 4_658 + 7_450_581)) * 383) % 99_991;
  const second =
    (2_246_527 * counter +
      2_399_993 * varId +
      2_100_869 * entity +
      1_918_303 * seed3 +
      1_624_729 * seed4) %
    7_450_987;
  const b = ((start % (second * 7_580 + 7_560_584)) * 17_669) % 7_440_893;
  return ((((a * 7_440_893 + b) * 1_343) % 4_294_967_296) + 0.5) / 4_294_967_296;
}
