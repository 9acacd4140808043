import type { ProgramSource } from '../language/program-source.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { CalibrationTarget, InputCalibration } from '../schema/calibration.ts';
import { csvText } from '../schema/csv-text.ts';
import { moneyScale } from '../present/money-scale.ts';
import { targetInWords } from './target-in-words.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** Moves of less than this part of a standard deviation are not worth a line. */
const least = 0.01;

/** Input values that meet targets, as a table for people. `saved` names the file that they were written to. */
export function inputCalibrationTable(
  { distance, inputs, targets, trials }: InputCalibration,
  { model, scenario }: ProgramSource,
  saved: string | undefined,
  styled: boolean,
): string {
  const title = strong(
    wrapped(`${scenario.name}: the least change of its inputs that meets the targets`),
    styled,
  );
  const show = (input: string, value: number) =>
    formatQuantity(value, model.inputs[input]?.unit ?? '', hongKongDollars);
  const told = inputs.filter(({ moved }) => Math.abs(moved) >= least);
  const isStill = inputs.every(({ factor }) => factor === 1);
  const rows: Row[] = [
    { kind: 'heading', text: 'What is to be met', cells: ['as it is', 'asked', 'then'] },
    ...targets.map(({ about, after, asked, before, target }): Row => {
      const scale = moneyScale([before, asked]);
      return {
        kind: 'row',
        label: targetInWords(target, { model, scenario }, about),
        cells: [before, asked, after].map((value) =>
          about === 'count' ? formatNumber(value, 2) : formatMoney(value, { scale }),
        ),
      };
    }),
    ...rateRows(targets, (target) => targetInWords(target, { model, scenario })),
    { kind: 'gap' },
    {
      kind: 'heading',
      text: 'What each input becomes for it',
      cells: ['as it is', 'then', 'change', 'standard deviations'],
    },
    ...(isStill
      ? [{ kind: 'row', label: 'None moves: the targets are met as it is', cells: [] } as const]
      : told.map(({ after, before, factor, input, moved, spreadFrom }): Row => ({
          kind: 'row',
          label: `${model.inputs[input]?.label ?? input}${spreadFrom === 'assumed' ? ' *' : ''}`,
          cells: [
            show(input, before),
            show(input, after),
            signed(100 * (factor - 1), ' %'),
            signed(moved, ''),
          ],
        }))),
  ];
  const assumed = told.find(({ spreadFrom }) => spreadFrom === 'assumed');
  const notes = [
    ...(assumed === undefined || isStill
      ? []
      : [
          `* The scenario does not say how uncertain this is as a whole; a standard deviation of ${formatNumber(100 * assumed.spread, 0)} % was assumed.`,
        ]),
    `All values of an input move in proportion. All moves together are as far as ${formatNumber(distance, 2)} standard deviations of one input; no nearer values of these inputs meet the targets. Found in ${formatNumber(trials, 0)} futures, always with the same luck.`,
    ...(saved === undefined
      ? ['To keep these values as a scenario of their own, say --out calibrated.json.']
      : [`The scenario with these values: ${saved}`]),
  ];
  return `${title}\n\n${textTable(rows, styled)}\n${notes.map((note) => wrapped(note)).join('\n')}\n`;
}

/** What is thought of rates before and after histories. */
function rateRows(
  targets: InputCalibration['targets'],
  name: (target: CalibrationTarget) => string,
): Row[] {
  const rates = targets.flatMap(({ rate, target }) =>
    rate === undefined ? [] : [{ rate, target }],
  );
  if (rates.length === 0) return [];
  return [
    { kind: 'gap' },
    { kind: 'heading', text: 'Events a year', cells: ['mean', 'P5', 'P95'] },
    ...rates.flatMap(({ rate: { posterior, prior, priorYears }, target }): Row[] => [
      { kind: 'row', label: `${name(target)}:`, cells: [] },
      {
        kind: 'row',
        label: `  as the scenario has it, like ${formatNumber(priorYears, priorYears < 10 ? 1 : 0)} years of counting`,
        cells: [prior.mean, prior.p5, prior.p95].map(small),
      },
      {
        kind: 'row',
        label: '  after the history',
        cells: [posterior.mean, posterior.p5, posterior.p95].map(small),
      },
    ]),
  ];
}

/** To three digits: rates are often far below one. */
function small(value: number): string {
  return formatNumber(value, value >= 1 ? 2 : Math.min(8, 2 - Math.floor(Math.log10(value || 1))));
}

function signed(value: number, unit: string): string {
  const digits = Math.abs(value) >= 10 ? 0 : unit === '' ? 2 : 1;
  return `${value > 0 ? '+' : ''}${formatNumber(value, digits)}${unit}`;
}

/** The same for a spreadsheet. */
export function inputCalibrationCsv({ inputs }: InputCalibration): string {
  return csvText([
    ['input', 'before', 'after', 'factor', 'moved', 'spread', 'spreadFrom'],
    ...inputs.map(({ after, before, factor, input, moved, spread, spreadFrom }) => [
      input,
      before,
      after,
      factor,
      moved,
      spread,
      spreadFrom,
    ]),
  ]);
}
