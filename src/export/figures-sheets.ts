import type { TrialTable } from '../analysis/workbook-figures.ts';
import { categoryOrder } from '../present/category-order.ts';
import { nameInWords } from '../present/name-in-words.ts';
import type { Result, Summary } from '../schema/result.ts';
import { figureHeads, number, text, titled } from './sheet.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const statistics = [
  ['Mean', 'mean'],
  ['Standard deviation', 'sd'],
  ['Lowest', 'min'],
  ['P1', 'p1'],
  ['P5', 'p5'],
  ['P10', 'p10'],
  ['P25', 'p25'],
  ['P50', 'p50'],
  ['P75', 'p75'],
  ['P90', 'p90'],
  ['P95', 'p95'],
  ['P99', 'p99'],
  ['P99.9', 'p999'],
  ['Highest', 'max'],
  ['CVaR 95', 'cvar95'],
] as const;
const errorsOf = ['p5', 'p50', 'p95', 'p99'] as const;

/** The spread of every output and saving. */
export function percentilesSheet(result: Result): Sheet {
  const label = labelsOf(result);
  const line = (what: string, posture: string, summary: Summary): readonly SheetCell[] => [
    text(what),
    text(posture),
    ...statistics.map(([, key]) => number(summary[key], 'number')),
    number(summary.standardError, 'number'),
    ...errorsOf.map((key) => number(summary.errors[key], 'number')),
  ];
  return {
    name: 'Percentiles',
    rows: [
      ...titled(
        'Percentiles',
        'Over all futures of the run. Amounts are HK$. P10: 10 of 100 futures lie below. CVaR 95: mean of the worst 5 of 100.',
      ),
      figureHeads(
        2,
        'Figure',
        'Posture',
        ...statistics.map(([name]) => name),
        'Standard error of the mean',
        ...errorsOf.map((key) => `Standard error of ${key.toUpperCase()}`),
      ),
      ...Object.entries(result.outputs).flatMap(([name, by]) =>
        Object.entries(by).map(([id, summary]) => line(nameInWords(name), label(id), summary)),
      ),
      ...Object.entries(result.saving).map(([id, saving]) =>
        line('Saving against', label(id), saving),
      ),
    ],
    widths: [34, 24, ...statistics.map(() => 16), 16, 16, 16, 16, 16],
    frozen: { rows: 4, columns: 2 },
  };
}

/** What the cost is made of. */
export function componentsSheet(result: Result): Sheet {
  const { postures } = result;
  const categories = categoryOrder(result.components);
  const both = (pair: (id: string) => readonly [number, number | undefined]) =>
    postures.flatMap(({ id }) => {
      const [mean, error] = pair(id);
      return [number(mean, 'cents'), number(error, 'cents')];
    });
  const columns = postures.flatMap(({ label }) => [label, 'Standard error']);
  const name = (category: string) => result.labels.categories[category] ?? nameInWords(category);
  return {
    name: 'Components',
    rows: [
      ...titled(
        'Components',
        `Mean cost over ${result.manifest.years} years at the prices of each year, HK$, with the standard error of each mean.`,
      ),
      figureHeads(2, 'Category', 'Line', ...columns),
      ...categories.flatMap((category) => [
        [
          text(name(category), 'part'),
          text('', 'part'),
          ...both((id) => [
            result.components[id]?.[category] ?? 0,
            result.componentErrors[id]?.[category],
          ]).map((cell): SheetCell => ({ ...cell, look: 'part' })),
        ],
        ...Object.entries(result.labels.lineCategories)
          .filter(([, own]) => own === category)
          .map(([line]) => [
            text(''),
            text(result.labels.lines[line] ?? line),
            ...both((id) => {
              const found = result.lines[id]?.[line];
              return [found?.mean ?? 0, found?.standardError];
            }),
          ]),
      ]),
      [],
      figureHeads(2, 'Category', 'Posture', ...yearsOf(result).map((year) => `Year ${year}`)),
      ...categories.flatMap((category) =>
        postures.map(({ id, label }) => [
          text(name(category)),
          text(label),
          ...(result.byYear[id] ?? []).map(({ components }) =>
            number(components[category] ?? 0, 'cents'),
          ),
        ]),
      ),
    ],
    widths: [24, 44, ...columns.map(() => 17)],
    frozen: { rows: 4, columns: 2 },
  };
}

/** The first futures of the run, one a row. */
export function trialsSheet(trials: TrialTable, result: Result): Sheet {
  const label = labelsOf(result);
  const names: Readonly<Record<string, string>> = {
    tco: 'Total cost',
    tcoPresentValue: 'Present value',
  };
  const heading = ({ name, posture, year }: TrialTable['columns'][number]) =>
    year === null
      ? `${label(posture)}: ${names[name] ?? nameInWords(name)}`
      : `${label(posture)}: year ${year}`;
  return {
    name: 'Trials',
    rows: [
      ...titled(
        'Trials',
        `The first ${trials.trials} of ${result.manifest.trials} simulated futures, HK$. The number of a future is that of \u201ctandem trial\u201d, which shows all that happens in it.`,
      ),
      figureHeads(0, 'Future', ...trials.columns.map(heading)),
      ...Array.from({ length: trials.trials }, (_, index) => [
        number(index + 1, 'whole'),
        // To the cent: what lies beyond makes the file half as large again and says nothing.
        ...trials.columns.map(({ values }) =>
          number(Math.round((values[index] ?? NaN) * 100) / 100, 'general'),
        ),
      ]),
    ],
    widths: [10, ...trials.columns.map(() => 18)],
    frozen: { rows: 4, columns: 1 },
  };
}

function labelsOf({ postures }: Result): (id: string) => string {
  const known = new Map(postures.map(({ id, label }) => [id, label]));
  return (id) =>
    id === 'all'
      ? 'All'
      : id === 'bestSingle'
        ? 'Cheaper single law, in hindsight'
        : (known.get(id) ?? id);
}

function yearsOf({ manifest }: Result): readonly number[] {
  return Array.from({ length: manifest.years }, (_, index) => index + 1);
}
