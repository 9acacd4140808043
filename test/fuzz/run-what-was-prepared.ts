import { NotFiniteError } from '../../src/analysis/run-data.ts';
import { RunError } from '../../src/engine/interpreter.ts';
import { calculate } from '../../src/runner/calculate.ts';
import type { Preparation } from '../../src/runner/prepare.ts';
import { formatIssue } from '../../src/schema/issue.ts';
import type { Verdict } from './fuzz-target.ts';

/** Runs what was prepared, if it may be run: its figures are numbers, or it is refused in words. */
export function runWhatWasPrepared({ issues, prepared }: Preparation): Verdict {
  const errors = issues.filter(({ severity }) => severity === 'error');
  for (const issue of issues) {
    if (issue.message.trim() === '' || issue.message.length > 2000 || /\p{Cc}/u.test(issue.message))
      throw new Error(`an issue without a message that can be shown: ${formatIssue(issue)}`);
    if (issue.file === '') throw new Error(`an issue in no file: ${formatIssue(issue)}`);
  }
  if (prepared === null) {
    if (errors.length === 0) throw new Error('refused without a reason');
    return 'refused';
  }
  if (errors.length > 0) throw new Error('prepared although there is an error');
  try {
    const result = calculate(prepared, { claims: {} });
    const wrong = notFinite(result, '');
    if (wrong !== null) throw new Error(`${wrong} is not a finite number`);
    return 'accepted';
  } catch (error) {
    if ((error instanceof RunError || error instanceof NotFiniteError) && error.message !== '')
      return 'refused';
    throw error;
  }
}

/** Where a value holds a number that is none. */
export function notFinite(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const wrong = notFinite(member, `${path}/${key}`);
    if (wrong !== null) return wrong;
  }
  return null;
}
