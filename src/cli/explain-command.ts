import { explainPlan } from '../language/explain-plan.ts';
import { formatNumber } from '../present/format-number.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { exitCode } from './exit-code.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';

/** `tandem explain`: the program that a scenario is compiled to, step by step. */
export const explainCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = formatOf(given, ['table', 'json']);
  const { plan, source } = prepareOrStop(file, {}, given, terminal).prepared.compiled;
  if (format === 'json') {
    await deliver(jsonText(plan), given.options.out, terminal);
    return exitCode.done;
  }
  const { constants, steps } = explainPlan(plan);
  const counted = (count: number, what: string) => `${formatNumber(count, 0)} ${what}`;
  const width = String(steps.length).length;
  const lines = [
    printable(source.scenario.name),
    '',
    `${counted(steps.length, 'steps')} over ${counted(plan.columns, 'columns of values')} and ${counted(plan.drawColumns, 'of draws')}, for 512 futures at a time.`,
    'v1 is a column of values, u1 one of evenly spread draws; a column is used again once nothing needs it.',
    'The postures share one program: what is the same for several is computed once.',
    '',
    ...steps.map(
      ({ depth, place, text }) =>
        `${String(place).padStart(width)}  ${'    '.repeat(depth)}${text}`,
    ),
    '',
    `The same in every future, and so not computed (${constants.length}):`,
    ...constants.map(({ value, what }) => `${' '.repeat(width)}  ${what} = ${value}`),
    '',
  ];
  await deliver(lines.join('\n'), given.options.out, terminal);
  return exitCode.done;
};
