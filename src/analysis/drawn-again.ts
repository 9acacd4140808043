import type { PlanStream } from '../language/plan.ts';
import { streamKey } from '../language/stream-key.ts';

/** The same stream with numbers of its own, independent of those that it had and of other times. */
export function drawnAgain({ name }: PlanStream, time = 1): PlanStream {
  const again = time === 1 ? 'again' : `again ${time}`;
  return { name, key: streamKey(`${name}, ${again}`), dimension: null };
}
