import type { Result, Summary } from '../schema/result.ts';
import { categoryOrder } from './category-order.ts';
import { comparedPosture } from './compared-posture.ts';
import { decimalsFor } from './decimals-for.ts';
import { formatNumber } from './format-number.ts';
import { formatPercent, formatPercents, formatRatio } from './format-share.ts';
import { lawfulnessInWords } from './lawfulness-in-words.ts';
import { moneyScale } from './money-scale.ts';
import type { MoneyScale } from './money-scale.ts';
import { nameInWords } from './name-in-words.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** One figure for each posture, as text. */
export interface ComparisonRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** Part of the answer rather than its detail. */
  readonly strong: boolean;
  /** How the figures come about, in a sentence or two. */
  readonly about: string;
  /** What they are made of: the lines of a cost category, the formula of a ratio. */
  readonly of: { readonly kind: 'category' | 'ratio'; readonly id: string } | null;
}

export interface ComparisonSection {
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
}

/** The postures side by side: a table in words and numbers, ready to be shown anywhere. */
export interface Comparison {
  readonly columns: readonly string[];
  /** What its amounts are counted in. */
  readonly scale: MoneyScale;
  readonly sections: readonly ComparisonSection[];
}

/** What nothing looks like in a table: not 0.00, which would claim to be a measured amount. */
const nothing = '\u2013';

