import { momentsOf } from '../numeric/moments.ts';
import type { DecisionPlan } from '../language/decision-plan.ts';
import type { LuckColumn } from './driver-shares.ts';
import type { RunData } from './run-data.ts';

/** The luck of one event: in how often it happens, or in what its occurrences draw. */
export interface Luck {
  readonly id: string;
  readonly kind: 'count' | 'severity';
  readonly event: string;
  /** The input that is drawn for each occurrence; null for how often it happens. */
  readonly input: string | null;
  readonly column: LuckColumn;
}

/**
 * What happened of each event beyond what was to be expected: counts less their rates, draws less
 * their mean times the count. Each has expectation zero whatever the inputs are.
 */
export function luckOf(
  events: DecisionPlan['events'],
  postures: readonly string[],
  data: RunData,
): readonly Luck[] {
  return events.flatMap(({ draws, name, of }): Luck[] => {
    const count: Luck = {
      id: `count ${name}`,
      kind: 'count',
      event: name,
      input: null,
      column: (index) => {
        const posture = postures[index] ?? '';
        const happened = data.column('happened', name, posture);
        // A follow-on event is luck only as far as its parent, which happened or not, leaves it open.
        return of === null
          ? lessMultiple(happened, data.column('expected', name, posture), 1)
          : lessMultiple(happened, data.column('happened', of, posture));
      },
    };
    const severities = draws.map((input): Luck => ({
      id: `severity ${name}.${input}`,
      kind: 'severity',
      event: name,
      input,
      column: (index) => {
        const posture = postures[index] ?? '';
        if (!data.has('drawn', `${name}.${input}`, posture)) return null;
        return lessMultiple(
          data.column('drawn', `${name}.${input}`, posture),
          data.column('happened', name, posture),
        );
      },
    }));
    return [count, ...severities];
  });
}

/** values - factor x base; the factor that makes the mean zero unless given. null where nothing varies. */
function lessMultiple(
  values: Float64Array,
  base: Float64Array,
  factor = ratio(momentsOf(values).mean, momentsOf(base).mean),
): Float64Array | null {
  const left = new Float64Array(values.length);
  let varies = false;
  for (let i = 0; i < left.length; i++) {
    left[i] = (values[i] as number) - factor * (base[i] as number);
    if (left[i] !== left[0]) varies = true;
  }
  return varies ? left : null;
}

function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
