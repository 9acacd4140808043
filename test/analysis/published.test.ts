import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resultHash } from '../../src/analysis/result-hash.ts';
import { checkClaims } from '../../src/analysis/check-claims.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { parseDocument } from '../../src/schema/parse-document.ts';
import type { Result } from '../../src/schema/result.ts';
import { resultSchema } from '../../src/schema/result.ts';
import { validate } from '../../src/schema/validate.ts';

const evidence = JSON.parse(readFileSync('models/evidence.json', 'utf8')) as Evidence;

function run(trials: number): Result {
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: 'scenarios/published.json',
    read: (path) => readFileSync(path, 'utf8'),
    findModel: () => ({
      file: 'models/compliance-tco.json',
      source: readFileSync('models/compliance-tco.json', 'utf8'),
    }),
    run: { trials },
  });
  if (prepared === null) throw new Error(issues.map((issue) => issue.message).join('\n'));
  return calculate(prepared, evidence);
}

const result = run(20_000);
const of = (record: Readonly<Record<string, number>> | undefined, key: string) =>
  record?.[key] ?? NaN;

describe('the published scenario', () => {
  test.each([
    ['pipl-only', 6_800_000],
    ['pdpo-only', 7_200_000],
    ['dual', 3_900_000],
  ])('%s costs %d on average, within 4 errors and 0.5 %%', (posture, published) => {
    const tco = result.outputs['tco']?.[posture];
    const off = Math.abs((tco?.mean ?? NaN) - published);
    expect(off).toBeLessThan(4 * (tco?.standardError ?? 0));
    expect(off).toBeLessThan(0.005 * published);
  });

  test.each([
    [
      'pipl-only',
      {
        audits: 250_000,
        remediations: 5_374_250,
        attrition: 607_500,
        investigations: 112_500,
        programme: 455_750,
      },
    ],
    [
      'pdpo-only',
      {
        fines: 76_000,
        remediations: 5_374_250,
        investigations: 900_000,
        isolation: 449_750,
        programme: 400_000,
      },
    ],
    [
      'dual',
      {
        fines: 9_500,
        audits: 250_000,
        filings: 250_000,
        remediations: 194_250,
        investigations: 112_500,
        programme: 750_000,
        training: 233_750,
        monitoring: 1_500_000,
        architecture: 600_000,
      },
    ],
  ])('the components of %s are those of the article', (posture, components) => {
    for (const [category, published] of Object.entries(components)) {
      const off = Math.abs(of(result.components[posture], category) - published);
      expect(off, category).toBeLessThanOrEqual(
        4.5 * of(result.componentErrors[posture], category) + 1e-6,
      );
    }
    const zero = Object.entries(result.components[posture] ?? {}).filter(
      ([category]) => !(category in components),
    );
    for (const [category, mean] of zero) expect(mean, category).toBe(0);
  });

  test('components and years add up to the total', () => {
    for (const { id } of result.postures) {
      const tco = result.outputs['tco']?.[id]?.mean ?? NaN;
      const sum = Object.values(result.components[id] ?? {}).reduce((a, b) => a + b, 0);
      expect(sum / tco).toBeCloseTo(1, 10);
      expect((result.byYear[id]?.at(-1)?.cumulativeMean ?? NaN) / tco).toBeCloseTo(1, 10);
    }
  });

  test.each([
    ['article', 'pipl-only', 4.18],
    ['article', 'pdpo-only', 4.18],
    ['netOfRunning', 'pipl-only', 0.76],
    ['netOfRunning', 'pdpo-only', 0.93],
    ['net', 'pipl-only', 2.5],
    ['net', 'pdpo-only', 2.9],
  ])('ROI %s against %s is %d', (name, posture, published) => {
    const ratio = result.roi[name]?.[posture];
    expect(Math.abs((ratio?.value ?? NaN) - published)).toBeLessThan(
      4 * (ratio?.standardError ?? 0) + 0.005,
    );
  });

  test('pays back in the month of the published table', () => {
    expect(result.payback['pipl-only']?.months).toBeCloseTo(10.29, 0);
    expect(result.payback['pdpo-only']?.months).toBeCloseTo(9.23, 0);
  });

  test('saves what the totals differ by, and chances add up', () => {
    expect(result.saving['pipl-only']?.mean).toBeCloseTo(
      (result.outputs['tco']?.['pipl-only']?.mean ?? 0) -
        (result.outputs['tco']?.['dual']?.mean ?? 0),
      3,
    );
    expect(Object.values(result.cheapest).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(result.saving['bestSingle']?.probabilityPositive).toBeCloseTo(
      of(result.cheapest, 'dual'),
      12,
    );
  });

  test('writes a result that its own schema accepts, after JSON too', () => {
    const text = JSON.stringify(result);
    const document = parseDocument(text, 'result.json');
    expect(validate(resultSchema, document.value, document.places).issues).toEqual([]);
    expect(resultHash(JSON.parse(text) as Result)).toBe(result.manifest.resultHash);
  });

  test('hashes to the same a second time, whatever things are called', () => {
    const again = run(20_000);
    expect(again.manifest.resultHash).toBe(result.manifest.resultHash);
    const renamed: Result = {
      ...result,
      postures: result.postures.map(({ id }) => ({ id, label: `Variante ${id}`, description: '' })),
      manifest: {
        ...result.manifest,
        scenario: { ...result.manifest.scenario, file: 'elsewhere.json' },
      },
    };
    expect(resultHash(renamed)).toBe(result.manifest.resultHash);
    const reworded: Result = {
      ...result,
      claims: result.claims.map((claim) => ({ ...claim, why: 'said otherwise' })),
    };
    expect(resultHash(reworded)).toBe(result.manifest.resultHash);
    // What a register says of claims that the run has no figure for is no result of the run.
    const rejudged: Result = {
      ...result,
      claims: result.claims.map((claim) =>
        claim.published === null ? { ...claim, verdict: 'unsettled', law: [] } : claim,
      ),
    };
    expect(resultHash(rejudged)).toBe(result.manifest.resultHash);
    const refigured: Result = {
      ...result,
      claims: result.claims.map((claim) =>
        claim.published === null ? claim : { ...claim, verdict: 'not reproduced' },
      ),
    };
    expect(resultHash(refigured)).not.toBe(result.manifest.resultHash);
    const touched: Result = { ...result, cheapest: { ...result.cheapest, dual: 0.99 } };
    expect(resultHash(touched)).not.toBe(result.manifest.resultHash);
  });
});

describe('checkClaims', () => {
  const verdictsOf = (changed: Result) =>
    new Map(
      checkClaims(evidence, changed).map((claim) => [
        `${claim.id} ${claim.label}`.trim(),
        claim.verdict,
      ]),
    );

  test('finds the published totals and ROI reproduced', () => {
    const figures = result.claims.filter((claim) => claim.published !== null);
    expect(figures.length).toBeGreaterThanOrEqual(7);
    for (const claim of figures) expect(claim.verdict, claim.label).toBe('reproduced');
  });

  test('computes the verdict: another total is not reproduced', () => {
    const dual = result.outputs['tco']?.['dual'];
    if (dual === undefined) throw new Error('no dual');
    const tco = { ...result.outputs['tco'], dual: { ...dual, mean: 4_200_000 } };
    const verdicts = verdictsOf({ ...result, outputs: { ...result.outputs, tco } });
    expect(verdicts.get('C15 Five-year cost under both')).toBe('not reproduced');
    expect(verdicts.get('C15 Five-year cost under PIPL only')).toBe('reproduced');
  });

  test('says so where the run has no such figure', () => {
    expect(verdictsOf({ ...result, outputs: {} }).get('C15 Five-year cost under both')).toBe(
      'not-modelled',
    );
  });

  test('keeps what the register says of claims without figures', () => {
    const verdicts = verdictsOf(result);
    expect(verdicts.get('C14')).toBe('wrong');
    expect(verdicts.get('C25')).toBe('inconsistent');
  });
});
