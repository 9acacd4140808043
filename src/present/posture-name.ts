import type { Decision } from '../schema/decision.ts';

/** The label of a posture. */
export function postureName({ postures }: Pick<Decision, 'postures'>, id: string): string {
  return postures.find((each) => each.id === id)?.label ?? id;
}
