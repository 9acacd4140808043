import type { ProgramSource } from '../language/program-source.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { Calibration } from '../schema/calibration.ts';
import { csvText } from '../schema/csv-text.ts';
import { targetInWords } from './target-in-words.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** Moves of less than this part of a standard deviation are not worth a line. */
const least = 0.01;

/** A calibration that weighed futures, as a table for people. */
export function calibrationTable(
  { cheapest, effectiveTrials, inputs, targets, tco, trials }: Calibration,
  { model, scenario }: ProgramSource,
  styled: boolean,
): string {
  const label = (id: string) => scenario.postures.find((each) => each.id === id)?.label ?? id;
  const scale = moneyScale(Object.values(tco).flatMap(({ after, before }) => [before, after]));
  const money = (hkd: number) => formatMoney(hkd, { scale });
  const title = strong(
    wrapped(`${scenario.name}: what would have to be true for it to agree with the targets`),
    styled,
  );
  const moved = inputs.filter((each) => Math.abs(each.moved) >= least);
  const show = (input: string, value: number) =>
    formatQuantity(value, model.inputs[input]?.unit ?? '', hongKongDollars);
  const rows: Row[] = [
    { kind: 'heading', text: 'What is to be met', cells: ['as it is', 'target'] },
    ...targets.map(({ before, target }): Row => ({
      kind: 'row',
      label: targetInWords(target, { model, scenario }),
      cells:
        target.kind === 'count'
          ? [formatNumber(before, 2), formatNumber(target.value, 2)]
          : [money(before), money(target.value ?? NaN)],
    })),
    { kind: 'gap' },
    {
      kind: 'heading',
      text: 'How far each input moves for it, on average',
      cells: ['as it is', 'then', 'standard deviations'],
    },
    ...(moved.length === 0
      ? [{ kind: 'row', label: 'None: what moves is luck', cells: [] } as const]
      : moved.map(({ after, before, input, moved: by }): Row => ({
          kind: 'row',
          label: model.inputs[input]?.label ?? input,
          cells: [show(input, before), show(input, after), formatNumber(by, 2)],
        }))),
    { kind: 'gap' },
    { kind: 'heading', text: 'Then', cells: ['as it is', 'then'] },
    ...Object.entries(tco).map(([id, { after, before }]): Row => ({
      kind: 'row',
      label: `Mean cost of ${label(id)}`,
      cells: [money(before), money(after)],
    })),
    ...Object.entries(cheapest).map(([id, { after, before }]): Row => ({
      kind: 'row',
      label: `${label(id)} costs least`,
      cells: [ofHundred(before), ofHundred(after)],
    })),
  ];
  const rests = `This rests on as much as ${formatNumber(effectiveTrials, 0)} of ${formatNumber(trials, 0)} futures, which were weighed and not changed. How often things happen may move as well as inputs: that part is luck.`;
  return `${title}\n\n${textTable(rows, styled)}\n${wrapped(rests)}\n`;
}

/** The same for a spreadsheet. */
export function calibrationCsv({ inputs }: Calibration): string {
  return csvText([
    ['input', 'before', 'after', 'moved'],
    ...inputs.map(({ after, before, input, moved }) => [input, before, after, moved]),
  ]);
}
