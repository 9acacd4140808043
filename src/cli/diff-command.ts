import { attributeChange, DifferenceError } from '../analysis/attribute-change.ts';
import { scenarioHash } from '../analysis/run-identity.ts';
import { changeLabel, differenceMethod } from '../present/difference-rows.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { Attribution, Difference } from '../schema/difference.ts';
import type { CommandBody } from './command.ts';
import { csvText } from '../schema/csv-text.ts';
import { exitCode, wrongInput } from './exit-code.ts';
import { moneyRow, unitOf } from './figures.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** `tandem diff`: what changed between two scenarios, and what each change does to the answer. */
export const diffCommand: CommandBody = async (given, terminal) => {
  const format = formatOf(given, ['table', 'json', 'csv']);
  const run = runOptions(given);
  const [before, after] = given.files.map((file) => ({
    file,
    ready: prepareOrStop(file, run, given, terminal).prepared,
  }));
  if (before === undefined || after === undefined) throw new RangeError('two files are needed');
  const side = ({ file, ready }: typeof before) => ({
    file,
    name: ready.compiled.source.scenario.name,
    hash: scenarioHash(ready.identity.scenario),
  });
  const found = await attributed(before.ready.compiled.source, after.ready.compiled.source);
  const difference: Difference = { ...found, before: side(before), after: side(after) };
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText(difference)
      : format === 'csv'
        ? differenceCsv(difference)
        : differenceTable(difference, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

async function attributed(
  ...[before, after]: readonly [
    Parameters<typeof attributeChange>[0],
    Parameters<typeof attributeChange>[1],
  ]
): Promise<Attribution> {
  try {
    const found = await attributeChange(before, after, () => Promise.resolve(true));
    if (found === null) throw new RangeError('a comparison that nobody gave up was given up');
    return found;
  } catch (error) {
    if (error instanceof DifferenceError) throw wrongInput(error.message);
    throw asFailedRun(error);
  }
}

function differenceTable(difference: Difference, styled: boolean): string {
  const { after, before, changes, postures } = difference;
  const title = strong(wrapped(`From ${before.name} to ${after.name}`), styled);
  if (changes.length === 0) return `${title}\nNothing that the model reads was changed.\n`;
  const scale = moneyScale(postures.flatMap((each) => [each.before, each.after]));
  const effectRow = (label: string, pick: (id: string) => Effect | undefined): Row => ({
    kind: 'row',
    label,
    cells: signed(
      moneyRow(
        postures.map(({ id }) => ({ hkd: pick(id)?.value ?? 0, error: pick(id)?.error ?? 0 })),
        scale,
      ),
    ),
  });
  const total = (
    label: string,
    pick: (posture: Difference['postures'][number]) => number,
  ): Row => ({
    kind: 'row',
    label,
    strong: true,
    cells: moneyRow(
      postures.map((each) => ({ hkd: pick(each), error: each.change.error })),
      scale,
    ),
  });
  const rows: Row[] = [
    {
      kind: 'heading',
      text: `Mean cost over the horizon, ${unitOf(scale)}`,
      cells: postures.map(({ label }) => label),
    },
    total(`Before: ${before.file}`, (each) => each.before),
    ...changes.map((change) => effectRow(changeLabel(change), (id) => change.effects[id])),
    total(`After: ${after.file}`, (each) => each.after),
    effectRow('All changes', (id) => postures.find((each) => each.id === id)?.change),
  ];
  return `${title}\n\n${textTable(rows, styled)}\n${wrapped(differenceMethod(difference))}\n`;
}

type Effect = Difference['changes'][number]['effects'][string];

function signed(cells: readonly string[]): string[] {
  return cells.map((cell) => (/^[\d.,]*[1-9]/.test(cell) ? `+${cell}` : cell));
}

function differenceCsv({ changes, postures }: Difference): string {
  const rows = changes.flatMap(({ after, before, effects, id }) =>
    postures.map((posture) => [
      id,
      before,
      after,
      posture.id,
      effects[posture.id]?.value ?? 0,
      effects[posture.id]?.error ?? 0,
    ]),
  );
  return csvText([['change', 'before', 'after', 'posture', 'effect', 'error'], ...rows]);
}
