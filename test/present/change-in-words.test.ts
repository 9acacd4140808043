import { expect, test } from 'vitest';
import { changeInWords } from '../../src/present/change-in-words.ts';
import type { InputBriefing } from '../../src/schema/briefing.ts';
import type { Value } from '../../src/schema/value-form.ts';
import { changedTo, evenSketch, sampleInput, samplePostures } from '../helpers/sample-briefing.ts';

const say = (original: InputBriefing, value: Value, sketches: InputBriefing['sketches'] = {}) =>
  changeInWords(changedTo(original, value, sketches), original, samplePostures).map(
    ({ now, part, was }) => `${part}: ${was} → ${now}`.replaceAll('\u00a0', ' '),
  );

test('changeInWords tells a number that became another', () => {
  expect(say(sampleInput({ value: 250_000 }), 300_000)).toEqual([': HK$250,000 → HK$300,000']);
});

test('changeInWords tells only the postures that were changed', () => {
  const original = sampleInput({
    value: { 'pipl-only': 1, dual: 2 },
    unit: '1/year',
    currency: null,
  });
  expect(say(original, { 'pipl-only': 1, dual: 3 })).toEqual(['Dual: 2 a year → 3 a year']);
});

test('changeInWords tells another form', () => {
  const original = sampleInput({ value: 250_000 });
  expect(say(original, { dist: 'pert', min: 100_000, mode: 250_000, max: 400_000 })).toEqual([
    ': HK$250,000 → HK$100,000 to HK$400,000, most likely HK$250,000',
  ]);
  expect(say(original, { p10: 100_000, p50: 250_000, p90: 400_000 })).toEqual([
    ': HK$250,000 → HK$250,000, 8 of 10 within HK$100,000 to HK$400,000',
  ]);
});

test('changeInWords tells a distribution by its middle where it was seen, else by its name', () => {
  const value: Value = { dist: 'lognormal', mean: 200_000, cv: 0.5 };
  const original = sampleInput({ value, sketches: { '': evenSketch(100_000, 300_000) } });
  expect(say(original, 5)).toEqual([': HK$200,000, 8 of 10 within HK$120 k to HK$280 k → HK$5']);
  expect(say({ ...original, sketches: {} }, 5)).toEqual([': a lognormal distribution → HK$5']);
});

test('changeInWords tells that there is a value for each posture or year now', () => {
  const original = sampleInput({ value: 5, by: ['posture', 'year'] });
  expect(say(original, { 'pipl-only': 5, dual: 6 })).toEqual([
    ': HK$5 for all → a value of its own for each posture',
  ]);
  expect(say(original, { by: 'year', values: [5, 5, 5] })).toEqual([
    ': HK$5 for all → HK$5 for each year',
  ]);
});

test('changeInWords tells the spread around values apart from them', () => {
  const original = sampleInput({ value: { value: { dual: 7 }, times: 1 } });
  expect(say(original, { value: { dual: 7 }, times: 2 })).toEqual(['Spread: 1 times → 2 times']);
});

test('changeInWords tells another choice', () => {
  const original = sampleInput({ value: 'year-end', unit: '', choices: ['year-end', 'mid-year'] });
  expect(say(original, 'mid-year')).toEqual([': Year end → Mid year']);
});
