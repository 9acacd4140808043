import type { ProgramSource } from '../language/program-source.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { csvText } from '../schema/csv-text.ts';
import type { CsvCell } from '../schema/csv-text.ts';
import { exitCode } from './exit-code.ts';
import { formatNumber } from '../present/format-number.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { wholeNumber } from './parse-arguments.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import { strong, textTable } from './text-table.ts';
import type { Row } from './text-table.ts';
import { trialLedger } from '../analysis/trial-ledger.ts';
import type { Ledger, LedgerYear } from '../analysis/trial-ledger.ts';

/** `tandem trial`: one simulated future, year by year, with every line and event. */
export const trialCommand: CommandBody = async (given, terminal) => {
  const [file = '', which = ''] = given.files;
  const format = formatOf(given, ['table', 'json', 'csv']);
  wholeNumber(which, 'the number of the trial', 1, 2_000_000);
  const ready = prepareOrStop(file, runOptions(given), given, terminal);
  const { source } = ready.prepared.compiled;
  const { trials, seed, sampling, coupling } = source.scenario.run;
  const trial = wholeNumber(which, 'the number of the trial', 1, trials);
  const ledgers = ledgersOf(source, trial);
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText({ trial, trials, seed, sampling, coupling, currency: 'HKD', ledgers })
      : format === 'csv'
        ? ledgerCsv(trial, ledgers)
        : ledgerText(source, trial, ledgers, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

function ledgersOf(source: ProgramSource, trial: number): readonly Ledger[] {
  try {
    return trialLedger(source, trial);
  } catch (error) {
    throw asFailedRun(error);
  }
}

function ledgerText(
  source: ProgramSource,
  trial: number,
  ledgers: readonly Ledger[],
  styled: boolean,
): string {
  const { name, run, postures } = source.scenario;
  const labels = new Map(postures.map(({ id, label }) => [id, label]));
  const title = `${name}: future ${formatNumber(trial, 0)} of ${formatNumber(run.trials, 0)} (seed ${run.seed}, ${run.sampling}), HK$ at the prices of each year`;
  const rows = ledgers.flatMap((ledger): Row[] => [
    { kind: 'gap' },
    { kind: 'heading', text: labels.get(ledger.posture) ?? ledger.posture, cells: ['HK$'] },
    ...ledger.years.flatMap((year) => yearRows(source, year)),
    {
      kind: 'row',
      label: `All ${ledger.years.length} years`,
      cells: [formatNumber(ledger.tco, 2)],
      strong: true,
    },
  ]);
  return `${strong(printable(title), styled)}\n${textTable(rows, styled)}`;
}

function yearRows(source: ProgramSource, year: LedgerYear): Row[] {
  const lineLabel = (name: string) =>
    source.model.lines[name]?.label ?? source.scenario.lines[name]?.label ?? name;
  return [
    ...Object.entries(year.lines).map(([name, amount]): Row => ({
      kind: 'row',
      label: `Year ${year.year}  ${lineLabel(name)}`,
      cells: [formatNumber(amount, 2)],
    })),
    ...year.events.flatMap(({ name, count, amounts, drawn }): Row[] => {
      const label = source.model.events[name]?.label ?? name;
      const each = Object.entries(amounts).map(
        ([amount, values]) =>
          `${amount} ${values.map((value) => formatNumber(value, 2)).join(' + ')}`,
      );
      const paid = new Set(Object.values(amounts).flat());
      const before = Object.entries(drawn)
        .filter(([, values]) => values.some((value) => !paid.has(value)))
        .map(
          ([input, values]) =>
            `${source.model.inputs[input]?.label ?? input} ${values.map((value) => formatNumber(value, 2)).join(' + ')}`,
        );
      const capped = before.length === 0 ? '' : ` (drawn, before caps: ${before.join('; ')})`;
      return [
        {
          kind: 'row',
          label: `        ${count} x ${label}: ${each.join('; ')}${capped}`,
          cells: [],
        },
      ];
    }),
    { kind: 'row', label: `Year ${year.year}`, cells: [formatNumber(year.total, 2)], strong: true },
  ];
}

function ledgerCsv(trial: number, ledgers: readonly Ledger[]): string {
  const lines = ledgers.flatMap(({ posture, years, tco }) => [
    ...years.flatMap(({ year, lines: own, events, total }): CsvCell[][] => [
      ...Object.entries(own).map(([name, amount]): CsvCell[] => [
        trial,
        posture,
        year,
        'line',
        name,
        null,
        amount,
      ]),
      ...events.flatMap(({ name, count, amounts }): CsvCell[][] => [
        [trial, posture, year, 'count', name, null, count],
        ...Object.entries(amounts).flatMap(([amount, values]) =>
          values.map((value, index): CsvCell[] => [
            trial,
            posture,
            year,
            'event',
            `${name}.${amount}`,
            index + 1,
            value,
          ]),
        ),
      ]),
      [trial, posture, year, 'total', 'year', null, total],
    ]),
    [trial, posture, null, 'total', 'tco', null, tco],
  ]);
  return csvText([['trial', 'posture', 'year', 'kind', 'name', 'number', 'amount'], ...lines]);
}
