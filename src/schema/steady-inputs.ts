import type { InputBriefing } from './briefing.ts';

/**
 * The inputs of a new briefing; those that say the same as before are the same objects as before, so
 * that whoever draws them sees which have changed.
 */
export function steadyInputs(
  before: readonly InputBriefing[],
  now: readonly InputBriefing[],
): readonly InputBriefing[] {
  const known = new Map(before.map((input) => [input.name, input]));
  const steady = now.map((input) => {
    const was = known.get(input.name);
    return was !== undefined && JSON.stringify(was) === JSON.stringify(input) ? was : input;
  });
  const isSame =
    steady.length === before.length && steady.every((input, index) => input === before[index]);
  return isSame ? before : steady;
}
