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
 * Threads of Node that compute shares of a run, one after the other; `thread` is the address of
 * compute-thread-node.ts as it was built. They are started when they are first wanted.
 */
export function nodeHelpers(count: number, thread: URL): Helpers {
  const workers = new Map<number, Worker>();
  const workerAt = (index: number): Worker => {
    const known = workers.get(index);
    if (known !== undefined) return known;
    const worker = new Worker(thread);
    workers.set(index, worker);
    // One that has ended would take another share without a word.
    const forget = () => {
      if (workers.get(index) === worker) workers.delete(index);
    };
    worker.once('error', forget).once('exit', forget);
    return worker;
  };
  return {
    count,
    compute: (shares, onBlocks) =>
      Promise.all(shares.map((share, index) => computeIn(workerAt(index), share, onBlocks))),
    end() {
      for (const worker of workers.values()) void worker.terminate();
    },
  };
}

function computeIn(
  worker: Worker,
  share: Share,
  onBlocks: (blocks: number) => void,
): Promise<Recording> {
  return new Promise<Recording>((resolve, reject) => {
    const settle = (tell: () => void) => {
      worker.off('message', listen).off('error', fail).off('exit', end);
      tell();
    };
    const listen = ({ blocks, failed, recording }: Answer) => {
      if (blocks !== undefined) onBlocks(blocks);
      if (recording !== undefined) settle(() => resolve(recording));
      if (failed !== undefined) settle(() => reject(new RunError(failed)));
    };
    const fail = (error: Error) => settle(() => reject(error));
    const end = () => fail(new Error('a thread ended before its share was computed'));
    worker.on('message', listen).on('error', fail).on('exit', end);
    worker.postMessage(share);
  });
}
