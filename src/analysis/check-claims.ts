import type { Evidence } from '../schema/evidence.ts';
import type { ClaimResult, Result } from '../schema/result.ts';

/**
 * Every claim of the register with what this run says of it. A claim with figures to check is
 * reproduced or not by this very run; the others keep the verdict of the register.
 */
export function checkClaims(
  evidence: Pick<Evidence, 'claims'>,
  result: Omit<Result, 'claims'>,
): ClaimResult[] {
  return Object.entries(evidence.claims).flatMap(([id, claim]): ClaimResult[] => {
    const common = {
      id,
      kind: claim.kind,
      statement: claim.statement,
      why: claim.why,
      ...(claim.law === undefined ? {} : { law: claim.law.map((each) => ({ ...each })) }),
      evidence: [...claim.evidence],
    };
    if (claim.check === undefined || claim.check.length === 0) {
      return [
        { ...common, label: '', published: null, computed: null, unit: '', verdict: claim.verdict },
      ];
    }
    return claim.check.map((check) => {
      const computed = numberAt(result, check.value);
      const close =
        computed !== null &&
        Math.abs(computed - check.published) <= check.tolerance * Math.abs(check.published);
      const verdict = computed === null ? 'not-modelled' : close ? 'reproduced' : 'not reproduced';
      return {
        ...common,
        label: check.label,
        published: check.published,
        computed,
        unit: check.unit,
        verdict,
      };
    });
  });
}

/** The number at a path such as `outputs.tco.all-laws.mean`, or null. */
function numberAt(value: unknown, path: string): number | null {
  let found = value;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return typeof found === 'number' ? found : null;
}
