import type { LawResult } from '../schema/law-result.ts';
import type { ClaimResult, Result } from '../schema/result.ts';
import { hashOf } from './canonical-json.ts';

/** Wordings: they may be mended or translated without changing an answer. */
const wordings: ReadonlySet<string> = new Set([
  'label',
  'description',
  'statement',
  'why',
  'message',
]);

/**
 * Hash of what a result says: all of it but the hash itself, the place of the scenario file, the
 * wordings, and what a register of claims says without any figure of the run.
 */
export function resultHash(result: Result): string {
  const { resultHash: _hash, ...manifest } = result.manifest;
  const { file: _file, ...scenario } = manifest.scenario;
  const { $schema: _schema, claims, labels: _labels, law, ...rest } = result;
  return hashOf(
    withoutWordings({
      ...rest,
      claims: claims.filter(({ published }) => published !== null).map(claimFigures),
      manifest: { ...manifest, scenario },
      ...(law === undefined ? {} : { law: lawFigures(law) }),
    }),
  );
}

/** What the run gives for a published figure. */
function claimFigures({ computed, id, published, unit, verdict }: ClaimResult): object {
  return { id, published, computed, unit, verdict };
}

/** What the law found, without its texts. */
function lawFigures(law: LawResult): object {
  const { asOf, coming, coverage, derived, drafts, facts, flows, postures, regimes } = law;
  return {
    asOf,
    drafts,
    facts,
    coverage,
    regimes: regimes.map(({ applies, id }) => ({ id, applies })),
    postures: Object.fromEntries(
      Object.entries(postures).map(([id, { coverage: share, keeps, status }]) => [
        id,
        { share, keeps, status },
      ]),
    ),
    flows: flows.map(({ facts: own, mechanism, mechanisms, missing, name }) => ({
      name,
      facts: own,
      mechanism: mechanism.id,
      ...(mechanisms.length < 2 ? {} : { mechanisms: mechanisms.map(({ id }) => id) }),
      missing,
    })),
    derived: derived.map(({ input, status, values }) => ({ input, status, values })),
    ...(coming === undefined ? {} : { coming: coming.map(({ title: _title, ...each }) => each) }),
  };
}

function withoutWordings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWordings);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(
    ([key, member]) => !(wordings.has(key) && typeof member === 'string'),
  );
  return Object.fromEntries(members.map(([key, member]) => [key, withoutWordings(member)]));
}
