import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeChange } from '../../src/analysis/attribute-change.ts';
import { decide } from '../../src/analysis/decide.ts';
import { usualDecision } from '../../src/analysis/decision-options.ts';
import { resultHash } from '../../src/analysis/result-hash.ts';
import type { Result } from '../../src/schema/result.ts';
import { lawOf, prepareScenario, ready, run as runAnew } from './ask-scenario.ts';

/** A company of Hong Kong whose vendor is in Hangzhou: both laws apply, and both drafts touch it. */
const people = { ordinary: 12_000_000, sensitive: 0, minors: 0, under18: 0 };
const company = {
  places: ['hong-kong'],
  sector: 'retail',
  people: { hongKong: people, mainland: { ...people, ordinary: 0 } },
  staff: { hongKong: 50, mainland: 0 },
  turnover: 120_000_000,
  criticalInfrastructure: false,
  importantData: false,
  targetsMainland: false,
  personalises: false,
  analysesBehaviour: false,
  directMarketing: 'none',
};
const flow = {
  name: 'Members',
  data: ['name', 'contact'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'hong-kong',
  people: 12_000_000,
  legalBasis: 'consent',
  from: 'hong-kong',
  to: 'hong-kong',
  processorPlace: 'hangzhou',
};
const client = (law: object = {}, more: object = {}) => ({
  model: 'compliance-tco',
  name: 'A client',
  asOf: '2026-11-01',
  company,
  flows: [flow],
  law,
  ...more,
});
const reform = (probability: unknown, from: unknown) =>
  client({ future: { 'pdpo-reform': { probability, from } } });
const counted = (...drafts: readonly string[]) => client({ drafts });

/** Runs a scenario; what is compared with most is run once. */
const known = new Map<string, Result>();
function run(scenario: object, trials = 2048): Result {
  const key = JSON.stringify([scenario, trials]);
  const result = known.get(key) ?? runAnew(scenario, trials);
  known.set(key, result);
  return result;
}

/** All that is said of money and events. */
const figures = ({ byYear, components, events, lines, outputs, roi }: Result) => ({
  byYear,
  components,
  events,
  lines,
  outputs,
  roi,
});
/** Means of the cost of each year under a posture, by line category. */
const yearsOf = ({ byYear }: Result, posture: string) =>
  (byYear[posture] ?? []).map(({ components }) => components);

describe('a draft that may become law', () => {
  test('with a chance of nothing, gives the same bits as none', () => {
    const [without, none] = [run(client()), run(reform(0, '2027-11-01'))];
    expect(figures(none)).toEqual(figures(without));
    expect(none.law).toEqual(without.law);
    const manifest = { ...none.manifest, scenario: without.manifest.scenario };
    expect(resultHash({ ...none, manifest })).toBe(without.manifest.resultHash);
  });

  test.each(['2026-11-01', '2020-01-01'])('for certain from the start (%s), is law', (from) => {
    expect(figures(run(reform(1, from)))).toEqual(figures(run(counted('pdpo-reform'))));
  });

  test('for certain from a day, is law from then on and not before', () => {
    const [without, draft] = [run(client()), run(counted('pdpo-reform'))];
    const later = run(reform(1, '2028-11-01'));
    for (const posture of ['pipl-only', 'pdpo-only', 'dual']) {
      const years = yearsOf(later, posture);
      expect(years.slice(0, 2)).toEqual(yearsOf(without, posture).slice(0, 2));
      expect(years.slice(2)).toEqual(yearsOf(draft, posture).slice(2));
    }
  });

  test('counts for its share of the year in which it begins', () => {
    const programme = (scenario: object) =>
      yearsOf(run(scenario), 'pdpo-only').map((year) => year['programme'] ?? NaN);
    const [without, draft] = [programme(client()), programme(counted('pdpo-reform'))];
    const [, , third = NaN] = programme(reform(1, '2029-08-03'));
    const share = 90 / 365;
    expect(third).toBeCloseTo((1 - share) * without[2]! + share * draft[2]!, 4);
  });

  test('costs the more, the likelier it is, future by future', () => {
    const costOf = (fifths: number) => run(reform(fifths / 5, '2027-11-01'), 512).outputs['tco'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (a, b) => {
        const [less, more] = [costOf(Math.min(a, b)), costOf(Math.max(a, b))];
        for (const posture of ['pipl-only', 'pdpo-only', 'dual'])
          expect(more?.[posture]?.mean).toBeGreaterThanOrEqual(less?.[posture]?.mean ?? NaN);
      }),
      { numRuns: 25 },
    );
  });

  test('costs on average what its chance says: E = (1 - p) without + p with', () => {
    const programme = (scenario: object) => run(scenario, 16_384).components['dual']?.['programme'];
    const [without = NaN, draft = NaN] = [programme(client()), programme(counted('pdpo-reform'))];
    expect(programme(reform(0.25, '2026-11-01'))).toBeCloseTo(0.75 * without + 0.25 * draft, -2);
    // A chance that is itself uncertain is a chance: its mean.
    const uncertain = reform({ dist: 'uniform', min: 0.1, max: 0.4 }, '2026-11-01');
    expect(figures(run(uncertain))).toEqual(figures(run(reform(0.25, '2026-11-01'))));
  });

  test.each([
    ['a range of days', { earliest: '2026-11-01', latest: '2030-11-01' }],
    ['a distribution of years', { dist: 'uniform', min: 2026 + 304 / 365, max: 2030 + 304 / 365 }],
  ])('may begin on a day that is not known: %s', (_, from) => {
    const programme = (scenario: object) =>
      yearsOf(run(scenario, 16_384), 'dual').map((year) => year['programme'] ?? NaN);
    const [without, draft] = [programme(client()), programme(counted('pdpo-reform'))];
    const years = programme(reform(1, from));
    // Evenly over four years: on average 1/8, 3/8, 5/8 and 7/8 of them, then the whole fifth.
    for (const [year, share] of [1 / 8, 3 / 8, 5 / 8, 7 / 8, 1].entries())
      expect(years[year]).toBeCloseTo(
        (1 - share) * without[year]! + share * draft[year]!,
        share === 1 ? 6 : -2,
      );
  });

  test('comes beside others: each combination counts as long as it lasts', () => {
    const both = run(
      client({
        future: {
          'pdpo-reform': { probability: 1, from: '2027-11-01' },
          'large-handlers': { probability: 1, from: '2029-11-01' },
        },
      }),
    );
    const [none, one, all] = [
      client(),
      counted('pdpo-reform'),
      counted('pdpo-reform', 'large-handlers'),
    ].map((scenario) => run(scenario));
    for (const posture of ['pipl-only', 'pdpo-only', 'dual'])
      expect(yearsOf(both, posture)).toEqual([
        ...yearsOf(none!, posture).slice(0, 1),
        ...yearsOf(one!, posture).slice(1, 3),
        ...yearsOf(all!, posture).slice(3),
      ]);
  });

  test('touches no input that the scenario gives itself', () => {
    const more = { inputs: { programmeCost: 100_000 } };
    const future = { 'large-handlers': { probability: 0.5, from: '2027-11-01' } };
    expect(figures(run(client({ future }, more)))).toEqual(figures(run(client({}, more))));
  });

  test('is told in the result, with what it changes', () => {
    const { coming, remarks } = lawOf(
      reform(0.4, { earliest: '2027-07-01', latest: '2029-06-30' }),
    );
    expect(coming).toMatchObject([
      { draft: 'pdpo-reform', probability: 0.4, inputs: ['pdpoReformPasses', 'pdpoReformFrom'] },
    ]);
    expect(coming?.[0]?.sets.map(({ input }) => input)).toEqual([
      'programmeCost',
      'breachNoticeRate',
      'administrativeFinePerNotice',
      'administrativeFineCap',
    ]);
    expect(remarks.find(({ code }) => code === 'coming-law')?.message).toContain(
      'with a chance of 40 %, from a day between 2027-07-01 and 2029-06-30 on',
    );
    const platforms = { 'large-platforms': { probability: 0.5, from: '2027-11-01' } };
    expect(
      lawOf(client({ future: platforms })).remarks.map(({ message }) => message),
    ).toContainEqual(expect.stringContaining('No cost of it is modelled.'));
  });
});

