import type { Columns } from '../engine/merge.ts';
import type { Compiled } from '../language/compile.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result, Summary } from '../schema/result.ts';
import { checkClaims } from './check-claims.ts';
import { costOfDelay } from './cost-of-delay.ts';
import { draftOf } from './draft.ts';
import type { Settled } from './draft.ts';
import { shadowOf } from './exact-shadow.ts';
import { resultHash } from './result-hash.ts';
import { modelHash, scenarioHash } from './run-identity.ts';
import type { RunIdentity } from './run-identity.ts';

/** All that a run says: a pure function of its columns, with the error of every figure. */
export function analyse(
  compiled: Compiled,
  columns: Columns,
  identity: RunIdentity,
  evidence: Pick<Evidence, 'claims'>,
  settled: Settled | null = null,
): Result {
  const { data, result: draft } = draftOf(compiled, columns, identity, 'full', settled);
  const { manifest, outputs } = draft;
  const figures: Result = {
    ...draft,
    manifest: {
      ...manifest,
      model: { ...manifest.model, hash: modelHash(compiled.source.model) },
      scenario: { ...manifest.scenario, hash: scenarioHash(identity.scenario) },
    },
    shadow: shadowOf(compiled, (group, name, posture) =>
      group === 'output' ? pick(outputs[name]?.[posture]) : data.mean(group, name, posture),
    ),
    ...(identity.law ? { law: identity.law } : {}),
    ...weekOfDelay(compiled, identity.compileWith),
  };
  const result: Result = { ...figures, claims: checkClaims(evidence, figures) };
  return { ...result, manifest: { ...result.manifest, resultHash: resultHash(result) } };
}

function weekOfDelay(
  compiled: Compiled,
  compileWith: RunIdentity['compileWith'],
): Pick<Result, 'weekOfDelay'> {
  const cost = compileWith === undefined ? null : costOfDelay(compiled, compileWith);
  return cost === null ? {} : { weekOfDelay: cost };
}

function pick(summary: Summary | undefined): {
  readonly mean: number;
  readonly standardError: number;
} {
  return { mean: summary?.mean ?? NaN, standardError: summary?.standardError ?? NaN };
}
