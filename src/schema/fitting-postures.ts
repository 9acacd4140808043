import type { Flow } from './flow.ts';
import { everyFlow, isAddedFlow } from './posture-case.ts';
import type { Scenario } from './scenario.ts';

/**
 * The postures of a scenario whose list of flows was replaced: what they change about flows that are
 * no more is left out, and the law judges them by what is left.
 */
export function fittingPostures(
  postures: Scenario['postures'],
  flows: readonly Flow[] | null,
): Scenario['postures'] {
  if (postures === undefined) return undefined;
  const names = new Set(flows?.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(postures).map(([id, posture]) => {
      const { facts } = posture;
      if (facts?.flows === undefined) return [id, posture];
      const { flows: changed, ...others } = facts;
      const kept = Object.entries(changed).filter(
        ([name, flow]) =>
          flows !== null && (name === everyFlow || names.has(name) || isAddedFlow(flow)),
      );
      return [
        id,
        {
          ...posture,
          facts: kept.length === 0 ? others : { ...others, flows: Object.fromEntries(kept) },
        },
      ];
    }),
  );
}
