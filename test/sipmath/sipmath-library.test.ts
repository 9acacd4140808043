import { describe, expect, test } from 'vitest';
import { trialLedger } from '../../src/analysis/trial-ledger.ts';
import { hdrUniform } from '../../src/sipmath/hdr-random.ts';
import { sipmathLibrary, sipmathParts } from '../../src/sipmath/sipmath-library.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { runWhole } from '../../src/runner/run-whole.ts';
import { preparedScenario } from './prepared-scenario.ts';
import { hdr, percentile, readLibrary } from './sipmath-reader.ts';

const trials = 4000;

const uncertain = preparedScenario({
  inputs: {
    auditCost: { dist: 'pert', min: 100_000, mode: 240_000, max: 500_000 },
    discountRate: { p10: 0.04, p50: 0.06, p90: 0.09 },
    trainingCost: {
      'pipl-only': { dist: 'uniform', min: 1000, max: 2000 },
      'pdpo-only': { dist: 'normal', mean: 5000, sd: 400 },
      dual: { dist: 'lognormal', mean: 6000, cv: 0.5 },
    },
    auditsPerYear: { dist: 'discrete', values: [1, 2, 4], weights: [0.5, 0.3, 0.2] },
    isolationRunningCost: {
      dist: 'mixture',
      components: [
        { dist: 'normal', mean: 100, sd: 5 },
        { dist: 'normal', mean: 900, sd: 5 },
      ],
    },
  },
  correlations: [
    ['auditCost', 'discountRate', 0.6],
    ['trainingCost', 'auditCost', -0.4],
  ],
});
const { data, result } = await runWhole(uncertain, { claims: {} });
const { source } = uncertain.compiled;
const text = sipmathLibrary(source, data, result);
const sips = readLibrary(text);
const named = (name: string) => {
  const found = sips.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${sips.map((s) => s.name).join(', ')}`);
  return found;
};
const trialsOf = (name: string, count = trials) =>
  Array.from({ length: count }, (_, index) => named(name).trial(index + 1));

test('the parts of a library are its text, and hold no more than one variable each', () => {
  const parts = [...sipmathParts(source, data, result)];
  expect(parts.join('')).toBe(text);
  const ends = 2;
  expect(parts).toHaveLength(sips.length + ends);
  const written = JSON.stringify(JSON.parse(text), null, 1);
  const lists = /\[\n\s+-?[\d.e+-]+(?:,\n\s+-?[\d.e+-]+)*\n\s+\]/g;
  const oneLine = (list: string) => list.replaceAll(/\s+/g, '');
  expect(text).toBe(`${written.replaceAll(lists, oneLine)}\n`);
});

describe('HDR 2.0', () => {
  test('gives the numbers that other programs publish', () => {
    const at = (counter: number, entity: number, varId: number, seed3: number, seed4: number) =>
      hdrUniform({ counter, entity, varId, seed3, seed4 });
    expect([1, 2, 3, 4].map((t) => at(t, 10, 2, 3, 4))).toEqual([
      0.18532938009593636, 0.9937039703363553, 0.09836426738183945, 0.7941507144132629,
    ]);
    expect([1, 2, 3].map((t) => at(t, 1, 1, 0, 0))).toEqual([
      0.9097355402773246, 0.7586898015579209, 0.07985927711706609,
    ]);
  });

  test('loses no digit with large ids', () => {
    for (const [counter, id] of [
      [1, 99_999_999],
      [2_000_000, 99_999_999],
      [77, 47_742_412],
    ] as const) {
      const place = { entity: id, varId: id, seed3: 99, seed4: 7 };
      expect(hdrUniform({ ...place, counter })).toBe(hdr({ arguments: place }, counter));
    }
  });
});

describe('a SIPmath library, read by a program of its own', () => {
  test('has the percentiles of the run, to the last bit, for every output and posture', () => {
    const shown = { p5: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 };
    for (const [output, byPosture] of Object.entries(result.outputs)) {
      for (const [posture, summary] of Object.entries(byPosture)) {
        const values = trialsOf(`${output}.${posture.replace('-', '_')}`);
        for (const [key, p] of Object.entries(shown))
          expect(percentile(values, p), `${output} ${posture} ${key}`).toBe(
            summary[key as keyof typeof shown],
          );
      }
    }
    for (const [posture, saving] of Object.entries(result.saving)) {
      const values = trialsOf(`saving.${posture.replace('-', '_')}`);
      expect(percentile(values, 0.5)).toBe(saving.p50);
      expect(values.filter((value) => value > 0).length / trials).toBe(saving.probabilityPositive);
    }
  });

  test('has the futures in their order: trial N is that of "tandem trial FILE N"', () => {
    for (const trial of [1, 2, 17, 640, trials]) {
      for (const { posture, tco } of trialLedger(source, trial))
        expect(named(`tco.${posture.replace('-', '_')}`).trial(trial)).toBe(tco);
    }
  });

  test.each([
    'auditCost',
    'discountRate',
    'trainingCost.pipl_only',
    'trainingCost.pdpo_only',
    'trainingCost.dual',
    'auditsPerYear',
    'isolationRunningCost',
  ])('gives the check trials, mean and percentiles that the library states: %s', (name) => {
    const { metadata } = named(name);
    const values = trialsOf(name, 1000);
    for (const index of [1, 2, 3])
      expect(values[index - 1]).toBeCloseTo(Number(metadata[`Trial${index}`]), 5);
    const mean = values.reduce((sum, value) => sum + value, 0) / 1000;
    expect(mean / Number(metadata['mean'])).toBeCloseTo(1, 8);
    expect(percentile(values, 0.25) / Number(metadata['P25'])).toBeCloseTo(1, 8);
    expect(percentile(values, 0.9) / Number(metadata['P90'])).toBeCloseTo(1, 8);
    expect(metadata['count']).toBe(1000);
  });

  test('draws inputs from the distributions of the scenario', () => {
    // Kolmogorov's distance of 4,000 draws exceeds 0.0407 for one correct sample in 300,000; an
    // approximation moves it by less than 0.002. Seven samples: a false alarm in 40,000 seeds.
    const cells = Object.entries(source.scenario.inputs).flatMap(([input, { cells: rows }]) =>
      rows.map((row, index) => ({ input, posture: source.postures[index] ?? '', cell: row[0] })),
    );
    let checked = 0;
    for (const { name } of sips.filter(({ metadata }) => metadata['role'] === 'input')) {
      const [input = '', posture] = name.split('.');
      if (posture === 'times') continue;
      const cell = cells.find(
        (each) =>
          each.input === input &&
          (posture === undefined || each.posture.replace('-', '_') === posture),
      )?.cell;
      if (cell?.kind !== 'distribution') continue;
      const wanted = makeDistribution(cell.spec);
      if (wanted.kind === 'discrete') continue;
      const sorted = trialsOf(name).toSorted((a, b) => a - b);
      const distance = Math.max(
        ...sorted.map((value, index) => Math.abs(wanted.cdf(value) - (index + 0.5) / trials)),
      );
      expect(distance, name).toBeLessThan(0.043);
      checked++;
    }
    expect(checked).toBeGreaterThan(6);
  });

  test('correlates inputs as the scenario does', () => {
    const ranks = (values: readonly number[]) => {
      const order = values.map((_, i) => i).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      const rank: number[] = [];
      for (const [place, index] of order.entries()) rank[index] = place;
      return rank;
    };
    const correlation = (a: string, b: string) => {
      const n = 1500;
      const [x, y] = [ranks(trialsOf(a, n)), ranks(trialsOf(b, n))];
      const squares = x.reduce((sum, value, i) => sum + (value - (y[i] ?? 0)) ** 2, 0);
      return 1 - (6 * squares) / (n * (n * n - 1));
    };
    // The standard error is below 1 / sqrt(1500) = 0.026: five of them, one false alarm in a million.
    expect(Math.abs(correlation('auditCost', 'discountRate') - 0.6)).toBeLessThan(0.13);
    expect(Math.abs(correlation('trainingCost.dual', 'auditCost') + 0.4)).toBeLessThan(0.13);
    expect(Math.abs(correlation('trainingCost.dual', 'discountRate'))).toBeLessThan(0.13);
  });

  test('says what was run, and is the same text for the same run', async () => {
    const { provenance } = JSON.parse(text) as { provenance: string };
    expect(provenance).toContain(result.manifest.resultHash);
    expect(provenance).toContain(result.manifest.scenario.hash);
    expect(provenance).toMatch(/^Tandem \d.*law of \d{4}-\d\d-\d\d; 4000 futures, seed 20261123/);
    const again = await runWhole(uncertain, { claims: {} });
    expect(sipmathLibrary(source, again.data, again.result)).toBe(text);
  });

  test('states a density that adds up to about one', () => {
    for (const { metadata, name } of sips) {
      const density = metadata['density'] as readonly number[] | undefined;
      if (density === undefined) continue;
      expect(density).toHaveLength(25);
      const step = (Number(metadata['max']) - Number(metadata['min'])) / 24;
      const area = density.reduce(
        (sum, value, at) => sum + value * step * (at === 0 || at === 24 ? 0.5 : 1),
        0,
      );
      // Two narrow humps fall between the points of an even grid.
      if (name !== 'isolationRunningCost') expect(area, name).toBeCloseTo(1, 0);
    }
  });
});

test('amounts stand in the currency of the scenario, whichever the value was written in', async () => {
  const yuan = preparedScenario({
    currency: 'CNY',
    exchangeRates: { CNY: 1.25 },
    inputs: { auditCost: { dist: 'uniform', min: 100, max: 200 } },
  });
  const run = await runWhole(yuan, { claims: {} });
  const read = readLibrary(sipmathLibrary(yuan.compiled.source, run.data, run.result));
  const own = read.find(({ name }) => name === 'auditCost');
  expect(own?.metadata).toMatchObject({ unit: expect.stringMatching(/^CNY/) as string });
  expect(Number(own?.metadata['max'])).toBeGreaterThan(199);
  expect(Number(own?.metadata['max'])).toBeLessThan(200);
  // Inherited from a file in HK$.
  const inherited = read.find(({ name }) => name === 'remediationCost');
  const cell = yuan.compiled.source.scenario.inputs['remediationCost']?.cells[0]?.[0];
  const median = makeDistribution(
    (cell?.kind === 'distribution' ? cell.spec : {}) as DistributionSpec,
  ).quantile(0.5);
  expect((Number(inherited?.metadata['P50']) * 1.25) / median).toBeCloseTo(1, 1);
});
