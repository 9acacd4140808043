import { basename } from 'node:path';
import { formatPercents } from '../present/format-share.ts';
import type { Result } from '../schema/result.ts';
import { printable } from '../schema/describe.ts';
import type { Arguments, CommandBody } from './command.ts';
import { csvText } from '../schema/csv-text.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { moneyRow, unitOf } from './figures.ts';
import { refuseToReplaceInput } from './files-read.ts';
import { findScenarios, isFolder } from './find-scenarios.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { resultCsvHead, resultLines } from '../export/result-csv.ts';
import { runPortfolio } from './portfolio.ts';
import type { Portfolio } from './portfolio.ts';
import { portfolioCsv } from './portfolio-csv.ts';
import { portfolioTable } from './portfolio-table.ts';
import { mostStreamedTrials, runOptions } from './run-options.ts';
import { prepareOrStop, runPrepared } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import type { Row } from './text-table.ts';

/** One scenario of a comparison. */
interface Compared {
  readonly file: string;
  readonly result: Result;
  /** The posture whose saving is told. */
  readonly of: string;
}

/** More columns fit on no screen. */
const mostAside = 20;

/** `tandem compare`: scenarios side by side, in HK$ since they may be written in different currencies. */
export const compareCommand: CommandBody = async (given, terminal) => {
  const format = formatOf(given, ['table', 'json', 'csv']);
  const run = runOptions(given, mostStreamedTrials);
  const asPortfolio = given.options.portfolio !== undefined || given.files.some(isFolder);
  if (asPortfolio) return comparePortfolio(given, format, terminal);
  if (given.files.length < 2)
    throw wrongCommand('there is nothing to compare with: name two files or more, or a folder');
  if (given.files.length > mostAside)
    throw wrongCommand(
      `at most ${mostAside} scenarios stand side by side; with --portfolio each is a row`,
    );
  // All files are checked before the first is run, so that a mistake in the last costs no time.
  const ready = given.files.map((file) => ({
    file,
    ready: prepareOrStop(file, run, given, terminal),
  }));
  const compared: Compared[] = [];
  for (const each of ready) {
    const result = await runPrepared(each.ready, terminal);
    const { of } = each.ready.prepared.compiled.source.model.comparison;
    compared.push({ file: each.file, result, of });
  }
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText({ scenarios: compared.map(({ result }) => result) })
      : format === 'csv'
        ? compareCsv(compared)
        : compareTable(compared, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

/** One scenario a row; a file that cannot be run does not stop the others, but the exit code tells. */
async function comparePortfolio(
  given: Arguments,
  format: 'table' | 'json' | 'csv',
  terminal: Terminal,
): Promise<ExitCode> {
  const files = findScenarios(given.files);
  refuseToReplaceInput(given.options.out);
  const portfolio = await runPortfolio(
    files,
    runOptions(given, mostStreamedTrials),
    given,
    terminal,
  );
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText({ format: 'tandem-portfolio/1', ...withoutResults(portfolio) })
      : format === 'csv'
        ? portfolioCsv(portfolio)
        : portfolioTable(portfolio, styled);
  await deliver(text, given.options.out, terminal);
  const { failures } = portfolio;
  if (failures.length === 0) return exitCode.done;
  terminal.remark(
    `tandem: ${failures.length} of ${files.length} files could not be run: ${failures.map(({ file }) => printable(file)).join(', ')}\n`,
  );
  return exitCode.wrongInput;
}

/** Manifests stand for the results, which "tandem run" gives in full. */
function withoutResults({ failures, holdings }: Portfolio) {
  return {
    scenarios: holdings.map(({ result, ...told }) => ({
      ...told,
      manifest: result.manifest,
      postures: result.postures,
      cost: result.outputs['tco'],
      cheapest: result.cheapest,
    })),
    failures,
  };
}

function compareTable(compared: readonly Compared[], styled: boolean): string {
  const means = compared.flatMap(({ result }) =>
    result.postures.map(({ id }) => result.outputs['tco']?.[id]?.mean ?? 0),
  );
  const scale = moneyScale(means);
  const postures = new Map(
    compared.flatMap(({ result }) => result.postures.map(({ id, label }) => [id, label] as const)),
  );
  const settings = compared.map(
    ({ result: { manifest } }) => `${formatNumber(manifest.trials, 0)}, ${manifest.seed}`,
  );
  const rows: Row[] = [
    {
      kind: 'heading',
      text: `Mean cost over the horizon, ${unitOf(scale)}`,
      cells: compared.map(({ file }) => basename(file, '.json')),
    },
    ...[...postures].map(([id, label]) => costRow(id, label, compared, scale)),
    { kind: 'gap' },
    { kind: 'heading', text: '8 in 10 futures lie between' },
    ...[...postures].map(([id, label]) => rangeRow(id, label, compared, scale)),
    { kind: 'gap' },
    { kind: 'heading', text: 'Chance of being cheapest' },
    ...[...postures].map(([id, label]): Row => ({
      kind: 'row',
      label,
      cells: compared.map(({ result }) => (id in result.cheapest ? chanceOf(id, result) : '-')),
    })),
    { kind: 'gap' },
    {
      kind: 'heading',
      text: `Mean saving of ${[...new Set(compared.map(({ of }) => postures.get(of) ?? of))].join(' or ')} against, ${unitOf(scale)}`,
    },
    ...[...postures]
      .filter(([id]) => compared.some(({ result }) => id in result.saving))
      .map(([id, label]): Row => ({
        kind: 'row',
        label,
        cells: meansOf(
          compared.map(({ result }) => result.saving[id]),
          scale,
        ),
      })),
    { kind: 'gap' },
    {
      kind: 'row',
      label: 'years',
      cells: compared.map(({ result }) => String(result.manifest.years)),
    },
    { kind: 'row', label: 'futures, seed', cells: settings },
    {
      kind: 'row',
      label: 'coupling',
      cells: compared.map(({ result }) => result.manifest.coupling),
    },
    {
      kind: 'row',
      label: 'result',
      cells: compared.map(({ result }) => result.manifest.resultHash.slice(0, 12)),
    },
  ];
  return textTable(rows, styled);
}

function costRow(id: string, label: string, compared: readonly Compared[], scale: MoneyScale): Row {
  const found = compared.map(({ result }) => result.outputs['tco']?.[id]);
  return { kind: 'row', label, cells: meansOf(found, scale), strong: true };
}

/** Means to the digits that the least certain of them allows; a dash where there is none. */
function meansOf(
  found: readonly ({ mean: number; standardError: number } | undefined)[],
  scale: MoneyScale,
): string[] {
  const amounts = found.map((each) => ({ hkd: each?.mean ?? 0, error: each?.standardError }));
  return moneyRow(amounts, scale).map((cell, index) => (found[index] === undefined ? '-' : cell));
}

function rangeRow(
  id: string,
  label: string,
  compared: readonly Compared[],
  scale: MoneyScale,
): Row {
  const cells = compared.map(({ result }) => {
    const summary = result.outputs['tco']?.[id];
    if (summary === undefined) return '-';
    const ends = (['p10', 'p90'] as const).map((end) => ({
      hkd: summary[end],
      error: summary.errors[end] ?? summary.standardError,
    }));
    return moneyRow(ends, scale).join(' to ');
  });
  return { kind: 'row', label, cells };
}

function compareCsv(compared: readonly Compared[]): string {
  const lines = compared.flatMap(({ file, result }) =>
    resultLines(result).map((line) => [file, ...line]),
  );
  return csvText([['scenario', ...resultCsvHead], ...lines]);
}

/** A posture's chance of being cheapest, told so that those of the scenario add up. */
function chanceOf(id: string, { cheapest }: Result): string {
  const all = Object.keys(cheapest);
  return formatPercents(Object.values(cheapest))[all.indexOf(id)] ?? '-';
}
