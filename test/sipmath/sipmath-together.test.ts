import { describe, expect, test } from 'vitest';
import { readSipmath } from '../../src/sipmath/read-sipmath.ts';
import { preparedScenario } from './prepared-scenario.ts';

const { source } = preparedScenario({}).compiled;
const read = (given: unknown) => readSipmath(JSON.stringify(given), 'library.json', source);
const told = (given: unknown) =>
  read(given).issues.map(({ message, pointer }) => `${pointer}: ${message}`);

const random = (index: number, more: object = {}) => ({
  name: `hdr${index}`,
  function: 'HDR_2_0',
  arguments: {
    counter: 'PM_Index',
    entity: 1,
    varId: 2_087_044 + index,
    seed3: 0,
    seed4: 0,
    ...more,
  },
});
const layer = (name: string) => ({ source: 'copula', name: 'Gaussian', copulaLayer: name });
const metalog = (name: string, ref: object, more: object = {}) => ({
  name,
  ref,
  function: 'Metalog_1_0',
  arguments: { aCoefficients: [250_000, 20_000], ...more },
  metadata: { count: 30, mean: 250_000, density: [0.1, 0.2] },
});
const array = (name: string, value: readonly number[], ref?: object) => ({
  name,
  ...(ref === undefined ? {} : { ref }),
  function: 'SIP_Array',
  arguments: { type: 'array', value },
});

/**
 * A library with a copula in the form that the tools of the standard's own makers write: layers are
 * numbered, rows are named by the variables, and the matrix is a lower triangle without its zeros.
 */
const withCopula = ({
  sips = [metalog('auditCost', layer('c1')), metalog('filingCost', layer('c2'))] as object[],
  names = ['auditCost', 'filingCost'],
  layers = names.map((_, index) => `c${index + 1}`) as readonly string[] | undefined,
  matrix = [
    { row: 'auditCost', col: 'auditCost', value: 1 },
    { row: 'filingCost', col: 'auditCost', value: 0.9 },
    { row: 'filingCost', col: 'filingCost', value: 1 },
  ],
  more = {} as object,
}) => ({
  name: 'Stock_Returns',
  objectType: 'sipModel',
  libraryType: 'SIPmath_3_0',
  dateCreated: '09-21-2021',
  globalVariables: [{ name: 'correlationMatrix', value: { columns: names, rows: names, matrix } }],
  provenance: 'KMM',
  U01: {
    rng: [random(1), random(2), random(3)],
    copula: [
      {
        arguments: {
          correlationMatrix: { type: 'globalVariables', value: 'correlationMatrix' },
          rng: names.map((_, index) => `hdr${index + 1}`),
        },
        function: 'GaussianCopula',
        name: 'Gaussian',
        ...(layers === undefined ? {} : { copulaLayer: layers }),
      },
    ],
  },
  sips,
  version: '1',
  ...more,
});
const plain = (sips: readonly object[], more: object = {}) => ({
  name: 'Other tool',
  objectType: 'sipModel',
  libraryType: 'SIPmath_3_0',
  U01: {
    rng: [
      random(1),
      random(2),
      { name: 'idx', function: 'Index', arguments: { counter: 'PM_Index' } },
    ],
  },
  sips,
  ...more,
});

describe('a copula whose layers are numbered and whose rows are variables', () => {
  // Of normal scores correlated by rho, ranks are correlated by 6/pi asin(rho/2) (Pearson 1907).
  const wanted = [['auditCost', 'filingCost', 0.8915]];
  expect((6 / Math.PI) * Math.asin(0.45)).toBeCloseTo(0.8915, 4);

  test('joins its variables by its ranks', () => {
    const { issues, value } = read(withCopula({}));
    expect(issues).toEqual([]);
    expect(value?.correlations).toEqual(wanted);
  });

  test('is the same as one whose layers bear the names of the rows', () => {
    const control = withCopula({
      sips: [metalog('auditCost', layer('auditCost')), metalog('filingCost', layer('filingCost'))],
      layers: ['auditCost', 'filingCost'],
    });
    const { inputs, correlations } = read(withCopula({})).value ?? {};
    // A run is made from these alone, so that its result is the same to the last bit.
    expect({ inputs, correlations }).toEqual({
      inputs: read(control).value?.inputs,
      correlations: read(control).value?.correlations,
    });
  });

  test('goes by the order of the rows, whatever the order of the variables', () => {
    const names = ['filingCost', 'trainingCost', 'auditCost'];
    const { value } = read(
      withCopula({
        names,
        sips: [
          metalog('auditCost', layer('c3')),
          metalog('filingCost', layer('c1')),
          metalog('Weather', layer('c2')),
        ],
        matrix: [
          { row: 'trainingCost', col: 'filingCost', value: -0.5 },
          { row: 'auditCost', col: 'filingCost', value: 0.9 },
        ],
      }),
    );
    expect(value?.correlations).toEqual(wanted);
  });

  test('goes by the name of the variable where layers are not listed in order', () => {
    const { value } = read(
      withCopula({
        layers: ['c1', 'c2', 'c3'],
        sips: [metalog('auditCost', layer('c3')), metalog('filingCost', layer('c1'))],
      }),
    );
    expect(value?.correlations).toEqual(wanted);
  });

  test('a zero that is left out of the matrix is a zero', () => {
    const { issues, value } = read(withCopula({ matrix: [] }));
    expect(issues).toEqual([]);
    expect(value?.correlations).toEqual([]);
  });

  test('may stand in a list, as some tools write it, and places are those of the list', () => {
    expect(read([withCopula({})]).value?.correlations).toEqual(wanted);
    const wrong = withCopula({ sips: [metalog('auditCosts', layer('c1'))] });
    expect(told([wrong])).toEqual([
      '/0/sips/0/name: there is no input "auditCosts"; did you mean "auditCost"?',
    ]);
    expect(told([wrong, wrong])).toEqual([expect.stringMatching(/^: there are 2 libraries/)]);
    expect(told([])).toEqual([expect.stringMatching(/^: there are 0 libraries/)]);
  });
});

