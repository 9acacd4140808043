import type { Coupling } from '../schema/resolved.ts';
import type { Stream } from './cells.ts';

/**
 * Dimensions 0..31 belong to inputs; then those of events follow, for five years at a time: first
 * the counts of four events, then their first draws, and so on, since what matters most should
 * stand in the best dimensions. Under independent luck each has four in a row, one a posture.
 */
export const inputDimensions = 32;
export const eventDimensions = 4;
const drawsPerEvent = 4;
const postureDimensions = 4;
const yearsTogether = 5;

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
  /** The posture's place in the model, which does not change; below 0 where it has none. */
  readonly postureDimension: number;
  readonly coupling: Coupling;
}

/**
 * The stream of an event in one year: its count (`draw` 0) or what each event draws (1, 2, 3 in a
 * fixed order). Under common coupling all postures share it: the same luck under each.
 */
export function eventStream(place: EventPlace, what: string, draw: number): Stream {
  const shared = place.coupling === 'common';
  const name = `event ${place.event} ${what} year ${place.year}${shared ? '' : ` posture ${place.posture}`}`;
  const slots = shared ? 1 : postureDimensions;
  const slot = shared ? 0 : place.postureDimension;
  if (place.dimension === null || draw >= drawsPerEvent || slot < 0 || slot >= slots)
    return { name, dimension: null };
  const years = place.year - 1;
  const group = Math.floor(years / yearsTogether) * drawsPerEvent + draw;
  const ofEvent = (group * eventDimensions + place.dimension) * yearsTogether;
  return { name, dimension: inputDimensions + (ofEvent + (years % yearsTogether)) * slots + slot };
}
