import { analyse } from '../analysis/analyse.ts';
import { switchingValues } from '../analysis/switching-values.ts';
import type { Columns } from '../engine/merge.ts';
import { RunMemory } from '../engine/run-memory.ts';
import type { Result } from '../schema/result.ts';
import { scenarioText } from '../schema/save-scenario.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import { briefingOf } from './briefing-of.ts';
import { bundledClaims } from './bundled-claims.ts';
import type { Prepared } from './prepare.ts';
import type { RunOutcome } from './runner.ts';

// What no run needs before its first picture: one file, fetched while its futures are computed.

export { scenarioText };

/** All that a run of a bundled model says. */
export function wholeResult({ compiled, identity }: Prepared, columns: Columns): Result {
  return analyse(compiled, columns, identity, bundledClaims);
}

/** What is told of a scenario beside its result; a draft is not saved. */
export function toldBeside(
  prepared: Prepared,
  isDraft: boolean,
): Pick<RunOutcome, 'briefing' | 'saved'> {
  return {
    briefing: briefingOf(prepared),
    saved: isDraft ? null : scenarioText(prepared.loaded),
  };
}

/** What drafts remember of those before them. */
export function memoryOfDrafts(): RunMemory {
  return new RunMemory();
}

/** Which inputs would change the answer; null where nobody wants to know any more. */
export function switchingOf(
  { compiled }: Prepared,
  pause: () => Promise<boolean>,
): Promise<readonly SwitchingValue[] | null> {
  return switchingValues(compiled.source, pause);
}
