import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import evidence from '../../models/evidence.json';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { Result } from '../../src/schema/result.ts';

/** Runs a scenario that extends the published one, as a consultant would write it. */
function run(scenario: object): Result {
  const files: Record<string, string> = {
    'client.json': JSON.stringify({ extends: './published.json', name: 'A client', ...scenario }),
    'published.json': readFileSync('scenarios/published.json', 'utf8'),
  };
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: 'client.json',
    read: (path) => files[path] ?? null,
    findModel: (name) => ({
      file: `models/${name}.json`,
      source: readFileSync(`models/${name}.json`),
    }),
    run: { trials: 20_000 },
  });
  if (prepared === null)
    throw new Error(issues.map((issue) => `${issue.pointer} ${issue.message}`).join('\n'));
  return calculate(prepared, evidence as Evidence);
}

const exact = (result: Result, posture: string) =>
  result.shadow.find((each) => each.id === 'output.tco' && each.posture === posture)!.exactMean;

describe('a scenario that extends the published one', () => {
  it('changes only what it names', () => {
    const result = run({ inputs: { monitoringCost: { dual: 400_000 } } });
    expect(exact(result, 'dual')).toBeCloseTo(3_900_000 + 5 * 100_000, 4);
    expect(exact(result, 'pipl-only')).toBeCloseTo(6_800_000, 4);
    expect(result.outputs['tco']!['dual']!.sd).toBeGreaterThan(1e6);
  });
  it('may be written in renminbi: its own amounts are converted, the others stay', () => {
    const result = run({
      currency: 'CNY',
      inputs: { trainingCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 100_000 } },
    });
    expect(exact(result, 'dual')).toBeCloseTo(3_900_000 + 5 * (109_000 - 46_750), 3);
    expect(result.manifest.currency).toBe('CNY');
  });
  it('may add a posture that is like another but for what it says', () => {
    const result = run({
      postures: { 'dual-late': { label: 'Dual, later', like: 'dual' } },
      inputs: { programmeWeeks: { 'pipl-only': 0, 'pdpo-only': 0, dual: 0, 'dual-late': 26 } },
    });
    // Half a year at single-law rates: 0.5 more years of (83/75 - 0.04) remediations and (0.04 - 0.005) investigations.
    const more =
      0.5 * ((83 / 75 - 0.04) * 971_250 + (0.04 - 0.005) * (4_500_000 + 0.1 * 3_800_000));
    expect(exact(result, 'dual-late')).toBeCloseTo(3_900_000 + more, 2);
    expect(Object.keys(result.cheapest)).toEqual(['pipl-only', 'pdpo-only', 'dual', 'dual-late']);
    expect(Object.values(result.cheapest).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
  it('may add a cost line of its own in the same language', () => {
    const result = run({
      lines: {
        outsideCounsel: {
          label: 'Outside counsel',
          category: 'programme',
          kind: 'running',
          formula: 'posture == "dual" ? 0 : 0.5 * programmeCost',
        },
      },
    });
    expect(exact(result, 'pipl-only')).toBeCloseTo(6_800_000 + 0.5 * 455_750, 4);
    expect(result.lines['pdpo-only']!['outsideCounsel']!.mean).toBeCloseTo(200_000, -3);
  });
  it('may look further ahead, with inflation and a discount rate', () => {
    const result = run({ horizon: 10, inputs: { inflation: 0.2, discountRate: 0.05 } });
    expect(result.byYear['dual']).toHaveLength(10);
    const [first, second] = result.byYear['pdpo-only']!;
    expect(second!.mean / first!.mean).toBeCloseTo(1.2, 1);
    const { tco, tcoPresentValue } = result.outputs;
    expect(tcoPresentValue!['pdpo-only']!.mean).toBeLessThan(tco!['pdpo-only']!.mean);
  });
  it("at 5 % the article's return is 370 %, and mid-year discounting a little more", () => {
    const yearEnd = run({ inputs: { discountRate: 0.05 } });
    expect(yearEnd.roi['article']!['pipl-only']!.value).toBeCloseTo(3.7, 1);
    const midYear = run({ inputs: { discountRate: 0.05, discounting: 'mid-year' } });
    const ratio =
      (midYear.roi['article']!['pipl-only']!.value + 1) /
      (yearEnd.roi['article']!['pipl-only']!.value + 1);
    expect(ratio).toBeCloseTo(Math.sqrt(1.05), 6);
  });
  it('de-identification lowers the rate or the severity: the same mean, another spread', () => {
    const onRate = run({
      inputs: {
        deidentificationTarget: 'rate',
        deidentificationEffect: { 'pipl-only': 0.6, 'pdpo-only': 0.6, dual: 0 },
      },
    });
    const onSeverity = run({
      inputs: {
        deidentificationTarget: 'severity',
        deidentificationEffect: { 'pipl-only': 0.6, 'pdpo-only': 0.6, dual: 0 },
      },
    });
    expect(exact(onRate, 'pdpo-only')).toBeCloseTo(exact(onSeverity, 'pdpo-only'), 4);
    expect(onRate.outputs['tco']!['pdpo-only']!.sd).toBeGreaterThan(
      onSeverity.outputs['tco']!['pdpo-only']!.sd,
    );
  });
  it('an incident costs customers from the next year on, and some come back', () => {
    const result = run({
      inputs: {
        incidentChurn: 0.2,
        retentionRecovery: 0.5,
        investigationRate: { 'pipl-only': 20, 'pdpo-only': 20, dual: 20 },
      },
    });
    // With an incident every year the loss is 0, 0.2, 0.3, 0.35, 0.375 of the margin of 4.5 million.
    const attrition = result.byYear['dual']!.map(
      (year) => year.components['attrition']! / 4_500_000,
    );
    for (const [index, share] of [0, 0.2, 0.3, 0.35, 0.375].entries())
      expect(attrition[index]).toBeCloseTo(share, 2);
  });
  it('event luck may be independent: means stay, the chance of being cheapest changes, and the result says which', () => {
    const common = run({});
    const independent = run({ run: { coupling: 'independent' } });
    expect(independent.manifest.coupling).toBe('independent');
    expect(exact(independent, 'pdpo-only')).toBeCloseTo(exact(common, 'pdpo-only'), 4);
    expect(Math.abs(independent.cheapest['dual']! - common.cheapest['dual']!)).toBeGreaterThan(
      0.01,
    );
  });
  it('shares of a remediation that do not add up to 1 are refused', () => {
    expect(() => run({ inputs: { mixFix: { dual: 0.9 } } })).toThrow('must add up to 1');
  });
});
