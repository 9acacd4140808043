import { checkDistribution } from '../numeric/distributions/check-distribution.ts';
import { checkRange } from './check-range.ts';
import { quoted, wordList } from './describe.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ModelInput } from './model.ts';
import { didYouMean } from './near-miss.ts';
import { numberHint } from './number-hint.ts';
import type { CellValue } from './resolved.ts';
import { specOf } from './spec-of.ts';
import type { DistributionValue, PercentilesValue, Quantity } from './value-form.ts';

/** What a cell is checked against. */
export interface CellContext {
  readonly name: string;
  readonly input: ModelInput;
  /** HK$ for one unit of the value's currency; 1 where it has no money in it. */
  readonly factor: number;
  readonly issues: IssueCollector;
}

/** What an input is given in one posture and one year, checked; null where it is told to be wrong. */
export function expandCell(
  given: Quantity,
  pointer: string,
  times: CellValue | null,
  context: CellContext,
): CellValue | null {
  const { name, input, issues } = context;
  if (input.choices !== undefined) {
    if (typeof given === 'string' && input.choices.includes(given))
      return { kind: 'text', value: given };
    const found = typeof given === 'string' ? didYouMean(given, input.choices) : '';
    const message = `${name} is a choice between ${wordList(input.choices)}${typeof given === 'string' ? `; found ${quoted(given)}` : ''}${found}`;
    issues.error('choice', pointer, message);
    return null;
  }
  if (typeof given === 'string') {
    const hint = numberHint(given);
    issues.error(
      'type',
      pointer,
      `${name} takes a number or a distribution; found the text ${quoted(given)}${hint === '' ? '' : `; ${hint}`}`,
    );
    return null;
  }
  const cell = numericCell(given, pointer, issues);
  if (cell !== null) checkRange(cell, times, pointer, context);
  return cell;
}

/** The multiplier of an input, checked; null where it is told to be wrong. */
export function expandTimes(
  given: number | DistributionValue | PercentilesValue,
  pointer: string,
  { name, input, issues }: CellContext,
): CellValue | null {
  if (input.choices !== undefined) {
    issues.error('type', pointer, `${name} is a choice between words and cannot be multiplied`);
    return null;
  }
  return numericCell(given, pointer, issues);
}

function numericCell(
  given: number | DistributionValue | PercentilesValue,
  pointer: string,
  issues: IssueCollector,
): CellValue | null {
  if (typeof given === 'number') return { kind: 'number', value: given };
  const spec = specOf(given);
  const problems = checkDistribution(spec);
  for (const { field, message } of problems) {
    issues.error('distribution', field === '' ? pointer : `${pointer}/${field}`, message);
  }
  return problems.length === 0 ? { kind: 'distribution', spec } : null;
}
