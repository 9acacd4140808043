import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSipmath } from '../../src/sipmath/read-sipmath.ts';
import { exportedShape } from '../../src/sipmath/sipmath-shape.ts';
import { sipmathLibrary } from '../../src/sipmath/sipmath-library.ts';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { runWhole } from '../../src/runner/run-whole.ts';
import { preparedScenario } from './prepared-scenario.ts';

const published = preparedScenario({}).compiled.source;
/** Variables draw on the numbers of their input, unless they say otherwise. */
const numbers = ['auditCost', 'filingCost', 'trainingCost', 'auditsPerYear', 'other'];
const sip = (name: string, given: object) => ({
  name,
  ref: { source: 'rng', name: `hdr${1 + ((numbers.indexOf(name.split('.')[0] ?? '') + 5) % 5)}` },
  function: 'Metalog_1_0',
  arguments: { aCoefficients: [250_000, 20_000] },
  ...given,
});
const hdr = (index: number) => ({ source: 'rng', name: `hdr${index}` });
/** A library as other tools write it. */
const library = (sips: readonly object[], more: object = {}) => ({
  name: 'Other tool',
  objectType: 'sipModel',
  libraryType: 'SIPmath_3_0',
  dateCreated: '08-25-2021',
  provenance: 'https://example.org/who-made-it',
  version: '1',
  U01: {
    rng: numbers.map((_, index) => ({
      name: `hdr${1 + index}`,
      function: 'HDR_2_0',
      arguments: { counter: 'PM_Index', entity: 1, varId: 4 + index, seed3: 0, seed4: 0 },
    })),
  },
  sips,
  ...more,
});
const read = (given: object, source = published) =>
  readSipmath(JSON.stringify(given), 'library.json', source);
const told = (given: object, source = published) =>
  read(given, source).issues.map(({ message, pointer }) => `${pointer}: ${message}`);

describe('a library of another tool', () => {
  test('gives metalogs, arrays and tables to the inputs of their names', () => {
    const { issues, value } = read(
      library([
        sip('auditCost', {
          arguments: { aCoefficients: [12, 0.2, 0.05, 0.1, 0.02, 0.01, 0.03], lowerBound: 5 },
        }),
        sip('trainingCost.pipl_only', { arguments: { aCoefficients: [9000, 100] } }),
        sip('trainingCost.pdpo_only', { arguments: { aCoefficients: [8000] } }),
        sip('trainingCost.dual', {
          function: 'SIP_Array',
          arguments: { type: 'array', value: [3, 4, 5] },
        }),
        sip('auditsPerYear', {
          function: 'Lookup_Table',
          arguments: {
            value: [
              [0.25, 1],
              [1, 2],
            ],
          },
        }),
        sip('Weather', {}),
      ]),
    );
    expect(issues).toEqual([]);
    expect(value?.leftOut).toEqual(['Weather']);
    expect(value?.inputs['trainingCost']).toEqual({
      'pipl-only': expect.objectContaining({ dist: 'metalog' }) as object,
      'pdpo-only': 8000,
      dual: { dist: 'empirical', values: [3, 4, 5] },
    });
    expect(value?.inputs['auditsPerYear']).toEqual({
      dist: 'discrete',
      values: [1, 2],
      weights: [0.25, 0.75],
    });
    // By the formula of the format: lower bound + e^M(y).
    const found = makeDistribution(value?.inputs['auditCost'] as DistributionSpec);
    for (const y of [0.001, 0.2, 0.5, 0.93]) {
      const [logit, c] = [Math.log(y / (1 - y)), y - 0.5];
      const m =
        12 +
        0.2 * logit +
        0.05 * c * logit +
        0.1 * c +
        0.02 * c * c +
        0.01 * c * c * logit +
        0.03 * c ** 3;
      expect(found.quantile(y) / (5 + Math.exp(m))).toBeCloseTo(1, 9);
    }
  });

  test('joins inputs by its copula, as rank correlations', () => {
    const layer = (name: string) =>
      sip(name, { ref: { source: 'copula', name: 'Gaussian', copulaLayer: `c ${name}` } });
    const matrix = [
      { row: 'c auditCost', col: 'c auditCost', value: 1 },
      { row: 'c filingCost', col: 'c auditCost', value: 0.75 },
      { row: 'c filingCost', col: 'c filingCost', value: 1 },
    ];
    const { value } = read(
      library([layer('auditCost'), layer('filingCost')], {
        globalVariables: [{ name: 'm', value: { rows: [], columns: [], matrix } }],
        U01: {
          rng: [],
          copula: [
            {
              name: 'Gaussian',
              function: 'GaussianCopula',
              arguments: { correlationMatrix: { type: 'globalVariables', value: 'm' }, rng: [] },
              copulaLayer: ['c auditCost', 'c filingCost'],
            },
          ],
        },
      }),
    );
    const wanted = (6 / Math.PI) * Math.asin(0.75 / 2);
    expect(value?.correlations).toEqual([
      ['auditCost', 'filingCost', expect.closeTo(wanted, 4) as number],
    ]);
  });

  test('keeps together by rank what its arrays hold together by row', () => {
    const array = (value: readonly number[]) => ({
      function: 'SIP_Array',
      arguments: { type: 'array', value },
    });
    const { value } = read(
      library([
        sip('auditCost', { ref: hdr(1), ...array([1, 2, 3, 4, 5]) }),
        sip('filingCost', { ref: hdr(1), ...array([10, 30, 20, 50, 40]) }),
      ]),
    );
    expect(value?.correlations).toEqual([['auditCost', 'filingCost', 0.8]]);
  });
});

