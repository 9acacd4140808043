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

/** Smaller moves, in standard deviations or as parts of the value, are not worth a line. */
const least = { moved: 0.01, part: 0.005 };

/** A calibration that weighed futures, as a table for people. */
export function calibrationTable(
  { cheapest, effectiveTrials, inputs, targets, tco, trials }: Calibration,
  { events, model, scenario }: ProgramSource,
  styled: boolean,
): string {
  const label = (id: string) => scenario.postures.find((each) => each.id === id)?.label ?? id;
  const scale = moneyScale(Object.values(tco).flatMap(({ after, before }) => [before, after]));
  const money = (hkd: number) => formatMoney(hkd, { scale });
  const title = strong(
    wrapped(`${scenario.name}: what would have to be true for it to agree with the targets`),
    styled,
  );
  const moved = inputs.filter(
    ({ after, before, moved: by }) =>
      Math.abs(by) >= least.moved || Math.abs(after - before) >= least.part * Math.abs(before),
  );
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
      cells: ['as it is', 'then', 'normal score'],
    },
    ...(moved.length === 0
      ? [{ kind: 'row', label: noneMoved(inputs.length, events.size), cells: [] } as const]
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
  const rests = `This rests on as much as ${formatNumber(effectiveTrials, 0)} of ${formatNumber(trials, 0)} futures, which were weighed and not changed. A normal score of 1 is one standard deviation of a normal input.${
    events.size === 0
      ? ''
      : ' How often events happen may move as well as inputs: that part is luck.'
  }`;
  return `${title}\n\n${textTable(rows, styled)}\n${wrapped(rests)}\n`;
}

/** Why no input has a line: none is uncertain, or none moves on average. */
function noneMoved(inputs: number, events: number): string {
  if (inputs === 0) return 'None: no input with a part in a cost has a range given';
  return events === 0
    ? 'None on average: which of their values go together does'
    : 'None on average: what events bring does, or which values go together';
}

/** The same for a spreadsheet. */
export function calibrationCsv({ inputs }: Calibration): string {
  return csvText([
    ['input', 'before', 'after', 'moved'],
    ...inputs.map(({ after, before, input, moved }) => [input, before, after, moved]),
  ]);
}
