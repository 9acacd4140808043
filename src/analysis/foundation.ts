import type { Decision } from '../schema/decision.ts';
import type { Evidence } from '../schema/evidence.ts';

/** What a figure rests on: a class of evidence, or nothing that was named. */
export type Ground = Evidence['facts'][string]['class'] | 'citation' | 'none';

/** The evidence behind an input as it stands in a result. */
export interface Grounded {
  readonly source: string | null;
  readonly from: 'scenario' | 'law' | 'model';
  readonly evidence: readonly string[];
}

/** How much of what drives a figure rests on one class of evidence. */
export interface Footing {
  readonly ground: Ground;
  /** Share of what all named inputs and luck explain together, 0 to 1. */
  readonly share: number;
  /** What knowing the weightiest of them would be worth, HK$. */
  readonly information: number;
  /** The drivers, the weightiest first. */
  readonly drivers: readonly {
    readonly id: string;
    readonly name: string;
    readonly share: number;
  }[];
}

/**
 * The class of evidence of an input: that of the source which the scenario names for its value,
 * or, for a default of the model, of the first evidence that the model names. What rules of law
 * gave is law.
 */
export function groundOf(
  input: Grounded | undefined,
  evidence: Pick<Evidence, 'claims' | 'facts'>,
): Ground {
  if (input === undefined) return 'none';
  if (input.from === 'law') return 'law';
  const [first = null] = input.from === 'model' ? input.evidence : [];
  const id = input.source ?? first;
  if (id === null) return 'none';
  const known = own(evidence.facts, id) ?? own(evidence.claims, id);
  return known?.class ?? 'citation';
}

/**
 * Joins how much each driver explains of a figure with what its value rests on, so that one can
 * say how much of the answer is somebody's claim. How often an event happens is grounded as the
 * rate behind it is.
 */
export function foundationOf(
  decision: Decision,
  figure: string,
  inputs: Readonly<Record<string, Grounded>>,
  evidence: Pick<Evidence, 'claims' | 'facts'>,
): readonly Footing[] {
  const drivers = decision.drivers.map((driver) => ({
    id: driver.id,
    name: driver.label,
    ground: groundOf(inputs[driver.input ?? ''], evidence),
    share: Math.max(0, driver.shares[figure]?.value ?? 0),
    information: driver.information?.value ?? 0,
  }));
  const whole = drivers.reduce((sum, { share }) => sum + share, 0);
  return [...new Set(drivers.map(({ ground }) => ground))]
    .map((ground): Footing => {
      const standing = drivers.filter((driver) => driver.ground === ground);
      const shareOf = (share: number) => (whole > 0 ? share / whole : 0);
      return {
        ground,
        share: shareOf(standing.reduce((sum, { share }) => sum + share, 0)),
        information: Math.max(0, ...standing.map(({ information }) => information)),
        drivers: standing
          .toSorted((a, b) => b.share - a.share)
          .map(({ id, name, share }) => ({ id, name, share: shareOf(share) })),
      };
    })
    .toSorted((a, b) => b.share - a.share);
}

function own<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
