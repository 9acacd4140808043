import { simplestNumber } from './simplest-number.ts';

/** Where values lie on a slider, from 0 at its start to 1 at its end. */
export interface SliderScale {
  /** The slider's positions are whole numbers from 0 to this. */
  readonly steps: number;
  /** Place of a value on the slider; those beyond its ends are at its ends. */
  readonly placeOf: (value: number) => number;
  /** The value that a position stands for: a number with few digits. */
  readonly valueAt: (step: number) => number;
}

/** Beyond this ratio of the highest to what is usual, equal steps would leave no room for what is usual. */
const widest = 25;
const fineSteps = 200;

/**
 * A scale for a sensible range: in equal steps, or roughly logarithmic where the range spans powers of
 * ten, with 0 still at its place. `usual` are values that people should be able to set with ease;
 * what is smaller than the smallest of them is squeezed together. A given `step` makes equal steps of it.
 */
export function sliderScale(
  [lowest, highest]: readonly [number, number],
  usual: readonly number[],
  step: number | null = null,
): SliderScale {
  if (step !== null && step > 0) return even(lowest, highest, step);
  const largest = Math.max(Math.abs(lowest), Math.abs(highest));
  const sizes = usual.map(Math.abs).filter((size) => size > 0);
  const known = lowest > 0 ? lowest : largest > 1000 ? largest / 1000 : largest;
  const smallest = Math.max(Math.min(...(sizes.length === 0 ? [known] : sizes)), largest * 1e-6);
  return largest / smallest > widest ? squeezed(lowest, highest, smallest) : even(lowest, highest);
}

function even(lowest: number, highest: number, given?: number): SliderScale {
  const width = highest - lowest;
  if (!(width > 0)) return { steps: 1, placeOf: () => 0, valueAt: () => lowest };
  const step = given ?? simplestNumber(width / fineSteps, width / 89);
  const steps = Math.ceil(Number((width / step).toPrecision(12)));
  return {
    steps,
    // The last step may be a shorter one.
    placeOf: (value) => (value >= highest ? 1 : clamp((value - lowest) / (step * steps))),
    valueAt: (at) => Math.min(highest, Number((lowest + at * step).toPrecision(12))),
  };
}

function squeezed(lowest: number, highest: number, smallest: number): SliderScale {
  const knee = 10 ** Math.floor(Math.log10(smallest / 3));
  const bend = (value: number) => Math.sign(value) * Math.log1p(Math.abs(value) / knee);
  const unbend = (bent: number) => Math.sign(bent) * knee * Math.expm1(Math.abs(bent));
  const [start, end] = [bend(lowest), bend(highest)];
  const at = (place: number) => unbend(start + place * (end - start));
  return {
    steps: fineSteps,
    placeOf: (value) => clamp((bend(value) - start) / (end - start)),
    valueAt: (step) => {
      if (step <= 0) return lowest;
      if (step >= fineSteps) return highest;
      return simplestNumber(at((step - 0.5) / fineSteps), at((step + 0.5) / fineSteps));
    },
  };
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}
