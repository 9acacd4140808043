import { serveRun } from '../../src/runner/serve-run.ts';
import type { FromThread, ToThread } from '../../src/runner/messages.ts';
import type { StartThread } from '../../src/runner/thread.ts';

/**
 * A thread in this one, whose messages go through the same copying as those of a worker: what
 * cannot be handed over shows here already.
 */
export const serialisedThread: StartThread = (receive) => {
  let ended = false;
  const server = serveRun((message, transfer) => {
    const copy: FromThread = structuredClone(message, { transfer: [...transfer] });
    queueMicrotask(() => !ended && receive(copy));
  }, 8);
  return {
    post: (message, transfer = []) => {
      const copy: ToThread = structuredClone(message, { transfer: [...transfer] });
      queueMicrotask(() => server.receive(copy));
    },
    end: () => (ended = true),
  };
};
