import type { LawResult, MaybeRange } from '../schema/law-result.ts';
import { asksOf, endsOf, isOpen } from './fact.ts';
import type { FactValue } from './fact.ts';

/** A number as a result tells it: itself, or between what it lies. */
export function toldNumber(value: FactValue): MaybeRange {
  if (typeof value === 'number') return tidy(value);
  const [low, high] = endsOf(value);
  return {
    from: Number.isFinite(low) ? tidy(low) : 0,
    to: Number.isFinite(high) ? tidy(high) : null,
    open: [...asksOf(value)],
  };
}

/** Without the dust of binary fractions: RMB 50 million are HK$54,500,000, not .00000001 more. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** A fact as a result tells it. */
export function toldFact(value: FactValue): LawResult['facts'][string] {
  if (!isOpen(value)) return value;
  return value.between === undefined ? { open: [...value.open] } : toldNumber(value);
}

/** Yes, no or not known, as a result tells it. */
export function toldVerdict(value: FactValue): {
  readonly applies: boolean | null;
  readonly status: 'applies' | 'does not apply' | 'not known';
  readonly open: string[];
} {
  if (isOpen(value)) return { applies: null, status: 'not known', open: [...value.open] };
  return value === true
    ? { applies: true, status: 'applies', open: [] }
    : { applies: false, status: 'does not apply', open: [] };
}
