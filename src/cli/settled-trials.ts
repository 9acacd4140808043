import { runUntilSettled } from '../analysis/run-until-settled.ts';
import type { SettleGoal } from '../analysis/run-until-settled.ts';
import { formatNumber } from '../present/format-number.ts';
import { printable } from '../schema/describe.ts';
import { wrongCommand } from './exit-code.ts';
import type { PreparedFile } from './prepare-file.ts';
import { asFailedRun } from './run-scenario.ts';
import type { Terminal } from './terminal.ts';

/** How many futures meet the goal of --until; says on stderr how many they were, and whether they did. */
export async function settledTrials(
  { prepared }: PreparedFile,
  until: string,
  terminal: Terminal,
): Promise<number> {
  const { source } = prepared.compiled;
  const goal = goalOf(until);
  try {
    const found = await runUntilSettled(source, goal, source.scenario.run.trials, () =>
      Promise.resolve(true),
    );
    if (found === null) throw new RangeError('a search that nobody gave up was given up');
    const what = goal.kind === 'choice' ? 'settle the choice' : 'give that precision';
    const told = found.isSettled ? '' : 'do not ';
    const more =
      found.trials > found.needed
        ? ` Figures are those of ${formatNumber(found.trials, 0)}: of those that settled it alone they would flatter the choice.`
        : '';
    terminal.remark(`${formatNumber(found.needed, 0)} futures ${told}${what}, 99 % sure.${more}\n`);
    return found.trials;
  } catch (error) {
    throw asFailedRun(error);
  }
}

function goalOf(until: string): SettleGoal {
  if (until === 'settled') return { kind: 'choice' };
  const share = /^(\d+(?:\.\d+)?) ?%$/.exec(until)?.[1];
  if (share !== undefined && Number(share) > 0)
    return { kind: 'precision', share: Number(share) / 100 };
  throw wrongCommand(`--until is "settled" or a share such as 0.5%; found "${printable(until)}"`);
}
