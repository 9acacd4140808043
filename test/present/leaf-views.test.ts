import { expect, test } from 'vitest';
import { leafViews, sliderEnds, usualValues } from '../../src/present/leaf-views.ts';
import { publishedBriefing } from '../helpers/published-briefing.ts';
import { changedTo, evenSketch, sampleInput, samplePostures } from '../helpers/sample-briefing.ts';

const say = (text: string) => text.replaceAll('\u00a0', ' ');

test('leafViews shows a number as itself, without a caption or a spread', () => {
  const [view, ...others] = leafViews(sampleInput({ value: 250_000 }), null, samplePostures);
  expect(others).toEqual([]);
  expect(view).toMatchObject({
    caption: '',
    posture: null,
    middle: 250_000,
    detail: '',
    was: null,
  });
});

test('leafViews shows a distribution by its median, and says how it spreads', () => {
  const input = sampleInput({
    value: { dist: 'uniform', min: 100_000, max: 300_000 },
    sketches: { '': evenSketch(100_000, 300_000) },
  });
  const [view] = leafViews(input, null, samplePostures);
  expect(view?.middle).toBe(200_000);
  expect(say(view?.detail ?? '')).toBe(
    'Half of all futures lie below, 8 of 10 within HK$120 k to HK$280 k.',
  );
  const [event] = leafViews({ ...input, perEvent: true }, null, samplePostures);
  expect(event?.detail).toContain('Half of all cases');
});

test('leafViews names postures and years, and knows their places', () => {
  const input = sampleInput({
    value: { dual: { by: 'year', values: [1, 2] }, 'pdpo-only': 3 },
    by: ['posture', 'year'],
  });
  const views = leafViews(input, null, samplePostures);
  expect(views.map(({ caption, posture }) => [caption, posture])).toEqual([
    ['Dual, year 1', 2],
    ['Dual, year 2', 2],
    ['PDPO only', 1],
  ]);
});

test('leafViews draws the spread of a multiplier around each number, and none around nothing', () => {
  const input = sampleInput({
    value: {
      value: { 'pipl-only': 0, dual: 600_000 },
      times: { dist: 'uniform', min: 0.5, max: 1.5 },
    },
    sketches: { '/times': evenSketch(0.5, 1.5) },
  });
  const [none, dual, times] = leafViews(input, null, samplePostures);
  expect(none?.sketch).toBeNull();
  expect(dual?.middle).toBe(600_000);
  expect(dual?.sketch?.quantiles[0]).toBeCloseTo(306_000);
  expect(say(dual?.detail ?? '')).toBe('8 of 10 futures within HK$360 k to HK$840 k.');
  expect(times?.leaf.isMultiplier).toBe(true);
  expect(say(times?.detail ?? '')).toBe('40 % less to 40 % more in 8 of 10 futures.');
});

test('leafViews remembers where a changed number was', () => {
  const original = sampleInput({ value: { 'pipl-only': 1, dual: 2 } });
  const changed = changedTo(original, { 'pipl-only': 1, dual: 5 });
  expect(leafViews(changed, original, samplePostures).map(({ was }) => was)).toEqual([1, 2]);
  expect(leafViews(original, original, samplePostures).map(({ was }) => was)).toEqual([null, null]);
  // The leaves are others: none of them was before.
  const split = changedTo(original, 3);
  expect(leafViews(split, original, samplePostures).map(({ was }) => was)).toEqual([null]);
});

test('leafViews knows where a distribution was only if it has been seen', () => {
  const value = { dist: 'lognormal', mean: 100, cv: 0.5 } as const;
  const original = sampleInput({ value, sketches: { '': evenSketch(50, 150) } });
  const changed = changedTo(original, { ...value, mean: 200 }, { '': evenSketch(100, 300) });
  expect(leafViews(changed, original, samplePostures)[0]?.was).toBe(100);
  expect(leafViews(changed, null, samplePostures)[0]?.was).toBeNull();
});

test('leafViews moves numbers and distributions, but neither words nor counts', () => {
  const moves = (value: Parameters<typeof sampleInput>[0]['value'], drawn = true) =>
    leafViews(
      sampleInput({ value, sketches: drawn ? { '': evenSketch(1, 3) } : {} }),
      null,
      samplePostures,
    )[0]?.move !== null;
  expect(moves(5)).toBe(true);
  expect(moves({ dist: 'uniform', min: 1, max: 3 })).toBe(true);
  expect(moves({ dist: 'uniform', min: 1, max: 3 }, false)).toBe(false);
  expect(moves({ dist: 'poisson', rate: 2 })).toBe(false);
  expect(moves('none')).toBe(false);
});

test('sliderEnds are the sensible range of an input, or twice what it is', () => {
  expect(sliderEnds(sampleInput({ value: 5, range: [0, 40] }))).toEqual([0, 40]);
  expect(sliderEnds(sampleInput({ value: 5, range: null }))).toEqual([0, 10]);
  expect(sliderEnds(sampleInput({ value: 0, range: null }))).toEqual([0, 1]);
});

test('usualValues are those of the scenario, whatever was changed', () => {
  const original = sampleInput({ value: { 'pipl-only': 1, dual: 2 } });
  expect(usualValues(changedTo(original, 7))).toEqual([1, 2]);
});

test('every number of the published scenario can be shown and moved', () => {
  const { inputs, postures } = publishedBriefing();
  for (const input of inputs.filter(({ choices }) => choices === null)) {
    for (const view of leafViews(input, null, postures)) {
      expect(view.middle, input.name).not.toBeNull();
      expect(view.move, input.name).not.toBeNull();
    }
  }
});
