import type { Result } from '../schema/result.ts';

/** The posture whose savings against the others a result holds; null where there is none. */
export function comparedPosture(result: Result): string | null {
  const others = Object.keys(result.saving);
  if (others.length === 0) return null;
  return result.postures.find(({ id }) => !others.includes(id))?.id ?? null;
}