test.each<readonly [string, object, RegExp]>([
  [
    'a function that is not known',
    library([sip('auditCost', { function: 'os.system' })]),
    /^\/sips\/0\/function: .*"os\.system" is not known; known are Metalog_1_0/,
  ],
  [
    'a function that is nearly known',
    library([sip('auditCost', { function: 'Metalog_2_0' })]),
    /did you mean "Metalog_1_0"\?/,
  ],
  [
    'a generator that is not known',
    library([sip('auditCost', {})], { U01: { rng: [{ name: 'x', function: 'eval' }] } }),
    /^\/U01\/rng\/0\/function: .*"eval" is not known/,
  ],
  [
    'an address',
    library([
      sip('auditCost', {
        function: 'SIP_Array',
        arguments: { type: 'csv', value: 'x', url: 'http://example.org/x.csv' },
      }),
    ]),
    /^\/sips\/0\/arguments\/url: .*nothing is ever fetched/,
  ],
  [
    'an address in the place of a value',
    library([
      sip('auditCost', { function: 'SIP_Array', arguments: { value: '//example.org/x.csv' } }),
    ]),
    /^\/sips\/0\/arguments\/value: .*nothing is ever fetched/,
  ],
  [
    'trials in another file',
    library([
      sip('auditCost', { function: 'SIP_Array', arguments: { type: 'xlsx', value: [1, 2] } }),
    ]),
    /^\/sips\/0\/arguments\/type: .*only trials in the library itself/,
  ],
  [
    'a name that is nearly an input',
    library([sip('auditCosts', {})]),
    /^\/sips\/0\/name: there is no input "auditCosts"; did you mean "auditCost"\?/,
  ],
  [
    'a posture that is nearly there',
    library([sip('trainingCost.pipl_onlly', {})]),
    /did you mean "trainingCost\.pipl_only"\?/,
  ],
  [
    'coefficients that are no distribution',
    library([sip('auditCost', { arguments: { aCoefficients: [1, 1, 9] } })]),
    /^\/sips\/0\/arguments\/aCoefficients: .*does not rise everywhere/,
  ],
  [
    'more terms than are known',
    library([
      sip('auditCost', { arguments: { aCoefficients: Array.from({ length: 11 }, () => 1) } }),
    ]),
    /^\/sips\/0\/arguments\/aCoefficients: .*at most 10 members/,
  ],
  [
    'a table that falls',
    library([
      sip('auditCost', {
        function: 'Lookup_Table',
        arguments: {
          value: [
            [0.5, 1],
            [0.4, 2],
          ],
        },
      }),
    ]),
    /^\/sips\/0\/arguments\/value\/1\/0: probabilities of a table rise/,
  ],
  [
    'another currency',
    library([sip('auditCost', { metadata: { unit: 'CNY' } })]),
    /^\/sips\/0\/metadata\/unit: auditCost is in CNY, but this scenario counts in HKD/,
  ],
  ['nothing of use', library([sip('Weather', {})]), /^\/sips: no variable of this library/],
  ['the same variable twice', library([sip('auditCost', {}), sip('auditCost', {})]), /twice/],
  [
    'some years only',
    library([sip('auditCost.year1', {}), sip('auditCost.year3', {})]),
    /year 2 of 5 is missing/,
  ],
  ['no library at all', { model: 'compliance-tco' }, /"name" is missing/],
])('refuses %s, and says where', (_, given, message) => {
  const { value } = read(given);
  expect(value).toBeNull();
  expect(told(given).join('\n')).toMatch(message);
});

