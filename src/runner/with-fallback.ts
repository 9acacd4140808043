import { PlaceLost } from './runner.ts';
import type { RunHandle, RunListener, RunOutcome, Runner } from './runner.ts';
import type { RunRequest } from './run-request.ts';

/**
 * Runs in the first place as long as it lasts. When it is refused or lost, runs that were under
 * way are started again in the second, with the same result, and all later ones go there.
 */
export function withFallback(makeFirst: () => Runner, makeSecond: () => Runner): Runner {
  let place = makeFirst();
  let isFirst = true;
  let closed = false;
  const second = (): Runner => {
    if (isFirst) {
      isFirst = false;
      place.close();
      place = makeSecond();
    }
    return place;
  };
  return {
    start(request: RunRequest, listener?: RunListener): RunHandle {
      let cancelled = false;
      let run = place.start(request, listener);
      const again = (error: unknown): Promise<RunOutcome> => {
        if (!(error instanceof PlaceLost) || cancelled || closed) throw error;
        run = second().start(request, listener);
        return run.outcome;
      };
      return {
        outcome: run.outcome.catch(again),
        cancel() {
          cancelled = true;
          run.cancel();
        },
      };
    },
    close() {
      closed = true;
      place.close();
    },
  };
}
