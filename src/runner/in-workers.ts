import type { FromThread } from './messages.ts';
import type { Runner } from './runner.ts';
import { startWorker } from './start-worker.ts';
import { threadPool } from './thread-pool.ts';

/** Runs in workers of the page's own origin. */
export function inWorkers(size: number): Runner {
  return threadPool((receive, fault) => {
    const worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => receive(data));
    // A refused worker fires an error without a message; some engines throw instead.
    worker.addEventListener('error', ({ message }) => fault(message));
    worker.addEventListener('messageerror', () => fault('a message could not be read'));
    return {
      post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
      end: () => worker.terminate(),
    };
  }, size);
}
