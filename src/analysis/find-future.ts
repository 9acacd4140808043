import { layOutBlocks } from '../engine/blocks.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { differenceOf } from './compare.ts';
import { costsOf, GivenUp, pauseOrStop } from './decision-run.ts';

/** A future of a figure, `tco.all-laws` or `saving.one-law`: that whose value is nearest to one in HK$. */
export interface NearestFuture {
  readonly figure: string;
  readonly value: number;
}

/**
 * The number of the trial, from 1, whose figure is nearest to a value; the first of several. null
 * where `pause` tells that it is no longer wanted.
 */
export async function findFuture(
  source: ProgramSource,
  { figure, value }: NearestFuture,
  pause: () => Promise<boolean>,
): Promise<number | null> {
  const { trials } = source.scenario.run;
  let costs: readonly Float64Array[];
  try {
    ({ costs } = await costsOf(source, trials, pauseOrStop(pause)));
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
  const column = columnOf(source, costs, figure);
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i < column.length; i++) {
    const distance = Math.abs((column[i] as number) - value);
    if (distance < least) [nearest, least] = [i, distance];
  }
  // Columns hold one replicate after the other, trials are dealt out to them in turn.
  const { offsets, replicates } = layOutBlocks(trials);
  const replicate = offsets.findLastIndex((offset) => offset <= nearest);
  return (nearest - (offsets[replicate] ?? 0)) * replicates + replicate + 1;
}

function columnOf(
  { model, postures }: ProgramSource,
  costs: readonly Float64Array[],
  figure: string,
): Float64Array {
  const [kind = '', posture = ''] = figure.split('.');
  const cost = (id: string) => costs[postures.indexOf(id)];
  const [own, compared] = [cost(posture), cost(model.comparison.of)];
  if (kind === 'tco' && own !== undefined) return own;
  if (kind === 'saving' && own !== undefined && compared !== undefined)
    return differenceOf(own, compared);
  const known = postures.flatMap((id) => [`tco.${id}`, `saving.${id}`]);
  throw new RangeError(
    `no future has a figure "${figure.slice(0, 60)}"${didYouMean(figure, known)}`,
  );
}
