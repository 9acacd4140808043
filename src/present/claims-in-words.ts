import type { ClaimLaw } from '../schema/claim-law.ts';
import type { ClaimResult } from '../schema/result.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';
import { formatQuantity } from './format-quantity.ts';
import { hongKongDollars } from './shown-currency.ts';

/** A published claim, what the scenario gives instead, and what comes of it. */
export interface ClaimInWords {
  readonly id: string;
  readonly statement: string;
  /** What sort of claim it is. */
  readonly kind: string;
  /** Its verdict, or those of its figures where they differ. */
  readonly verdict: string;
  /** The verdicts as they are named in the register. */
  readonly verdicts: readonly string[];
  /** What a reader should not take over as it stands. */
  readonly isFlagged: boolean;
  readonly figures: readonly {
    readonly label: string;
    readonly published: string;
    readonly computed: string;
    readonly verdict: string;
  }[];
  readonly why: string;
  /** What decides on a statement of law: the law, its article, since when, and the rule. */
  readonly law: readonly string[];
  readonly evidence: readonly string[];
}

/** What verdicts are called. */
export const verdictLabels: Readonly<Record<string, string>> = {
  reproduced: 'Reproduced',
  'not reproduced': 'Not reproduced',
  assumption: 'Taken as an assumption',
  contradicted: 'Contradicted',
  inconsistent: 'Inconsistent',
  unsupported: 'No source found',
  'not-modelled': 'Not in the model',
  right: 'Right in law',
  'partly right': 'Partly right in law',
  wrong: 'Wrong in law',
  unsettled: 'Unsettled in law',
};

const kinds: Readonly<Record<string, string>> = {
  empirical: 'The vendor\u2019s claim: a figure said to have been found',
  law: 'The vendor\u2019s claim: a statement of law',
  case: 'The vendor\u2019s claim: a story',
  assumption: 'The vendor\u2019s claim: a supposition',
  banner: 'The vendor\u2019s claim: a banner',
};
const flagged: readonly string[] = ['contradicted', 'inconsistent', 'wrong', 'partly right'];

/** The claims one by one, in their order, with all figures of each together. */
export function claimsInWords(claims: readonly ClaimResult[]): readonly ClaimInWords[] {
  const ids = [...new Set(claims.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const figures = claims.filter((claim) => claim.id === id);
    const [first] = figures;
    if (first === undefined) return [];
    const verdicts = [...new Set(figures.map(({ verdict }) => verdict))];
    return [
      {
        id,
        statement: first.statement,
        kind: kinds[first.kind ?? ''] ?? 'The vendor\u2019s claim',
        verdict: verdicts.map(verdictLabel).join(' and '),
        verdicts,
        isFlagged: verdicts.some((verdict) => flagged.includes(verdict)),
        figures: figures
          .filter(({ published }) => published !== null)
          .map(({ computed, label, published, unit, verdict }) => ({
            label,
            published: figure(published, unit),
            computed: figure(computed, unit),
            verdict: verdictLabel(verdict),
          })),
        why: first.why,
        law: (first.law ?? []).map(lawInWords),
        evidence: first.evidence,
      },
    ];
  });
}

/** `Of 36 published claims 11 do not hold as they stand.` What does not is wrong, wholly or in part. */
export function heldInWords(claims: readonly ClaimInWords[]): string {
  const not = claims.filter(({ isFlagged }) => isFlagged).length;
  const held = not === 1 ? '1 does not hold as it stands' : `${not} do not hold as they stand`;
  return not === 0
    ? 'No published claim is known to be wrong.'
    : `Of ${claims.length} published claims ${held}.`;
}

/** How many claims have which verdict, the most frequent first. */
export function verdictCounts(
  claims: readonly ClaimInWords[],
): readonly { readonly verdict: string; readonly label: string; readonly count: number }[] {
  const verdicts = [...new Set(claims.flatMap((claim) => claim.verdicts))];
  return verdicts
    .map((verdict) => ({
      verdict,
      label: verdictLabel(verdict),
      count: claims.filter((claim) => claim.verdicts.includes(verdict)).length,
    }))
    .toSorted((a, b) => b.count - a.count);
}

function lawInWords({ article, inForce, rule }: ClaimLaw): string {
  const since = inForce === null ? 'never in force' : `since ${formatDate(inForce)}`;
  return `${article}, ${since}${rule === undefined ? '' : ` (${rule})`}`;
}

function verdictLabel(verdict: string): string {
  return (Object.hasOwn(verdictLabels, verdict) ? verdictLabels[verdict] : undefined) ?? verdict;
}

/** Amounts to three digits and more, so that a difference of a per cent is seen. */
function figure(value: number | null, unit: string): string {
  if (value === null) return 'none';
  if (/^(HKD|share)/.test(unit) && Math.abs(value) < 1000)
    return formatQuantity(value, unit, hongKongDollars);
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  const number = formatNumber(value, digits);
  return unit.startsWith('HKD') ? `HK$${number}${unit.slice(3)}` : `${number} ${unit}`.trim();
}
