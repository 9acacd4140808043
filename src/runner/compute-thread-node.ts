import { parentPort } from 'node:worker_threads';
import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { arraysOf } from './arrays-of.ts';
import { computeShare } from './compute-share.ts';
import type { Share } from './messages.ts';

/** Blocks between two words about progress. */
const blocksASlice = 64;

/** A thread of Node that computes shares of runs. */
parentPort?.on('message', (share: Share) => {
  const tell = (message: unknown, transfer: readonly ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, [...transfer]);
  const pause = () => Promise.resolve(true);
  const compute = () => computeShare(share, blocksASlice, pause, (blocks) => tell({ blocks }));
  // Also where it cannot be begun: the plain engine gives the same bits.
  beginCompiledEngine()
    .then(compute)
    .then(
      (recording) => {
        if (recording !== null) tell({ recording }, arraysOf(recording));
      },
      (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
    );
});