describe('whether it will pass', () => {
  /** The reform costs a Hong Kong programme 600,000 a year: then PIPL only costs less than both. */
  const flips = client(
    {
      assumptions: { reformProgramme: 600_000 },
      future: { 'pdpo-reform': { probability: 0.3, from: '2026-11-01' } },
    },
    { run: { trials: 32_768 } },
  );

  test('is worth knowing where it changes the choice', async () => {
    const { compiled, identity } = ready(flips, 32_768);
    const decision = await decide(compiled, identity, () => Promise.resolve(true), usualDecision);
    const driver = decision?.drivers.find(({ name }) => name === 'pdpoReformPasses');
    expect(driver?.label).toBe('Becomes law: Proposed reform of the PDPO');
    const { error = NaN, value = NaN } = driver?.information ?? {};
    expect(value).toBeGreaterThan(10 * error);
    expect(value).toBeGreaterThan(50_000);
  });

  test('is a change between two scenarios that adds up to the whole', async () => {
    const [before, after] = [ready(client()), ready(reform(0.5, '2027-11-01'))];
    const attribution = await attributeChange(before.compiled.source, after.compiled.source, () =>
      Promise.resolve(true),
    );
    const effects = attribution?.changes.map(({ effects }) => effects['dual']?.value ?? NaN) ?? [];
    const whole = attribution?.postures.find(({ id }) => id === 'dual')?.change.value ?? NaN;
    expect(whole).toBeGreaterThan(0);
    expect(effects.reduce((sum, each) => sum + each, 0)).toBeCloseTo(whole, 4);
  });
});