/** Sets the postures of a result side by side. */
export function comparison(result: Result, currency: ShownCurrency): Comparison {
  const tco = result.outputs['tco'] ?? {};
  const scale = moneyScale(
    result.postures.map(({ id }) => tco[id]?.mean ?? 0),
    currency,
  );
  const sections = [costs(result, scale), components(result, scale), returns(result, scale)];
  return {
    columns: result.postures.map(({ label }) => label),
    scale,
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

function costs(result: Result, scale: MoneyScale): ComparisonSection {
  const years = result.manifest.years === 1 ? 'one year' : `${result.manifest.years} years`;
  const summaries = result.postures.map(({ id }) => result.outputs['tco']?.[id]);
  const of = (figure: (summary: Summary) => string) =>
    summaries.map((summary) => (summary === undefined ? nothing : figure(summary)));
  const percentile = (key: 'p5' | 'p50' | 'p95' | 'cvar95') => {
    // All to the digits of the least certain, so that the row can be read across.
    const decimals = Math.min(
      ...summaries.map((summary) =>
        decimals1(summary?.errors[key] ?? summary?.standardError, scale),
      ),
    );
    return of((summary) => formatNumber(summary[key] / scale.size, decimals));
  };
  const row = (
    label: string,
    cells: readonly string[],
    about: string,
    strong = false,
  ): ComparisonRow => ({ label, cells, about, strong, of: null });
  return {
    heading: `Total cost over ${years}`,
    rows: [
      row(
        'Mean and its simulation error',
        of((each) => meanWithError(each, scale)),
        'The average of all simulated futures. Behind ± stands how far another set of as many futures may move it: one standard error.',
        true,
      ),
      row(
        '5 of 100 futures cost less than',
        percentile('p5'),
        'All futures in the order of their cost: the one behind the first 5 of 100.',
      ),
      row(
        'Median: half of the futures cost less',
        percentile('p50'),
        'All futures in the order of their cost: the one in the middle.',
      ),
      row(
        '95 of 100 futures cost less than',
        percentile('p95'),
        'All futures in the order of their cost: the one behind the first 95 of 100.',
      ),
      row(
        'Mean of the worst 5 of 100',
        percentile('cvar95'),
        'The average of the 5 of 100 futures that cost most, also called CVaR 95 or expected shortfall.',
      ),
      row(
        'Chance of being cheapest',
        formatPercents(result.postures.map(({ id }) => result.cheapest[id] ?? 0)),
        'Each future is simulated under every posture; counted is how often each of them costs least.',
        true,
      ),
      ...lawfulRow(result),
    ],
  };
}

/** Each posture before the law, where it was asked. */
function lawfulRow({ law, postures }: Result): ComparisonRow[] {
  if (law === undefined || Object.keys(law.postures).length === 0) return [];
  return [
    {
      label: 'Before the law',
      strong: true,
      about:
        'Whether the option keeps every law that applies under its own facts. What leaves out a law that applies is shown as the cost of not complying, and is never the answer.',
      of: null,
      cells: postures.map(({ id }) => {
        const own = law.postures[id];
        return own === undefined ? nothing : lawfulnessInWords(own, law);
      }),
    },
  ];
}

function decimals1(error: number | undefined, scale: MoneyScale): number {
  return decimalsFor(
    error === undefined ? undefined : error / scale.size,
    Math.min(1, scale.decimals),
  );
}

function meanWithError({ mean, standardError }: Summary, scale: MoneyScale): string {
  const error = standardError / scale.size;
  const decimals = decimalsFor(error, scale.decimals);
  const least = 10 ** -decimals;
  // An error is rounded up: never shown as smaller than it is, never as none.
  const shown = Math.max(least, Math.ceil(error / least) * least);
  return `${formatNumber(mean / scale.size, decimals)} \u00b1\u00a0${formatNumber(shown, decimals)}`;
}

function components(result: Result, scale: MoneyScale): ComparisonSection {
  return {
    heading: 'What it is made of, on average',
    rows: categoryOrder(result.components).map((category) => ({
      label: result.labels.categories[category] ?? nameInWords(category),
      strong: false,
      about: 'The average over all futures of the sum of its cost lines over all years.',
      of: { kind: 'category', id: category },
      cells: result.postures.map(({ id }) => {
        const cost = result.components[id]?.[category] ?? 0;
        const error = result.componentErrors[id]?.[category];
        return cost === 0 ? nothing : amount(cost, error, scale);
      }),
    })),
  };
}

function amount(hkd: number, error: number | undefined, scale: MoneyScale): string {
  const decimals = decimalsFor(
    error === undefined ? undefined : error / scale.size,
    scale.decimals,
  );
  const text = formatNumber(hkd / scale.size, decimals);
  return hkd > 0 && Number(text) === 0 ? `< ${formatNumber(10 ** -decimals, decimals)}` : text;
}

/** What the compared posture saves against each of the others. */
function returns(result: Result, scale: MoneyScale): ComparisonSection {
  const compared = comparedPosture(result);
  const label = result.postures.find(({ id }) => id === compared)?.label ?? '';
  const against = <T>(values: Readonly<Record<string, T>>, show: (value: T) => string) =>
    result.postures.map(({ id }) => {
      const value = id === compared ? undefined : values[id];
      return value === undefined ? nothing : show(value);
    });
  const rows: ComparisonRow[] = [];
  const add = (row: Omit<ComparisonRow, 'strong' | 'of'> & Partial<ComparisonRow>) => {
    if (row.cells.some((cell) => cell !== nothing)) rows.push({ strong: false, of: null, ...row });
  };
  add({
    label: 'Mean saving',
    cells: against(result.saving, ({ mean, standardError }) => amount(mean, standardError, scale)),
    about: `The cost of a posture less that of ${label} in the same future, averaged over all futures.`,
    strong: true,
  });
  add({
    label: 'Chance that it costs less',
    cells: against(result.saving, ({ probabilityPositive }) => formatPercent(probabilityPositive)),
    about: `In how many futures ${label} costs less than that posture.`,
  });
  for (const [id, ratio] of Object.entries(result.roi)) {
    const text = Object.values(ratio)[0]?.label;
    if (text === undefined) continue;
    add({
      label: text,
      cells: against(ratio, ({ value, standardError }) => formatRatio(value, standardError)),
      about: 'The mean of what is gained over the mean of what is invested.',
      of: { kind: 'ratio', id },
    });
  }
  add({
    label: 'Paid back after, on average (months)',
    cells: against(result.payback, ({ months }) =>
      months === null ? 'not in time' : formatNumber(months, 0),
    ),
    about: `From this month on the mean cumulative cost of ${label} stays below that of the posture; costs are taken to fall evenly within a year.`,
  });
  add({
    label: 'Chance that it is paid back in time',
    cells: against(result.payback, ({ probabilityWithinHorizon }) =>
      formatPercent(probabilityWithinHorizon),
    ),
    about: `In how many futures ${label} has cost less by the end of the last year.`,
  });
  return { heading: `What ${label} saves against each`, rows };
}
