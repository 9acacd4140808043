import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { ofHundred } from './format-share.ts';
import { moneyScale } from './money-scale.ts';
import { hongKongDollars } from './shown-currency.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** The answer in plain words. */
export interface Headline {
  /** Which posture costs least, and in how many futures. */
  readonly sentence: string;
  /** What that is in money, with its range; '' where there is nothing to compare. */
  readonly detail: string;
}

/** Below this chance no posture is called the cheapest. */
const decides = 0.6;

/** What a result says first: true also where nothing separates the postures, or dual does not pay. */
export function headline(result: Result, currency: ShownCurrency = hongKongDollars): Headline {
  const name = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const years = result.manifest.years === 1 ? 'one year' : `${result.manifest.years} years`;
  const ranked = Object.entries(result.cheapest).toSorted((a, b) => b[1] - a[1]);
  const [best, next, ...rest] = ranked;
  if (best === undefined) return { sentence: 'There is nothing to compare.', detail: '' };
  if (next === undefined)
    return { sentence: onlyOne(result, name(best[0]), years, currency), detail: '' };

  const detail = [gap(result, best[0], name, currency), average(result, best[0], name, currency)]
    .filter((sentence) => sentence !== '')
    .join(' ');
  if (best[1] < decides) {
    const others = [next, ...rest].map(([id, chance]) => `${name(id)} in ${count(chance)}`);
    return {
      sentence: `Cost alone does not decide: over ${years}, ${name(best[0])} costs least in ${ofHundred(best[1])} simulated futures, ${others.join(', ')}.`,
      detail,
    };
  }
  return {
    sentence: `${name(best[0])} costs least over ${years} in ${ofHundred(best[1])} simulated futures.`,
    detail,
  };
}

function count(chance: number): string {
  return ofHundred(chance).replace(' of 100', '');
}

function onlyOne(result: Result, name: string, years: string, currency: ShownCurrency): string {
  const [cost] = Object.values(result.outputs['tco'] ?? {});
  if (cost === undefined) return 'There is nothing to compare.';
  const [low, middle, high] = [cost.p10, cost.p50, cost.p90].map((hkd) =>
    formatMoney(hkd, { currency }),
  );
  return `${name} costs ${middle} over ${years} in the median future, and between ${low} and ${high} in 8 of 10.`;
}

/** What separates the cheapest from the posture that comes nearest to it in the same futures. */
function gap(
  { cheapest, lead }: Result,
  best: string,
  name: (id: string) => string,
  currency: ShownCurrency,
): string {
  const [nearest] = Object.entries(lead.against).toSorted(([, a], [, b]) => a.p50 - b.p50);
  if (nearest === undefined || lead.of !== best) return '';
  const [rival, { errors, p10, p50, p90 }] = nearest;
  const money = formatMoney(Math.abs(p50), { currency, error: errors.p50 });
  const [low, high] = ends(p10, p90, currency);
  const between =
    p10 >= 0
      ? `between ${low} and ${high} less`
      : p90 <= 0
        ? `between ${high} and ${low} more`
        : `anything from ${low} more to ${high} less`;
  const direction = p50 >= 0 ? 'less' : 'more';
  // By name where the sentence before names several.
  const subject = (cheapest[best] ?? 0) < decides ? name(best) : 'it';
  return `In half of the futures ${subject} costs at least ${money} ${direction} than ${name(rival)}; in 8 of 10 it costs ${between}.`;
}

/** Where the cheapest in most futures is not the cheapest on average, both must be said. */
function average(
  result: Result,
  best: string,
  name: (id: string) => string,
  currency: ShownCurrency,
): string {
  const costs = result.outputs['tco'] ?? {};
  const own = costs[best];
  const [lowest] = result.postures
    .flatMap(({ id }) => (costs[id] === undefined ? [] : [{ id, cost: costs[id] }]))
    .toSorted((a, b) => a.cost.mean - b.cost.mean);
  if (own === undefined || lowest === undefined || lowest.id === best) return '';
  const noise = 2 * Math.hypot(own.standardError, lowest.cost.standardError);
  if (own.mean - lowest.cost.mean <= noise) return '';
  const mean = (cost: typeof own) =>
    formatMoney(cost.mean, { currency, error: cost.standardError });
  return `On average over all futures ${name(lowest.id)} costs less: ${mean(lowest.cost)} against ${mean(own)}.`;
}

/** The ends of a range without their signs, in one unit and to one decimal: the words say which way. */
function ends(lowHkd: number, highHkd: number, currency: ShownCurrency): readonly [string, string] {
  const scale = moneyScale([lowHkd, highHkd], currency);
  const show = (hkd: number) =>
    formatMoney(Math.abs(hkd), { currency, scale, error: scale.size / 10 });
  return [show(lowHkd), show(highHkd)];
}
