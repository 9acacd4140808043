import { expect, test } from 'vitest';
import { steadyInputs } from '../../src/schema/steady-inputs.ts';
import { sampleBriefing } from '../helpers/sample-briefing.ts';

const { inputs } = sampleBriefing();

test('steadyInputs gives back the same list where nothing has changed', () => {
  expect(steadyInputs(inputs, structuredClone(inputs))).toBe(inputs);
});

test('steadyInputs gives back the same objects but for those that have changed', () => {
  const now = structuredClone(inputs).map((input, index) =>
    index === 1 ? { ...input, value: 7, changed: true } : input,
  );
  const steady = steadyInputs(inputs, now);
  expect(steady.map((input, index) => input === inputs[index])).toEqual(
    inputs.map((_, index) => index !== 1),
  );
  expect(steady[1]).toBe(now[1]);
});
