import { inThisThread } from '../runner/in-this-thread.ts';
import { inWorkers } from '../runner/in-workers.ts';
import type { Runner } from '../runner/runner.ts';
import { withFallback } from '../runner/with-fallback.ts';

/** More threads than this gain little for runs of a page's size. */
const mostWorkers = 4;
/** A calculator that is moved in a page is removed and added again at once. */
const linger = 1000;

let shared: Runner | null = null;
let users = 0;

/**
 * The place where all calculators of a page run: workers, or the page's own thread where they are
 * refused. Ends itself when the last one has released it.
 */
export function borrowPageRunner(): { readonly runner: Runner; release(): void } {
  users++;
  // One core is left to the page itself: while it starts, it needs that more than a run does.
  const size = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency - 1));
  const runner = (shared ??= withFallback(() => inWorkers(size), inThisThread));
  let released = false;
  return {
    runner,
    release() {
      if (released) return;
      released = true;
      users--;
      setTimeout(() => {
        if (users > 0 || shared !== runner) return;
        runner.close();
        shared = null;
      }, linger);
    },
  };
}
