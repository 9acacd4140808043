import { formatNumber } from '../present/format-number.ts';
import { formatPercent } from '../present/format-share.ts';
import { lawfulnessInWords } from '../present/lawfulness-in-words.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import { printable } from '../schema/describe.ts';
import { moneyRow, unitOf } from './figures.ts';
import type { Holding, Portfolio } from './portfolio.ts';
import { aside, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** A portfolio as a table for people: one scenario a row, in HK$ since each may have a currency of its own. */
export function portfolioTable({ failures, holdings }: Portfolio, styled: boolean): string {
  const amounts = holdings.flatMap(({ choice }) =>
    choice === null ? [] : [choice.saving.p10, choice.saving.p90],
  );
  const scale = { ...moneyScale(amounts, hongKongDollars), decimals: 2 };
  const heading: Row = {
    kind: 'heading',
    text: `Saving of the answer, ${unitOf(scale)}`,
    cells: [
      'answer',
      'cheapest in',
      'against',
      'P10',
      'P50',
      'P90',
      'saves in',
      'top driver of the saving',
      'share',
    ],
  };
  const rows = holdings.map((holding): Row => ({
    kind: 'row',
    label: `${holding.result.manifest.scenario.name} (${holding.file})`,
    cells: cellsOf(holding, scale),
  }));
  const parts = [
    textTable([heading, ...rows], styled).trimEnd(),
    ...holdings.flatMap(averageNote),
    ...(failures.length === 0 ? [] : [failureText(failures, holdings.length)]),
    aside(settings(holdings), styled),
  ].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function cellsOf({ choice, driver, result }: Holding, scale: MoneyScale): readonly string[] {
  if (choice === null) return ['one posture only', '', '', '', '', '', '', '', ''];
  const { best, chance, rival, saving } = choice;
  const label = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const spread = moneyRow(
    (['p10', 'p50', 'p90'] as const).map((figure) => ({
      hkd: saving[figure],
      error: saving.errors[figure] ?? saving.standardError,
    })),
    scale,
  );
  return [
    result.answer.option === null ? `none known lawful; ${label(best)}` : label(best),
    formatPercent(chance),
    label(rival),
    ...spread,
    formatPercent(saving.probabilityPositive),
    driver === null ? '-' : driver.label,
    driver === null ? '-' : formatPercent(driver.share),
  ];
}

/** Where what leaves out a law that applies would cost less, that is said: it is no answer. */
function averageNote({ choice, onAverage, result }: Holding): readonly string[] {
  if (choice === null || onAverage === null || onAverage === choice.best) return [];
  const label = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  return [
    wrapped(
      `${result.manifest.scenario.name}: ${label(onAverage)} would cost less on average${whyNot(result, onAverage)}.`,
    ),
  ];
}

function whyNot({ law }: Holding['result'], id: string): string {
  const own = law?.postures[id];
  return law === undefined || own === undefined || own.status === 'lawful'
    ? ''
    : `, but is no answer: ${lawfulnessInWords(own, law).toLowerCase()}`;
}

function failureText(failures: Portfolio['failures'], ran: number): string {
  const head = `${failures.length} of ${failures.length + ran} files could not be run:`;
  const lines = failures.flatMap(({ file, problems }) => [
    `  ${printable(file)}`,
    ...problems.map((problem) => `    ${problem.replaceAll('\n', '\n    ')}`),
  ]);
  return [head, ...lines].join('\n');
}

function settings(holdings: readonly Holding[]): string {
  const lines = holdings.map(({ file, result: { manifest } }) => {
    const { asOf, resultHash, seed, tandem, trials } = manifest;
    return `${printable(file)}: ${formatNumber(trials, 0)} futures, seed ${seed}, law of ${asOf}, Tandem ${tandem}, result ${resultHash.slice(0, 16)}`;
  });
  return lines.join('\n');
}