describe('there and back', () => {
  const inputs = {
    auditCost: { dist: 'pert', min: 100_000, mode: 240_000, max: 500_000 },
    discountRate: { p10: 0.04, p50: 0.06, p90: 0.09 },
    upgradeCost: {
      value: { 'pipl-only': 0, 'pdpo-only': 0, dual: 788_000 },
      times: { dist: 'triangular', min: 0.8, mode: 1, max: 1.5 },
    },
    trainingCost: {
      'pipl-only': 1500,
      'pdpo-only': { dist: 'normal', mean: 5000, sd: 400 },
      dual: { dist: 'lognormal', mean: 6000, cv: 0.5 },
    },
    auditsPerYear: { dist: 'poisson', rate: 2 },
  };
  const correlations = [['auditCost', 'discountRate', 0.6]];
  const whole = preparedScenario({ inputs, correlations }, 2000);

  test('a scenario that takes its own library is unchanged', async () => {
    const { data, result } = await runWhole(whole, { claims: {} });
    const text = sipmathLibrary(whole.compiled.source, data, result);
    const { issues, value } = readSipmath(text, 'library.json', whole.compiled.source);
    expect(issues).toEqual([]);
    expect(value).toMatchObject({ inputs: {}, correlations: [] });
    expect(value?.same).toEqual(expect.arrayContaining(Object.keys(inputs)));
  });

  test('another scenario that takes the library has the same figures, to the last bit', async () => {
    const { data, result } = await runWhole(whole, { claims: {} });
    const text = sipmathLibrary(whole.compiled.source, data, result);
    // What is fixed is in no library.
    const fixed = { trainingCost: { 'pipl-only': 1500 }, upgradeCost: inputs.upgradeCost.value };
    const other = preparedScenario({ inputs: fixed }, 2000);
    const { value } = readSipmath(text, 'library.json', other.compiled.source);
    const taken = preparedScenario(
      {
        inputs: { ...fixed, ...value?.inputs },
        correlations: value?.correlations,
      },
      2000,
    );
    const again = await runWhole(taken, { claims: {} });
    expect(again.result.outputs).toEqual(result.outputs);
    expect(again.result.saving).toEqual(result.saving);
  });

  test('any metalog comes back as it was, also from a program that knows nothing of Tandem', () => {
    const percentiles = [1, 5, 10, 25, 40, 50, 60, 75, 90, 95, 99];
    const spec = fc
      .record({
        some: fc.subarray(percentiles, { minLength: 2, maxLength: 7 }),
        start: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        steps: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), {
          minLength: 11,
          maxLength: 11,
        }),
        scale: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
        below: fc.option(fc.double({ min: 0.5, max: 20, noNaN: true })),
        above: fc.option(fc.double({ min: 0.5, max: 20, noNaN: true })),
      })
      .map(({ above, below, scale, some, start, steps }): DistributionSpec => {
        const at = (percent: number) =>
          start +
          scale *
            (Math.log(percent / (100 - percent)) +
              0.05 * (steps[percentiles.indexOf(percent)] ?? 1));
        const last = some.at(-1) ?? 50;
        return {
          dist: 'metalog',
          ...Object.fromEntries(some.map((percent) => [`p${percent}`, at(percent)])),
          ...(below === null ? {} : { min: at(some[0] ?? 50) - below * scale }),
          ...(above === null ? {} : { max: at(last) + above * scale }),
        };
      })
      .filter((each) => checkDistribution(each).length === 0);
    fc.assert(
      fc.property(spec, (given) => {
        const { shape } = exportedShape(given, 1);
        const { issues, value } = read(library([sip('customers', { ...shape })]));
        expect(issues).toEqual([]);
        const [wanted, found] = [
          makeDistribution(given),
          makeDistribution(value?.inputs['customers'] as DistributionSpec),
        ];
        const size = wanted.quantile(0.99) - wanted.quantile(0.01);
        for (const p of [0.001, 0.05, 0.3, 0.5, 0.8, 0.999])
          expect(Math.abs(found.quantile(p) - wanted.quantile(p)) / size).toBeLessThan(1e-6);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

test('whatever stands in a library, it is read or refused, never thrown', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('Metalog_1_0', 'SIP_Array', 'Lookup_Table', [1, 2], [[0.5, 1]], -1, 1e308),
  );
  const key = fc.constantFrom(
    'name',
    'ref',
    'function',
    'arguments',
    'metadata',
    'environment',
    'value',
    'aCoefficients',
    'type',
  );
  const strange = fc.record({
    name: fc.constantFrom('auditCost', 'upgradeCost.times', 'constructor', '__proto__', 'fineCap.'),
    more: fc.dictionary(key, anything),
    inside: fc.dictionary(key, anything),
  });
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 3 }), fc.dictionary(key, anything), (sips, more) => {
      const given = library(
        sips.map(({ inside, more: own, name }) => sip(name, { ...own, arguments: inside })),
        more,
      );
      const { issues, value } = read(given);
      expect(value !== null || issues.length > 0).toBe(true);
      for (const issue of issues) expect(issue.message).not.toMatch(/undefined|NaN|\[object/);
    }),
    { seed: 11, numRuns: 400 },
  );
});
