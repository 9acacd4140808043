import { expect, test } from 'vitest';
import { headline } from '../../src/present/headline.ts';
import { clearSample, sampleResult } from './sample-result.ts';
import type { Sample } from './sample-result.ts';

const say = (sample: Sample) => {
  const { sentence, detail } = headline(sampleResult(sample));
  return `${sentence} ${detail}`.trim().replaceAll('\u00a0', ' ');
};

test('headline names the cheapest, its chance, and what it saves against the next', () => {
  expect(say(clearSample)).toBe(
    'Dual costs least over 5 years in 83 of 100 simulated futures. In half of the futures it costs at least HK$2.66 M less than PIPL only; in 8 of 10 it costs anything from HK$0.2 M more to HK$6.3 M less.',
  );
});

test('headline says plainly that dual is not worth it', () => {
  const sample: Sample = {
    costs: {
      'pipl-only': { p10: 1.5e6, p50: 2e6, p90: 3e6 },
      'pdpo-only': { p10: 0.4e6, p50: 0.6e6, p90: 1.1e6 },
      dual: { p10: 2e6, p50: 2.4e6, p90: 3e6 },
    },
    cheapest: { 'pipl-only': 0.03, 'pdpo-only': 0.965, dual: 0.005 },
    saving: {
      'pipl-only': { p10: -1e6, p50: -0.4e6, p90: 0.4e6 },
      'pdpo-only': { p10: -2.1e6, p50: -1.8e6, p90: -1.2e6 },
      bestSingle: { p10: -2.1e6, p50: -1.8e6, p90: -1.2e6 },
    },
    lead: {
      'pipl-only': { p10: 0.3e6, p50: 1.4e6, p90: 2.4e6 },
      dual: { p10: 1.2e6, p50: 1.8e6, p90: 2.1e6 },
    },
  };
  expect(say(sample)).toBe(
    'PDPO only costs least over 5 years in 97 of 100 simulated futures. In half of the futures it costs at least HK$1.40 M less than PIPL only; in 8 of 10 it costs between HK$0.3 M and HK$2.4 M less.',
  );
});

test('headline names no winner where cost alone does not decide', () => {
  const sample: Sample = {
    costs: {
      'pipl-only': { p10: 3e6, p50: 4e6, p90: 6e6 },
      'pdpo-only': { p10: 3e6, p50: 4.2e6, p90: 6e6 },
      dual: { p10: 3.5e6, p50: 4.1e6, p90: 4.9e6 },
    },
    cheapest: { 'pipl-only': 0.45, 'pdpo-only': 0.25, dual: 0.3 },
    saving: {
      'pipl-only': { p10: -1.4e6, p50: -0.1e6, p90: 1.5e6 },
      'pdpo-only': { p10: -1.4e6, p50: 0.1e6, p90: 1.5e6 },
    },
    lead: {
      'pdpo-only': { p10: -1.4e6, p50: 0.2e6, p90: 1.6e6 },
      dual: { p10: -1.5e6, p50: 0.1e6, p90: 1.4e6 },
    },
  };
  expect(say(sample)).toBe(
    'Cost alone does not decide: over 5 years, PIPL only costs least in 45 of 100 simulated futures, Dual in 30, PDPO only in 25. In half of the futures PIPL only costs at least HK$100 k less than Dual; in 8 of 10 it costs anything from HK$1.5 M more to HK$1.4 M less.',
  );
});

test('headline says so where the one that is mostly cheapest costs more on average', () => {
  const sample: Sample = {
    costs: {
      'pdpo-only': { p10: 1e6, p50: 2e6, p90: 9e6, mean: 4.5e6 },
      dual: { p10: 3e6, p50: 3.3e6, p90: 4e6, mean: 3.4e6 },
    },
    cheapest: { 'pdpo-only': 0.7, dual: 0.3 },
    saving: { 'pdpo-only': { p10: -2e6, p50: -1.3e6, p90: 5e6 } },
    lead: { dual: { p10: -5e6, p50: 1.3e6, p90: 2e6 } },
  };
  expect(say(sample)).toMatch(
    /^PDPO only costs least .* On average over all futures Dual costs less: HK\$3\.40 M against HK\$4\.50 M\.$/,
  );
});

test('headline of a single posture tells what it costs', () => {
  const sample: Sample = {
    costs: { dual: { p10: 3.4e6, p50: 3.64e6, p90: 4.6e6 } },
    cheapest: { dual: 1 },
  };
  expect(say(sample)).toBe(
    'Dual costs HK$3.64 M over 5 years in the median future, and between HK$3.40 M and HK$4.60 M in 8 of 10.',
  );
});

test('headline never says "likely" and never shows more than a sentence or three', () => {
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    const text = say({
      ...clearSample,
      cheapest: { 'pipl-only': (1 - share) / 2, 'pdpo-only': (1 - share) / 2, dual: share },
    });
    expect(text).not.toMatch(/likely|probabl|NaN|undefined/i);
    expect(text.match(/\. /g)?.length ?? 0).toBeLessThan(3);
  }
});
