/**
 * Feeds a target in a process of its own: `child.js TARGET SEED COUNT NOTE`. What is being fed stands
 * in the file NOTE before it is, so that it is known even if this process is killed or aborts.
 */
import { ftruncateSync, openSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { targets } from './targets.ts';

const [name = '', seed = '', count = '', note = ''] = process.argv.slice(2);
const target = targets.find((each) => each.name === name);
if (target === undefined) throw new Error(`there is no target ${name}`);
const file = openSync(note, 'w');
let tried = 0;
let accepted = 0;

const details = await fc.check(
  fc.asyncProperty(target.inputs, async (input) => {
    const text = JSON.stringify({ tried, accepted, input });
    ftruncateSync(file);
    writeSync(file, text, 0);
    tried++;
    if ((await target.feed(input)) === 'accepted') accepted++;
  }),
  { seed: Number(seed), numRuns: Number(count) },
);
const [input] = details.counterexample ?? [];
const failure =
  details.failed && details.errorInstance instanceof Error
    ? (details.errorInstance.stack ?? details.errorInstance.message)
    : null;
ftruncateSync(file);
writeSync(file, JSON.stringify({ tried, accepted, input: input ?? null, failure, done: true }), 0);
