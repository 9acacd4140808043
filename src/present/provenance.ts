import type { Result } from '../schema/result.ts';
import { formatNumber } from './format-number.ts';

/** What a result was made from, so that anyone can make it again. */
export function provenance({ manifest }: Result): string {
  const { model, scenario, trials, seed, sampling, coupling, asOf, tandem, resultHash } = manifest;
  const points = sampling === 'sobol' ? 'quasi-random' : 'random';
  const luck =
    coupling === 'common'
      ? 'each future has the same luck under every posture'
      : 'each posture has its own luck';
  return [
    `${scenario.name}: ${formatNumber(trials, 0)} simulated futures (${points}, seed ${seed}); ${luck}.`,
    `Law as of ${asOf}. Model ${model.id} ${model.version}, Tandem ${tandem}, result ${resultHash.slice(0, 12)}.`,
  ].join(' ');
}
