import { Worker } from 'node:worker_threads';
import { RunError } from '../engine/interpreter.ts';
import type { Recording } from '../engine/recording.ts';
import type { Helpers } from './lead-run.ts';
import type { Share } from './messages.ts';

type Answer = {
  readonly blocks?: number;
  readonly recording?: Recording;
  readonly failed?: string;
};

/**
 * Threads of Node that compute shares of a run; `thread` is the address of compute-thread-node.ts
 * as it was built. They end with the share that they were started for.
 */
export function nodeHelpers(count: number, thread: URL): Helpers {
  return {
    count,
    compute: (shares, onBlocks) =>
      Promise.all(shares.map((share) => computeIn(new Worker(thread), share, onBlocks))),
  };
}

function computeIn(
  worker: Worker,
  share: Share,
  onBlocks: (blocks: number) => void,
): Promise<Recording> {
  return new Promise<Recording>((resolve, reject) => {
    worker.on('message', ({ blocks, failed, recording }: Answer) => {
      if (blocks !== undefined) onBlocks(blocks);
      if (recording !== undefined) resolve(recording);
      if (failed !== undefined) reject(new RunError(failed));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a thread ended before its share was computed')));
    worker.postMessage(share);
  }).finally(() => worker.terminate());
}
