import type { Compiled } from '../language/compile.ts';
import { pauseOrStop } from './decision-run.ts';
import { measureDrivers } from './measure-drivers.ts';

/** Enough to tell which driver weighs most, and its share to about a percentage point. */
const trials = 32_768;

/** What explains most of the difference between two postures. */
export interface TopDriver {
  readonly id: string;
  readonly label: string;
  /** Of the variance of the difference, with its standard error. */
  readonly share: number;
  readonly error: number;
}

/** The driver that explains most of what one posture saves against another; null where nothing varies. */
export async function topDriver(
  compiled: Compiled,
  best: string,
  against: string,
  pause: () => Promise<boolean>,
): Promise<TopDriver | null> {
  const compared = { of: best, against: [against] };
  const { luck, own } = await measureDrivers(compiled, compared, pauseOrStop(pause), trials);
  const ranked = [...own.map(({ driver }) => driver), ...luck]
    .map(({ id, label, shares }) => {
      const { error, value } = shares[`saving.${against}`] ?? { value: 0, error: 0 };
      return { id, label, share: value, error };
    })
    .toSorted((a, b) => b.share - a.share);
  const [top] = ranked;
  return top === undefined || !(top.share > 2 * top.error) ? null : top;
}
