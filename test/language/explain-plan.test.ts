import { expect, test } from 'vitest';
import { explainPlan } from '../../src/language/explain-plan.ts';
import { instructionLength } from '../../src/language/plan.ts';
import { publishedPlan } from '../helpers/published-run.ts';

const plan = publishedPlan();
const { constants, steps } = explainPlan(plan);

test('every instruction is a step, and what is drawn for events stands under their count', () => {
  expect(steps).toHaveLength(plan.program.length / instructionLength);
  const count = steps.findIndex(({ text }) => /^for each of v\d+ events:$/.test(text));
  expect(steps[count - 2]?.text).toMatch(/^v\d+ = Poisson\(v\d+\) at u\d+$/);
  expect(steps[count + 1]).toMatchObject({ depth: 1 });
  expect(steps[count + 1]?.text).toMatch(/^u\d+ = draw for each event "event /);
});

test('no step reads a column that no step before has set', () => {
  const set = new Set<string>();
  for (const { text } of steps) {
    const [, own = '', read = ''] = /^(?:([vu]\d+) \+?= )?(.*)$/.exec(text) ?? [];
    // Names of streams, lines and inputs may look like columns.
    for (const [name] of read.replaceAll(/"[^"]*"/g, '').matchAll(/\b[vu]\d+\b/g))
      expect(set, text).toContain(name);
    if (own !== '') set.add(own);
  }
});

test('all that is recorded is kept by a step, or is the same in every future', () => {
  const kept = steps.filter(({ text }) => text.startsWith('keep ')).length;
  expect(kept + constants.length).toBe(plan.observed.length);
  expect(steps.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^keep v\d+ as output, tco, dual$/),
  );
});
