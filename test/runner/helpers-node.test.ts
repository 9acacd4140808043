import { expect, test } from 'vitest';
import { nodeHelpers } from '../../src/runner/helpers-node.ts';
import type { Share } from '../../src/runner/messages.ts';

/** A thread that takes one message and does what a script says with it. */
const thread = (script: string) =>
  new URL(
    `data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.once('message', (share) => { ${script} });`,
  );
const share = {} as Share;

test.each([
  ['ends', 'process.exit(3)', 'a thread ended before its share was computed'],
  ['fails', "throw new Error('out of luck')", 'out of luck'],
])(
  'a thread of Node that %s in the middle of a share is told of, each time',
  async (_, script, message) => {
    const helpers = nodeHelpers(1, thread(script));
    // Again: the one that has ended is not asked any more.
    for (let run = 0; run < 2; run++)
      await expect(helpers.compute([share], () => {})).rejects.toThrow(message);
    helpers.end?.();
  },
);
