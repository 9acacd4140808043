import type { Unit } from './unit.ts';

/** What is known of a formula's value before anything is computed. */
export interface ValueType {
  readonly value: 'number' | 'boolean' | 'text';
  /** null: fits any unit, as the literal 0 does. */
  readonly unit: Unit | null;
  /** Whether it may differ between postures, and between years. */
  readonly posture: boolean;
  readonly year: boolean;
  /** Whether it differs between trials. */
  readonly uncertain: boolean;
  /** Whether it is drawn anew for each event. */
  readonly perEvent: boolean;
}

const constantNumber: ValueType = {
  value: 'number',
  unit: {},
  posture: false,
  year: false,
  uncertain: false,
  perEvent: false,
};

export function literalNumber(value: number): ValueType {
  return value === 0 ? { ...constantNumber, unit: null } : constantNumber;
}

export const literalText: ValueType = { ...constantNumber, value: 'text' };

/** Axes, uncertainty and per-event of a value made from several: it varies wherever one of them does. */
export function broadcast(
  types: readonly ValueType[],
): Pick<ValueType, 'posture' | 'year' | 'uncertain' | 'perEvent'> {
  return {
    posture: types.some((type) => type.posture),
    year: types.some((type) => type.year),
    uncertain: types.some((type) => type.uncertain),
    perEvent: types.some((type) => type.perEvent),
  };
}
