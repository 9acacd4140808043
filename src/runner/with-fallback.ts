import { PlaceLost } from './runner.ts';
import type { Handle, Runner } from './runner.ts';

/**
 * Runs in the first place as long as it lasts. When it is refused or lost, runs that were under
 * way are started again in the second, with the same result, and all later ones go there. A second
 * place that is lost ends its runs; later ones find a new one of its kind, since what was missing
 * may be there by then.
 */
export function withFallback(makeFirst: () => Runner, makeSecond: () => Runner): Runner {
  const first = makeFirst();
  let place = first;
  let closed = false;
  /** Of several runs that lose a place together, the first one leaves it. */
  const leave = (lost: Runner): void => {
    if (place !== lost) return;
    lost.close();
    place = makeSecond();
  };
  const keep = <T>(ask: (place: Runner) => Handle<T>): Handle<T> => {
    let cancelled = false;
    let asked: Handle<T>;
    const askIn = (chosen: Runner): Promise<T> => {
      asked = ask(chosen);
      return asked.outcome.catch((error: unknown) => {
        if (!(error instanceof PlaceLost) || closed) throw error;
        leave(chosen);
        if (cancelled || chosen !== first) throw error;
        return askIn(place);
      });
    };
    const outcome = askIn(place);
    return {
      outcome,
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
