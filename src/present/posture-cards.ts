import type { Lawfulness } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { chanceAbove } from './chance-above.ts';
import { formatMoney, formatMoneyRange } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { ofHundred, ofHundreds } from './format-share.ts';
import { lawfulnessInWords } from './lawfulness-in-words.ts';
import { nameInWords } from './name-in-words.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** A figure of a posture with what it is, such as `On average` and `HK$6.80 M`. */
export interface PostureFact {
  readonly label: string;
  readonly text: string;
}

/** A posture at a glance. */
export interface PostureCard {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What it is before the law; null where the law was not asked. */
  readonly lawful: { readonly text: string; readonly status: Lawfulness['status'] } | null;
  /** Its total cost in 8 of 10 futures. */
  readonly range: string;
  readonly facts: readonly PostureFact[];
}

/** Each posture at a glance: its cost with its range, what the first year takes, and what else happens. */
export function postureCards(
  result: Result,
  currency: ShownCurrency,
  /** HK$ that are not to be exceeded; null for no such line. */
  budget: number | null,
): readonly PostureCard[] {
  const chances = ofHundreds(result.postures.map(({ id }) => result.cheapest[id] ?? 0));
  return result.postures.flatMap(({ id, label, description }, index): PostureCard[] => {
    const cost = result.outputs['tco']?.[id];
    if (cost === undefined) return [];
    const [first] = result.byYear[id] ?? [];
    const distribution = result.distributions.tco[id];
    const facts: (PostureFact | null)[] = [
      {
        label: 'On average',
        text: formatMoney(cost.mean, { currency, error: cost.standardError }),
      },
      first === undefined || result.manifest.years === 1
        ? null
        : {
            label: 'In the first year',
            text: formatMoney(first.mean, { currency, error: first.standardError }),
          },
      { label: 'Costs least in', text: inFutures(result.cheapest[id] ?? 0, chances[index]) },
      budget === null || distribution === undefined
        ? null
        : {
            label: `More than ${formatMoney(budget, { currency })} in`,
            text: inFutures(chanceAbove(distribution.quantiles, budget)),
          },
      ...Object.entries(result.events[id] ?? {})
        .filter(([event]) => canHappen(result, event))
        .map(([event, { mean, probabilityNone }]) =>
          happening(result.labels.events[event] ?? nameInWords(event), mean, 1 - probabilityNone),
        ),
    ];
    return [
      {
        id,
        label,
        description,
        lawful: lawfulOf(result, id),
        range: formatMoneyRange(cost.p10, cost.p90, currency),
        facts: facts.filter((fact) => fact !== null),
      },
    ];
  });
}

function lawfulOf({ law }: Result, id: string): PostureCard['lawful'] {
  const own = law?.postures[id];
  return law === undefined || own === undefined
    ? null
    : { text: lawfulnessInWords(own, law), status: own.status };
}

/** Whether an event happens at all, under any posture. */
function canHappen({ events }: Result, event: string): boolean {
  return Object.values(events).some((each) => (each[event]?.mean ?? 0) > 0);
}

/** What happens in most futures is counted; what is rarer has a chance. */
function happening(label: string, mean: number, chance: number): PostureFact {
  return chance > often
    ? { label, text: `${formatNumber(mean, 1)} times` }
    : { label: `${label} in`, text: inFutures(chance) };
}

const often = 0.6;

function inFutures(chance: number, inWords = ofHundred(chance)): string {
  return chance === 0 ? 'never' : inWords;
}
