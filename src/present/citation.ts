import type { Result } from '../schema/result.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';
import { headline } from './headline.ts';

/** A result as it is cited: what it says, what it was made from, and where it can be seen again. */
export function citation(result: Result, address: string): string {
  const { asOf, model, resultHash, scenario, seed, tandem, trials } = result.manifest;
  return [
    `\u201c${headline(result).sentence}\u201d`,
    `${scenario.name}, Tandem ${tandem}, model ${model.id} ${model.version},`,
    `law as of ${formatDate(asOf)}, ${formatNumber(trials, 0)} simulated futures, seed ${seed},`,
    `result ${resultHash.slice(0, 16)}. ${address}`,
  ].join(' ');
}
