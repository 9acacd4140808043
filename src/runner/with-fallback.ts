import { PlaceLost } from './runner.ts';
import type { Handle, Runner } from './runner.ts';

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
  const keep = <T>(ask: (place: Runner) => Handle<T>): Handle<T> => {
    let cancelled = false;
    let asked = ask(place);
    const again = (error: unknown): Promise<T> => {
      if (!(error instanceof PlaceLost) || cancelled || closed) throw error;
      asked = ask(second());
      return asked.outcome;
    };
    return {
      outcome: asked.outcome.catch(again),
      cancel() {
        cancelled = true;
        asked.cancel();
      },
    };
  };
  return {
    start: (request, listener) => keep((runner) => runner.start(request, listener)),
    switchingValues: (request) => keep((runner) => runner.switchingValues(request)),
    decision: (request, options) => keep((runner) => runner.decision(request, options)),
    choiceMap: (request, map) => keep((runner) => runner.choiceMap(request, map)),
    replay: (request, which) => keep((runner) => runner.replay(request, which)),
    workbookFigures: (request) => keep((runner) => runner.workbookFigures(request)),
    sipmathLibrary: (request) => keep((runner) => runner.sipmathLibrary(request)),
    difference: (before, after) => keep((runner) => runner.difference(before, after)),
    close() {
      closed = true;
      place.close();
    },
  };
}
