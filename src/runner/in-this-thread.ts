import type { FromThread } from './messages.ts';
import { threadPool } from './thread-pool.ts';
import type { Runner } from './runner.ts';

/** Small slices: the page stays usable while it computes by itself. */
const blocksASlice = 8;

/** Runs in the page's own thread, in slices; the engine is fetched only when it is needed here. */
export function inThisThread(): Runner {
  return threadPool((receive, fault) => {
    const server = import('./serve-run.ts').then(({ serveRun }) =>
      serveRun((message: FromThread) => receive(message), blocksASlice),
    );
    server.catch((error: unknown) => fault(error instanceof Error ? error.message : String(error)));
    return {
      post: (message) => void server.then((ready) => ready.receive(message)).catch(() => {}),
      end: () => {},
    };
  }, 1);
}
