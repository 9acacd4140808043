import type { Result } from '../schema/result.ts';
import { formatMoney, formatMoneyRange } from './format-money.ts';
import type { ShownCurrency } from './format-money.ts';
import { ofHundred } from './format-share.ts';

/** The answer in plain words, and what it means in money. */
export interface Headline {
  readonly sentence: string;
  readonly detail: string;
}

/** Below this chance no posture is called the cheapest. */
const separates = 0.6;

/** What a result says first: true also where nothing separates the postures, or the chosen one does not pay. */
export function headline(result: Result, currency: ShownCurrency): Headline {
  const labelOf = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const compared = result.postures.find((posture) => !Object.hasOwn(result.saving, posture.id))?.id ?? '';
  const [best, next] = Object.entries(result.cheapest).toSorted((a, b) => b[1] - a[1]);
  if (best === undefined) return { sentence: 'There is nothing to compare.', detail: '' };
  const [id, chance] = best;
  const futures = `${ofHundred(chance)} simulated futures`;
  const years = result.manifest.years === 1 ? 'one year' : `${result.manifest.years} years`;
  return {
    sentence:
      chance < separates && next !== undefined
        ? `Cost does not separate the postures: ${labelOf(id)} costs least in ${futures}, ${labelOf(next[0])} in ${ofHundred(next[1])}.`
        : `${labelOf(id)} costs least over ${years}, in ${futures}.`,
    detail: savingDetail(result, currency, labelOf(compared)),
  };
}

function savingDetail(result: Result, currency: ShownCurrency, label: string): string {
  const saving = result.saving['bestSingle'];
  if (saving === undefined) return '';
  const middle = saving.p50;
  const range = formatMoneyRange(saving.p10, saving.p90, currency);
  const verb = middle >= 0 ? 'saves' : 'costs';
  const more = middle >= 0 ? '' : ' more';
  const amount = formatMoney(Math.abs(middle), { currency, ...(saving.errors.p50 === undefined ? {} : { error: saving.errors.p50 }) });
  return `Against whichever single law turns out cheaper, ${label} ${verb} ${amount}${more} in the middle future; in 8 of 10 futures the saving lies between ${range.replace(' to ', ' and ')}. It saves something in ${ofHundred(saving.probabilityPositive)}.`;
}
