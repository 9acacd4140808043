import { calibrate, CalibrationError } from '../analysis/calibrate.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { Calibration, CalibrationTarget } from '../schema/calibration.ts';
import { csvText } from '../schema/csv-text.ts';
import type { CommandBody } from './command.ts';
import { exitCode, wrongInput } from './exit-code.ts';
import { jsonText } from '../schema/json-text.ts';
import { choiceOf } from './parse-arguments.ts';
import { readTargets } from './read-targets.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop } from './run-scenario.ts';
import { deliver } from './terminal.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** Moves of less than this part of a standard deviation are not worth a line. */
const least = 0.01;

/** `tandem calibrate`: what would have to be true for a scenario to agree with what is known. */
export const calibrateCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = choiceOf(given, 'format', ['table', 'json', 'csv']) ?? 'table';
  const targets = readTargets(given);
  const { prepared } = prepareOrStop(file, runOptions(given), given, terminal);
  const { source } = prepared.compiled;
  const found = await calibrated(source, targets);
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText(found)
      : format === 'csv'
        ? calibrationCsv(found)
        : calibrationTable(found, source, styled);
  deliver(text, given.options.out, terminal);
  return exitCode.done;
};

async function calibrated(
  source: ProgramSource,
  targets: readonly CalibrationTarget[],
): Promise<Calibration> {
  try {
    const found = await calibrate(source, targets, () => Promise.resolve(true));
    if (found === null) throw new RangeError('a calibration that nobody gave up was given up');
    return found;
  } catch (error) {
    if (error instanceof CalibrationError) throw wrongInput(error.message);
    throw asFailedRun(error);
  }
}

function calibrationTable(
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
      label: targetInWords(target, label, (event) => model.events[event]?.label ?? event),
      cells:
        target.kind === 'count'
          ? [formatNumber(before, 2), formatNumber(target.value, 2)]
          : [money(before), money(target.value)],
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

function targetInWords(
  target: CalibrationTarget,
  label: (posture: string) => string,
  event: (name: string) => string,
): string {
  const name = label(target.posture);
  switch (target.kind) {
    case 'mean':
      return `Mean cost of ${name}`;
    case 'percentile':
      return `${formatNumber(100 * target.probability, 0)} of 100 futures of ${name} cost less than`;
    case 'count':
      return `${event(target.event)} under ${name}, over the horizon`;
  }
  return target satisfies never;
}

function calibrationCsv({ inputs }: Calibration): string {
  return csvText([
    ['input', 'before', 'after', 'moved'],
    ...inputs.map(({ after, before, input, moved }) => [input, before, after, moved]),
  ]);
}
