import { group } from 'd3-array';
import type { ClaimResult } from '../schema/result.ts';
import type { CommandBody } from './command.ts';
import { csvText } from '../schema/csv-text.ts';
import { exitCode } from './exit-code.ts';
import { claimsInWords, heldInWords } from '../present/claims-in-words.ts';
import { formatNumber } from '../present/format-number.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { mostStreamedTrials, runOptions } from './run-options.ts';
import { prepareOrStop, runPrepared } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import { strong, wrapped } from './text-table.ts';

/** `tandem claims`: every published claim, what the scenario gives instead, and the verdict. */
export const claimsCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = formatOf(given, ['table', 'json', 'csv']);
  const ready = prepareOrStop(file, runOptions(given, mostStreamedTrials), given, terminal);
  const { claims, manifest } = await runPrepared(ready, terminal);
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText({ manifest, claims })
      : format === 'csv'
        ? claimsCsv(claims)
        : claimsTable(claims, manifest.scenario.name, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

function claimsTable(claims: readonly ClaimResult[], scenario: string, styled: boolean): string {
  if (claims.length === 0) return 'No claims are known for this model.\n';
  const inWords = claimsInWords(claims);
  const parts = inWords.map(({ id, isFlagged, law, statement, why }) => {
    const figures = claims.filter((claim) => claim.id === id);
    const computed = figures
      .filter((figure) => figure.published !== null)
      .map((figure) => `      ${figureLine(figure)}`);
    return [
      strong(
        `${id.padEnd(4)}${isFlagged ? '! ' : '  '}${verdictOf(figures)}  [${kindOf(figures)}]`,
        styled,
      ),
      wrapped(statement, 88, '      '),
      ...computed,
      wrapped(why, 88, '      '),
      ...(law.length === 0 ? [] : [wrapped(`By ${law.join('; ')}.`, 88, '      ')]),
    ].join('\n');
  });
  const verdicts = [...group(claims, (claim) => claim.id).values()].map(verdictOf);
  const counts = [...group(verdicts, (verdict) => verdict)].map(
    ([verdict, of]) => `${of.length} ${verdict}`,
  );
  const flagged = inWords.filter(({ isFlagged }) => isFlagged).map(({ id }) => id);
  return `${[
    strong(wrapped(`Published claims against ${scenario}`), styled),
    ...parts,
    wrapped(
      flagged.length === 0
        ? heldInWords(inWords)
        : `! ${heldInWords(inWords).replace(/\.$/, '')}: ${flagged.join(', ')}`,
    ),
    counts.join(', '),
  ].join('\n\n')}\n`;
}

const kinds: Readonly<Record<string, string>> = {
  empirical: 'a figure that somebody is said to have found',
  law: 'a statement of law',
  case: 'a story',
  assumption: 'a supposition',
  banner: 'a banner',
};

function kindOf([first]: readonly ClaimResult[]): string {
  return kinds[first?.kind ?? ''] ?? 'a claim';
}

/** The verdict of a claim: that of its figures, or each of theirs where they differ. */
function verdictOf(figures: readonly ClaimResult[]): string {
  return [...new Set(figures.map((figure) => figure.verdict))].join(' and ');
}

function figureLine({ label, published, computed, unit, verdict }: ClaimResult): string {
  const shown = (value: number | null) =>
    value === null ? 'none' : formatNumber(value, Math.abs(value) >= 1000 ? 0 : 3);
  return `${label}: published ${shown(published)}, computed ${shown(computed)} ${unit} - ${verdict}`;
}

function claimsCsv(claims: readonly ClaimResult[]): string {
  return csvText([
    [
      'id',
      'class',
      'label',
      'published',
      'computed',
      'unit',
      'verdict',
      'statement',
      'why',
      'law',
      'evidence',
    ],
    ...claims.map((claim) => [
      claim.id,
      claim.kind ?? '',
      claim.label,
      claim.published,
      claim.computed,
      claim.unit,
      claim.verdict,
      claim.statement,
      claim.why,
      (claim.law ?? []).map(({ article }) => article).join('; '),
      claim.evidence.join(' '),
    ]),
  ]);
}
