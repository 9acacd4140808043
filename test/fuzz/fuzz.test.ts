import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targets } from './targets.ts';

/** What was found by `npm run fuzz` and mended, by target. */
const corpus = JSON.parse(readFileSync('test/fuzz/corpus.json', 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

describe.each(targets)('$name', ({ feed, inputs, name }) => {
  it('takes or refuses what it once could not', async () => {
    for (const input of corpus[name] ?? [])
      expect(['accepted', 'refused'], input).toContain(await feed(input));
  });

  it('takes or refuses whatever it is fed', async () => {
    const verdicts = new Set<string>();
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => void verdicts.add(await feed(input))),
      { numRuns: 40, seed: 16 },
    );
    // Were all refused at the door, nothing behind it would have been tried.
    expect(verdicts).toContain('accepted');
  });
});

it('the corpus is of targets that there are', () => {
  expect(targets.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(corpus)));
});
