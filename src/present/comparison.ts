import type { Result, Summary } from '../schema/result.ts';
import { categoryOrder } from './category-order.ts';
import { comparedPosture } from './compared-posture.ts';
import { decimalsFor } from './decimals-for.ts';
import { formatNumber } from './format-number.ts';
import { formatPercent, formatRatio } from './format-share.ts';
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
}

export interface ComparisonSection {
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
}

/** The postures side by side: a table in words and numbers, ready to be shown anywhere. */
export interface Comparison {
  readonly columns: readonly string[];
  /** Such as `HK$ million`. */
  readonly unit: string;
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
    unit: scale.words,
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
  const row = (label: string, cells: readonly string[], strong = false) => ({
    label,
    cells,
    strong,
  });
  return {
    heading: `Total cost over ${years}`,
    rows: [
      row(
        'Mean and its simulation error',
        of((each) => meanWithError(each, scale)),
        true,
      ),
      row('5 of 100 futures cost less than', percentile('p5')),
      row('Median: half of the futures cost less', percentile('p50')),
      row('95 of 100 futures cost less than', percentile('p95')),
      row('Mean of the worst 5 of 100', percentile('cvar95')),
      row(
        'Chance of being cheapest',
        result.postures.map(({ id }) => formatPercent(result.cheapest[id] ?? 0)),
        true,
      ),
    ],
  };
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
  const add = (text: string, cells: readonly string[], strong = false) => {
    if (cells.some((cell) => cell !== nothing)) rows.push({ label: text, cells, strong });
  };
  add(
    'Mean saving',
    against(result.saving, ({ mean, standardError }) => amount(mean, standardError, scale)),
    true,
  );
  add(
    'Chance that it costs less',
    against(result.saving, ({ probabilityPositive }) => formatPercent(probabilityPositive)),
  );
  for (const ratio of Object.values(result.roi)) {
    const text = Object.values(ratio)[0]?.label;
    if (text !== undefined) {
      add(
        text,
        against(ratio, ({ value, standardError }) => formatRatio(value, standardError)),
      );
    }
  }
  add(
    'Paid back after, on average (months)',
    against(result.payback, ({ months }) =>
      months === null ? 'not in time' : formatNumber(months, 0),
    ),
  );
  add(
    'Chance that it is paid back in time',
    against(result.payback, ({ probabilityWithinHorizon }) =>
      formatPercent(probabilityWithinHorizon),
    ),
  );
  return { heading: `What ${label} saves against each`, rows };
}
