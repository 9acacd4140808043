import { topDriver } from '../analysis/top-driver.ts';
import type { TopDriver } from '../analysis/top-driver.ts';
import { cheapestOnAverage, leadingChoice } from '../present/leading-choice.ts';
import type { LeadingChoice } from '../present/leading-choice.ts';
import { formatIssue } from '../schema/issue.ts';
import type { RunOptions } from '../schema/resolved.ts';
import type { Result } from '../schema/result.ts';
import type { Arguments } from './command.ts';
import { CommandStop, exitCode } from './exit-code.ts';
import { prepareFile } from './prepare-file.ts';
import { refuseToReplaceInput } from './files-read.ts';
import { asFailedRun, runPrepared } from './run-scenario.ts';
import type { Terminal } from './terminal.ts';

/** What a portfolio says of one scenario. */
export interface Holding {
  readonly file: string;
  readonly result: Result;
  /** null where a scenario has a single posture, so that there is nothing to choose. */
  readonly choice: LeadingChoice | null;
  /** The posture that costs least on average, which may be another one than the leading. */
  readonly onAverage: string | null;
  readonly driver: TopDriver | null;
}

/** A file that could not be run, and why. */
export interface Failure {
  readonly file: string;
  readonly problems: readonly string[];
}

export interface Portfolio {
  readonly holdings: readonly Holding[];
  readonly failures: readonly Failure[];
}

/** Runs every scenario. One that is broken is told of and does not stop the others. */
export async function runPortfolio(
  files: readonly string[],
  run: Partial<RunOptions>,
  given: Arguments,
  terminal: Terminal,
): Promise<Portfolio> {
  const holdings: Holding[] = [];
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      const { ready, issues } = prepareFile(file, run);
      refuseToReplaceInput(given.options.out);
      if (ready === null) {
        const problems = issues.filter(({ severity }) => severity === 'error').map(formatIssue);
        failures.push({ file, problems });
        continue;
      }
      const result = await runPrepared(ready, terminal);
      const choice = leadingChoice(result);
      const driver =
        choice === null
          ? null
          : await topDriver(ready.prepared.compiled, choice.best, choice.rival, () =>
              Promise.resolve(true),
            );
      holdings.push({ file, result, choice, onAverage: cheapestOnAverage(result), driver });
    } catch (error) {
      const known = asFailedRun(error);
      // What is wrong with the command, such as --out, is wrong for every file.
      if (!(known instanceof CommandStop) || known.code === exitCode.wrongCommand) throw error;
      failures.push({ file, problems: [known.message] });
    }
  }
  return { holdings, failures };
}
