import { headline } from '../present/headline.ts';
import { lawfulnessInWords } from '../present/lawfulness-in-words.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { CheckedFigure } from './cash-flow-sheet.ts';
import { figureHeads, heads, number, text } from './sheet.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** The answer on one sheet, the figures that the workbook computes against those of the run. */
export function summarySheet(result: Result, checked: readonly CheckedFigure[]): Sheet {
  const { manifest, postures } = result;
  const { detail, sentence } = headline(result, hongKongDollars);
  const tco = result.outputs['tco'] ?? {};
  const costs = [
    ['Mean', 'mean'],
    ['5 of 100 futures cost less than', 'p5'],
    ['10 of 100 futures cost less than', 'p10'],
    ['Median', 'p50'],
    ['90 of 100 futures cost less than', 'p90'],
    ['95 of 100 futures cost less than', 'p95'],
    ['Mean of the worst 5 of 100 (CVaR 95)', 'cvar95'],
  ] as const;
  const savings = [
    ['Mean', 'mean'],
    ['10 of 100 futures save less than', 'p10'],
    ['Median', 'p50'],
    ['90 of 100 futures save less than', 'p90'],
  ] as const;
  const against = Object.keys(result.saving);
  const labelOf = (id: string) =>
    id === 'bestSingle'
      ? 'the cheaper law, in hindsight'
      : (postures.find((posture) => posture.id === id)?.label ?? id);
  const rows: (readonly SheetCell[])[] = [
    [text(manifest.scenario.name, 'title')],
    [text(sentence)],
    [text(detail)],
    [
      text(
        `Amounts are HK$. Law as of ${manifest.asOf}, ${manifest.trials} simulated futures, seed ${manifest.seed}, Tandem ${manifest.tandem}, result ${manifest.resultHash}.`,
        'note',
      ),
    ],
    [],
    figureHeads(
      1,
      `Total cost over ${manifest.years} ${manifest.years === 1 ? 'year' : 'years'}, HK$`,
      ...postures.map(({ label }) => label),
    ),
    ...costs.map(([label, key]) => [
      text(label),
      ...postures.map(({ id }) => number(tco[id]?.[key], 'cents')),
    ]),
    [
      text('Standard error of the mean'),
      ...postures.map(({ id }) => number(tco[id]?.standardError, 'cents')),
    ],
    [
      text('Share of futures in which it costs least'),
      ...postures.map(({ id }) => number(result.cheapest[id], 'share')),
    ],
    ...(result.law === undefined
      ? []
      : [
          [
            text('Before the law'),
            ...postures.map(({ id }) => {
              const own = result.law?.postures[id];
              return text(
                own === undefined || result.law === undefined
                  ? ''
                  : lawfulnessInWords(own, result.law),
                'wrap',
              );
            }),
          ],
        ]),
  ];
  if (against.length > 0) {
    rows.push(
      [],
      figureHeads(1, 'Saving in the same future, HK$, against', ...against.map(labelOf)),
      ...savings.map(([label, key]) => [
        text(label),
        ...against.map((id) => number(result.saving[id]?.[key], 'cents')),
      ]),
      [
        text('Share of futures in which it saves'),
        ...against.map((id) => number(result.saving[id]?.probabilityPositive, 'share')),
      ],
    );
  }
  rows.push(
    [],
    figureHeads(2, 'Computed in this workbook', 'Posture', 'Now', 'In the run', 'Difference'),
  );
  const above = rows.length;
  rows.push(
    ...checked.map((figure, index) => checkRow(figure, above + index + 1)),
    [
      text(
        'The column \u201cNow\u201d follows every change on the sheet \u201cCash flow\u201d; before any it equals the run to the cent, unless a rate is itself uncertain.',
        'note',
      ),
    ],
    [],
    heads('Sheet', 'What is on it'),
    ...contents.map(([name, about]) => [text(name), text(about)]),
  );
  return { name: 'Summary', rows, widths: [48, 20, 20, 20, 16], frozen: { rows: 0, columns: 0 } };
}

/** `row` is the number of the row that it stands in. */
function checkRow(figure: CheckedFigure, row: number): readonly SheetCell[] {
  const { cell, format, label, posture, run, value } = figure;
  // To the cent, or to a millionth of a share: what lies beyond is rounding.
  const decimals = format === 'share' ? 6 : 2;
  const scale = 10 ** decimals;
  return [
    text(label),
    text(posture),
    { value, formula: cell, format },
    number(run, format),
    {
      value: Math.round((value - run) * scale) / scale,
      formula: `ROUND(C${row}-D${row},${decimals})`,
      format,
    },
  ];
}

const contents: readonly (readonly [string, string])[] = [
  ['Cash flow', 'Each cost line year by year, with formulas up to present values and returns'],
  ['Assumptions', 'Every input: value, distribution, unit, source, class of its evidence'],
  ['Percentiles', 'The spread of every output and saving, with standard errors'],
  ['Components', 'What the cost is made of, by category, line and year'],
  ['Claims', 'Published claims against what the model gives'],
  ['Duties and gaps', 'What the law asks for, and which controls are missing'],
  ['Register', 'Each flow of personal data, with what the law says of it'],
  ['Trials', 'The first simulated futures, one a row'],
  ['Manifest', 'What was run, so that it can be run again'],
];
