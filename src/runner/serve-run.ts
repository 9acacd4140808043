import type { FromThread } from './messages.ts';
import { prepareRequested } from './prepare-requested.ts';
import { RunServer } from './run-server.ts';

/**
 * A server of runs in this thread, which it leaves to others between slices. Nothing is computed
 * before `begun`: what the thread sets up for itself.
 */
export function serveRun(
  send: (message: FromThread, transfer: readonly ArrayBuffer[]) => void,
  blocksASlice: number,
  begun: Promise<unknown> = Promise.resolve(),
): RunServer {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  const server = new RunServer({
    send,
    blocksASlice,
    begun,
    prepare: prepareRequested,
    // Not a timer: after a few in a row a browser holds each back for four milliseconds.
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
  });
  send({ kind: 'ready' }, []);
  return server;
}