describe('a change of the law that cannot be', () => {
  const one = (change: object, id = 'pdpo-reform') => client({ future: { [id]: change } });
  const at = { probability: 0.5, from: '2027-11-01' };
  test.each([
    [
      'an unknown draft',
      one(at, 'pdpo-reforms'),
      '/law/future/pdpo-reforms',
      'did you mean "pdpo-reform"',
    ],
    [
      'one that counts already',
      client({ drafts: ['pdpo-reform'], future: { 'pdpo-reform': at } }),
      '/law/future/pdpo-reform/probability',
      'counts already',
    ],
    [
      'a chance above 1',
      one({ ...at, probability: 1.2 }),
      '/law/future/pdpo-reform/probability',
      'it must be at most 1',
    ],
    [
      'a chance that may be above 1',
      one({ ...at, probability: { dist: 'uniform', min: 0.5, max: 1.5 } }),
      '/law/future/pdpo-reform/probability',
      'between 0 and 1',
    ],
    [
      'no such day',
      one({ ...at, from: '2027-02-29' }),
      '/law/future/pdpo-reform/from',
      'no such day',
    ],
    [
      'a year as a number',
      one({ ...at, from: 2028 }),
      '/law/future/pdpo-reform/from',
      'year-month-day',
    ],
    [
      'a range that ends before it begins',
      one({ ...at, from: { earliest: '2028-01-01', latest: '2027-01-01' } }),
      '/law/future/pdpo-reform/from',
      'is before the earliest',
    ],
    [
      'years from now instead of calendar years',
      one({ ...at, from: { dist: 'uniform', min: 1, max: 3 } }),
      '/law/future/pdpo-reform/from',
      'over calendar years',
    ],
    [
      'a date that begins at nothing',
      one({ ...at, from: { dist: 'lognormal', mean: 2028, cv: 0.1 } }),
      '/law/future/pdpo-reform/from',
      'found lognormal',
    ],
  ])('is refused where it stands: %s', (_, scenario, pointer, message) => {
    const { issues, prepared } = prepareScenario(scenario);
    expect(prepared).toBeNull();
    expect(issues.map((issue) => issue.message).join('\n')).toContain(message);
    expect(issues.map((issue) => issue.pointer)).toContain(pointer);
    expect(issues.every(({ line }) => line > 0)).toBe(true);
  });
});
