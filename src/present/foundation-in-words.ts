import type { Footing, Ground } from '../analysis/foundation.ts';
import { formatPercent } from './format-share.ts';

/** What figures rest on, by the class of evidence. */
export const groundWords: Readonly<Record<Ground, string>> = {
  law: 'law',
  statistic: 'statistics',
  assumption: 'our own assumptions',
  'vendor-term': 'terms of contracts',
  claim: 'vendors\u2019 claims',
  citation: 'sources that the scenario names',
  none: 'values that name no source',
};

/** `61 % of what drives the cost of Dual rests on vendors’ claims`. */
export function foundationClaim(footings: readonly Footing[], of: string): string {
  const [first] = footings;
  if (first === undefined || first.share === 0) return `Nothing uncertain drives ${of}`;
  return `${formatPercent(first.share)} of what drives ${of} rests on ${groundWords[first.ground]}`;
}
