import type { Coupling } from '../schema/resolved.ts';
import type { Stream } from './cells.ts';

/** Dimensions 0..31 belong to inputs; then 16 a year: four events with four draws each. */
export const inputDimensions = 32;
export const eventDimensions = 4;
const drawsPerEvent = 4;

/** The stream of an input: one draw a trial, whatever posture or year names it. */
export function inputStream(name: string, dimension: number | undefined): Stream {
  return { name: `input ${name}`, dimension: dimension ?? null };
}

/** The stream of an input's multiplier, where the input itself is uncertain too. */
export function multiplierStream(name: string): Stream {
  return { name: `times ${name}`, dimension: null };
}

export interface EventPlace {
  readonly event: string;
  /** The event's fixed number in the model, or null. */
  readonly dimension: number | null;
  readonly year: number;
  readonly posture: string;
  readonly coupling: Coupling;
}

/**
 * The stream of an event in one year: its count (`draw` 0) or what each event draws (1, 2, 3 in a
 * fixed order). Under common coupling all postures share it: the same luck under each.
 */
export function eventStream(place: EventPlace, what: string, draw: number): Stream {
  const shared = place.coupling === 'common';
  const name = `event ${place.event} ${what} year ${place.year}${shared ? '' : ` posture ${place.posture}`}`;
  const fixed = shared && place.dimension !== null && draw < drawsPerEvent;
  const dimension = fixed
    ? inputDimensions +
      (place.year - 1) * eventDimensions * drawsPerEvent +
      (place.dimension ?? 0) * drawsPerEvent +
      draw
    : null;
  return { name, dimension };
}