describe('variables that share what they are drawn by', () => {
  const [a, b] = [
    [1, 2, 3, 4, 5],
    [10, 30, 20, 50, 40],
  ];

  test.each([
    ['arrays of one counter', { source: 'rng', name: 'idx' }],
    ['arrays that name nothing: trials of one library belong together', undefined],
  ])('%s are together row by row', (_, ref) => {
    const { issues, value } = read(
      plain([array('auditCost', a, ref), array('filingCost', b, ref)]),
    );
    expect(issues).toEqual([]);
    // 1 - 6 (0 + 1 + 1 + 1 + 1) / (5 (25 - 1)), Spearman's formula.
    expect(value?.correlations).toEqual([['auditCost', 'filingCost', 0.8]]);
  });

  test('two names of the same counter are one', () => {
    const rng = ['one', 'two'].map((name) => ({
      name,
      function: 'Index',
      arguments: { counter: 'PM_Index' },
    }));
    const { value } = read(
      plain(
        [
          array('auditCost', a, { source: 'rng', name: 'one' }),
          array('filingCost', b, { source: 'rng', name: 'two' }),
        ],
        { U01: { rng } },
      ),
    );
    expect(value?.correlations).toEqual([['auditCost', 'filingCost', 0.8]]);
  });

  test('metalogs of the same random numbers rise together', () => {
    const one = { source: 'rng', name: 'hdr1' };
    const { value } = read(plain([metalog('auditCost', one), metalog('filingCost', one)]));
    expect(value?.correlations).toEqual([['auditCost', 'filingCost', 1]]);
  });

  test('those of other numbers are independent', () => {
    const { issues, value } = read(
      plain([
        metalog('auditCost', { source: 'rng', name: 'hdr1' }),
        metalog('filingCost', { source: 'rng', name: 'hdr2' }),
        array('trainingCost', a),
      ]),
    );
    expect(issues).toEqual([]);
    expect(value?.correlations).toEqual([]);
  });

  test('random numbers may stand beside U01', () => {
    const { issues, value } = read(
      plain([metalog('auditCost', { source: 'rng', name: 'hdr7' })], {
        U01: undefined,
        rng: [random(7)],
      }),
    );
    expect(issues).toEqual([]);
    expect(value?.inputs).toHaveProperty('auditCost');
  });

  test('parts of an input that the library draws apart are told: here they move together', () => {
    const { issues } = read(
      plain([
        metalog('trainingCost.pipl_only', { source: 'rng', name: 'hdr1' }),
        metalog('trainingCost.dual', { source: 'rng', name: 'hdr2' }),
      ]),
    );
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        pointer: '/sips/1',
        message: expect.stringMatching(/apart/) as string,
      },
    ]);
  });
});

describe('bounds', () => {
  const bounded = (more: object) =>
    read(plain([metalog('auditCost', { source: 'rng', name: 'hdr1' }, more)]));
  const free = bounded({}).value?.inputs['auditCost'];

  test.each([
    ['that are null', { lowerBound: null, upperBound: null }],
    ['that "boundedness" says do not hold', { lowerBound: 0, upperBound: 1, boundedness: 'u' }],
  ])('%s are none', (_, more) => {
    expect(bounded(more).value?.inputs['auditCost']).toEqual(free);
  });

  test.each([
    ['sl', { min: 0 }],
    ['su', { max: 1 }],
    ['b', { min: 0, max: 1 }],
  ])('of the boundedness %s are those that it says', (boundedness, wanted) => {
    const arguments_ = { aCoefficients: [0, 0.5], lowerBound: 0, upperBound: 1, boundedness };
    const found = bounded(arguments_).value?.inputs['auditCost'];
    const keys = Object.entries(found ?? {}).filter(([key]) => key === 'min' || key === 'max');
    expect(Object.fromEntries(keys)).toEqual(wanted);
  });

  test('that are said to hold and are not there are refused', () => {
    expect(bounded({ boundedness: 'b', lowerBound: 0 }).issues).toMatchObject([
      {
        pointer: '/sips/0/arguments/boundedness',
        message: expect.stringMatching(/no upperBound/) as string,
      },
    ]);
    expect(bounded({ boundedness: 'x' }).value).toBeNull();
  });
});

