import { expect, test } from 'vitest';
import { headline } from '../../src/present/headline.ts';
import { clearSample, sampleResult } from './sample-result.ts';
import type { Sample } from './sample-result.ts';

const say = (sample: Sample) => {
  const { sentence, detail } = headline(sampleResult(sample));
  return `${sentence} ${detail}`.trim().replaceAll('\u00a0', ' ');
};

test('names the option that costs least on average, by how much, and how sure that is', () => {
  expect(say(clearSample)).toBe(
    'Dual costs least of the 3 options: HK$3.90 M over 5 years on average, HK$2.66 M less than PIPL only. It costs less than PIPL only in 87 of 100 simulated futures. In 8 of 10 it costs anything from HK$0.2 M more to HK$6.3 M less.',
  );
});

const cheapUnlawful: Sample = {
  costs: {
    'pipl-only': { p10: 1.5e6, p50: 2e6, p90: 3e6 },
    'pdpo-only': { p10: 0.4e6, p50: 0.6e6, p90: 1.1e6 },
    dual: { p10: 2e6, p50: 2.4e6, p90: 3e6 },
  },
  cheapest: { 'pipl-only': 0.03, 'pdpo-only': 0.965, dual: 0.005 },
  saving: {
    'pipl-only': { p10: -1e6, p50: -0.4e6, p90: 0.4e6 },
    'pdpo-only': { p10: -2.1e6, p50: -1.8e6, p90: -1.2e6 },
  },
  lawful: { 'pipl-only': 'leaves out a law', 'pdpo-only': 'leaves out a law', dual: 'lawful' },
};

test('never answers with an option that leaves out a law, however cheap it is', () => {
  expect(say(cheapUnlawful)).toBe(
    'Dual is the only option that keeps every law that applies: HK$2.40 M over 5 years on average. PDPO only (leaves out PIPL Art. 3 para. 1) would cost HK$1.80 M less on average, fines included. Dual costs less than PDPO only in 0 of 100 simulated futures.',
  );
});

test('compares lawful options alone where there are several', () => {
  const sample: Sample = {
    ...cheapUnlawful,
    lawful: { 'pipl-only': 'lawful', 'pdpo-only': 'leaves out a law', dual: 'lawful' },
    lead: {
      'pdpo-only': { p10: -2e6, p50: -1.4e6, p90: -1e6 },
      dual: { p10: -0.4e6, p50: 0.4e6, p90: 1e6 },
    },
  };
  expect(say(sample)).toMatch(
    /^PIPL only costs least of the 2 lawful options: HK\$2\.00 M .*, HK\$400 k less than Dual\./,
  );
});

test('names no option where none is lawful, and says what each leaves out', () => {
  const lawful = {
    'pipl-only': 'leaves out a law',
    'pdpo-only': 'leaves out a law',
    dual: 'leaves out a law',
  } as const;
  const text = say({ ...cheapUnlawful, lawful });
  expect(text).toMatch(/^None of these options keeps every law that applies to this company\./);
  expect(text).toContain('Dual: Not lawful: leaves out PIPL Art. 3 para. 1.');
});

test('gives costs and no advice while it is not known which law applies', () => {
  const lawful = { 'pipl-only': 'lawful', 'pdpo-only': 'not known', dual: 'lawful' } as const;
  expect(say({ ...cheapUnlawful, lawful })).toBe(
    'Which of these options is lawful for this company is not known yet. Answer question 6 (offers to the mainland). Over 5 years they would cost, on average: PIPL only HK$2.00 M, PDPO only HK$600 k, Dual HK$2.40 M.',
  );
});

test('names no winner where the difference is within its error', () => {
  const sample: Sample = {
    costs: {
      'pipl-only': { p10: 3e6, p50: 4e6, p90: 6e6 },
      dual: { p10: 3.5e6, p50: 4.001e6, p90: 4.9e6 },
    },
    cheapest: { 'pipl-only': 0.55, dual: 0.45 },
    saving: { 'pipl-only': { p10: -1.4e6, p50: -0.001e6, p90: 1.5e6 } },
    lead: { dual: { p10: -1.5e6, p50: 0.001e6, p90: 1.4e6 } },
  };
  expect(say(sample)).toMatch(
    /^PIPL only and Dual are too close to call: HK\$4\.00 M and HK\$4\.00 M/,
  );
});

test('says of options that cost the same that they do', () => {
  const same = { p10: 1e6, p50: 1e6, p90: 1e6 };
  expect(
    say({ costs: { 'pipl-only': same, 'pdpo-only': same, dual: same }, cheapest: { dual: 1 } }),
  ).toBe('PIPL only, PDPO only and Dual cost the same: HK$1.00 M over 5 years on average.');
});

test('of a single posture tells what it costs', () => {
  const sample: Sample = {
    costs: { dual: { p10: 3.4e6, p50: 3.64e6, p90: 4.6e6 } },
    cheapest: { dual: 1 },
  };
  expect(say(sample)).toBe(
    'Dual costs HK$3.64 M over 5 years in the median future, and between HK$3.40 M and HK$4.60 M in 8 of 10.',
  );
});

test('never says "likely" and never shows more than a sentence or three', () => {
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    const text = say({
      ...clearSample,
      cheapest: { 'pipl-only': (1 - share) / 2, 'pdpo-only': (1 - share) / 2, dual: share },
    });
    expect(text).not.toMatch(/likely|probabl|NaN|undefined/i);
    expect(text.match(/\. /g)?.length ?? 0).toBeLessThan(3);
  }
});
