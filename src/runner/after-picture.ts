import { analyse } from '../analysis/analyse.ts';
import type { Columns } from '../engine/merge.ts';
import type { Result } from '../schema/result.ts';
import { bundledClaims } from './bundled-claims.ts';
import type { Prepared } from './prepare.ts';

// What no run needs before its first picture: one file, fetched while its futures are computed.
export { switchingValues } from '../analysis/switching-values.ts';
export { RunMemory } from '../engine/run-memory.ts';
export { scenarioText } from '../schema/save-scenario.ts';
export { briefingOf } from './briefing-of.ts';

/** All that a run of a bundled model says. */
export function analyseBundled({ compiled, identity }: Prepared, columns: Columns): Result {
  return analyse(compiled, columns, identity, bundledClaims);
}