const breach =
  Object.entries(source.model.inputs).find(([, { per }]) => per === 'event')?.[0] ?? '';
test.each<readonly [string, object, RegExp]>([
  [
    'a layer that its copula does not have',
    withCopula({ sips: [metalog('auditCost', layer('c9'))] }),
    /^\/sips\/0\/ref\/copulaLayer: auditCost: its copula has no layer "c9"; it has "c1", "c2"/,
  ],
  [
    'layers of which no order tells the rows',
    withCopula({
      names: ['x', 'y', 'z'],
      layers: ['c1', 'c2'],
      matrix: [{ row: 'x', col: 'y', value: 0.5 }],
    }),
    /^\/sips\/0\/ref\/copulaLayer: auditCost: which row of the matrix belongs to the layer "c1" cannot be told/,
  ],
  [
    'a layer whose row is that of another variable',
    withCopula({ sips: [metalog('auditCost', layer('c2')), metalog('filingCost', layer('c1'))] }),
    /its layer "c2" is row "filingCost" of the matrix by order, but the matrix has a row of its name/,
  ],
  [
    'a copula that is not there',
    withCopula({ sips: [metalog('auditCost', { ...layer('c1'), name: 'Clayton' })] }),
    /^\/sips\/0\/ref\/name: auditCost: there is no copula "Clayton"/,
  ],
  [
    'random numbers that are not there',
    plain([metalog('auditCost', { source: 'rng', name: 'hdr8' })]),
    /^\/sips\/0\/ref\/name: auditCost: there are no random numbers "hdr8" in U01/,
  ],
  [
    'a source that is not known',
    plain([metalog('auditCost', { source: 'vine', name: 'v' })]),
    /^\/sips\/0\/ref\/source: auditCost: the source "vine" is not known/,
  ],
  [
    'a metalog that is drawn by the number of the trial',
    plain([metalog('auditCost', { source: 'rng', name: 'idx' })]),
    /counts trials, which only a SIP_Array can be drawn by/,
  ],
  [
    'covariances in the place of correlations',
    withCopula({ matrix: [{ row: 'auditCost', col: 'auditCost', value: 0.3 }] }),
    /^\/globalVariables\/0\/value\/matrix\/0\/value: a variable and itself are correlated by 1; found 0\.3/,
  ],
  [
    'two correlations of the same two rows',
    withCopula({
      matrix: [
        { row: 'filingCost', col: 'auditCost', value: 0.9 },
        { row: 'auditCost', col: 'filingCost', value: 0.1 },
      ],
    }),
    /^\/globalVariables\/0\/value\/matrix\/1\/value: the matrix says 0\.1 here, and 0\.9 before/,
  ],
  [
    'arrays of one counter that differ in length',
    plain([array('auditCost', [1, 2, 3]), array('filingCost', [1, 2])]),
    /auditCost and filingCost go together.*one has 3 trials and the other 2/,
  ],
  [
    'an array in no order that a copula draws',
    withCopula({
      sips: [array('auditCost', [3, 1, 2], layer('c1')), metalog('filingCost', layer('c2'))],
    }),
    /values of one are in no order/,
  ],
  [
    'a variable of the random numbers that a copula is made of',
    withCopula({
      sips: [
        metalog('auditCost', layer('c1')),
        metalog('trainingCost', { source: 'rng', name: 'hdr2' }),
      ],
    }),
    /random numbers that the copula of the other is made of/,
  ],
  [
    'an amount of each event that a copula joins to another',
    withCopula({
      sips: [metalog('auditCost', layer('c1')), metalog(breach, layer('c2'))],
      names: ['auditCost', breach],
      matrix: [{ row: breach, col: 'auditCost', value: 0.9 }],
    }),
    /is drawn anew at each event/,
  ],
  [
    'parts of an input that go with another to different degrees',
    withCopula({
      names: ['auditCost', 'trainingCost.dual', 'trainingCost.pipl_only'],
      sips: [
        metalog('auditCost', layer('c1')),
        metalog('trainingCost.dual', layer('c2')),
        metalog('trainingCost.pipl_only', layer('c3')),
      ],
      matrix: [{ row: 'trainingCost.dual', col: 'auditCost', value: 0.9 }],
    }),
    /correlated with the other by 0\.00 to 0\.89, but all parts of an input move together/,
  ],
])('refuses %s, which would else be read as independent', (_, given, message) => {
  expect(read(given).value).toBeNull();
  expect(told(given).join('\n')).toMatch(message);
});
