import type { Result, Saving } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { ofHundred } from './format-share.ts';
import { answerWanted, lawfulnessInWords } from './lawfulness-in-words.ts';
import { moneyScale } from './money-scale.ts';
import { hongKongDollars } from './shown-currency.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** The answer in plain words. */
export interface Headline {
  /** Which lawful option costs least, and how much; or why no option can be named. */
  readonly sentence: string;
  /** How sure that is, and what it is set against; '' where there is nothing to compare. */
  readonly detail: string;
}

/**
 * What a result says first, by its answer alone: an option that leaves out a law that applies is
 * named as what not complying costs, and never as the answer.
 */
export function headline(result: Result, currency: ShownCurrency = hongKongDollars): Headline {
  const { answer, manifest, postures } = result;
  const name = (id: string) => postures.find((posture) => posture.id === id)?.label ?? id;
  const years = manifest.years === 1 ? 'one year' : `${manifest.years} years`;
  const costs = result.outputs['tco'] ?? {};
  const mean = (id: string): string => {
    const cost = costs[id];
    return cost === undefined
      ? ''
      : formatMoney(cost.mean, { currency, error: cost.standardError });
  };
  const { among, because, option, rival, tied } = answer;
  if (because === 'nothing-to-compare')
    return { sentence: 'There is nothing to compare.', detail: '' };
  if (option === null) {
    const each = postures
      .flatMap(({ id }) => (costs[id] === undefined ? [] : [`${name(id)} ${mean(id)}`]))
      .join(', ');
    const cost = `Over ${years} they would cost, on average: ${each}.`;
    return because === 'none-lawful'
      ? {
          sentence: 'None of these options keeps every law that applies to this company.',
          detail: `${verdicts(result, name)} ${cost}`,
        }
      : {
          sentence: 'Which of these options is lawful for this company is not known yet.',
          detail: `${wanted(result)} ${cost}`,
        };
  }
  if (because === 'only-option')
    return { sentence: onlyOne(result, name(option), years, currency), detail: '' };
  const lawful = answer.lawfulness === 'lawful' ? 'lawful ' : '';
  switch (because) {
    case 'only-lawful':
      return {
        sentence: `${name(option)} is the only option that keeps every law that applies: ${mean(option)} over ${years} on average.`,
        detail: withoutLaw(result, name, currency),
      };
    case 'same-cost':
      return {
        sentence: `${listed(tied.map(name))} cost the same: ${mean(option)} over ${years} on average.`,
        detail: '',
      };
    case 'too-close':
      return {
        sentence: `${name(option)} and ${name(rival ?? '')} are too close to call: ${mean(option)} and ${mean(rival ?? '')} over ${years} on average.`,
        detail: against(result, rival, name, currency),
      };
    default: {
      const saving = result.lead.against[rival ?? ''];
      const less =
        saving === undefined
          ? ''
          : `, ${formatMoney(saving.mean, { currency, error: saving.standardError })} less than ${name(rival ?? '')}`;
      return {
        sentence: `${name(option)} costs least of the ${among.length} ${lawful}options: ${mean(option)} over ${years} on average${less}.`,
        detail: against(result, rival, name, currency),
      };
    }
  }
}

type Name = (id: string) => string;

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function onlyOne(result: Result, name: string, years: string, currency: ShownCurrency): string {
  const [cost] = Object.values(result.outputs['tco'] ?? {});
  if (cost === undefined) return 'There is nothing to compare.';
  const [low, middle, high] = [cost.p10, cost.p50, cost.p90].map((hkd) =>
    formatMoney(hkd, { currency }),
  );
  return `${name} costs ${middle} over ${years} in the median future, and between ${low} and ${high} in 8 of 10.`;
}

/** Why each option is not lawful. */
function verdicts({ law, postures }: Result, name: Name): string {
  if (law === undefined) return '';
  return postures
    .flatMap(({ id }) => {
      const own = law.postures[id];
      return own === undefined ? [] : [`${name(id)}: ${lawfulnessInWords(own, law)}.`];
    })
    .join(' ');
}

/** What to answer so that it is known which option is lawful. */
function wanted({ law }: Result): string {
  if (law === undefined) return '';
  const open = [
    ...law.regimes.flatMap((regime) => regime.open),
    ...Object.values(law.postures).flatMap((each) => each.open.flatMap((one) => one.open)),
  ];
  return answerWanted(open, law.questions);
}

/** What the cheapest option that leaves a law out would cost against the only lawful one. */
function withoutLaw(result: Result, name: Name, currency: ShownCurrency): string {
  const { answer, law, lead } = result;
  if (lead.of !== answer.option || law === undefined) return '';
  const [other] = Object.entries(lead.against).toSorted(([, a], [, b]) => a.mean - b.mean);
  if (other === undefined) return '';
  const [id, saving] = other;
  const own = law.postures[id];
  const money = formatMoney(Math.abs(saving.mean), { currency, error: saving.standardError });
  const more = saving.mean >= 0 ? 'more' : 'less';
  const why =
    own === undefined ? '' : ` (${lawfulnessInWords(own, law).replace(/^Not lawful: /, '')})`;
  return `${name(id)}${why} would cost ${money} ${more} on average, fines included.${chance(saving, name(lead.of), name(id))}`;
}

/** How sure the answer is against its rival. */
function against(
  result: Result,
  rival: string | null,
  name: Name,
  currency: ShownCurrency,
): string {
  const saving = rival === null ? undefined : result.lead.against[rival];
  if (saving === undefined || rival === null || result.lead.of !== result.answer.option) return '';
  if (saving.sd === 0) return 'Nothing in this case is uncertain.';
  const { p10, p90 } = saving;
  const [low, high] = ends(p10, p90, currency);
  const between =
    p10 >= 0
      ? `between ${low} and ${high} less`
      : p90 <= 0
        ? `between ${high} and ${low} more`
        : `anything from ${low} more to ${high} less`;
  return `${chance(saving, 'It', name(rival)).trim()} In 8 of 10 it costs ${between}.`;
}

function chance({ probabilityPositive, sd }: Saving, option: string, rival: string): string {
  if (sd === 0) return '';
  return ` ${option} costs less than ${rival} in ${ofHundred(probabilityPositive)} simulated futures.`;
}

/** The ends of a range without their signs, in one unit and to one decimal: the words say which way. */
function ends(lowHkd: number, highHkd: number, currency: ShownCurrency): readonly [string, string] {
  const scale = moneyScale([lowHkd, highHkd], currency);
  const show = (hkd: number) =>
    formatMoney(Math.abs(hkd), { currency, scale, error: scale.size / 10 });
  return [show(lowHkd), show(highHkd)];
}
