import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/analysis/decide.ts';
import { usualDecision } from '../../src/analysis/decision-options.ts';
import { decisionSchema } from '../../src/schema/decision.ts';
import type { Decision, Driver } from '../../src/schema/decision.ts';
import { normalCdf, normalDensity } from '../../src/numeric/normal.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';

const always = () => Promise.resolve(true);

async function decideSmall(small: SmallModel, options = usualDecision): Promise<Decision> {
  const { prepared, issues } = prepareSmall(small);
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  const found = await decide(prepared.compiled, prepared.identity, always, options);
  if (found === null) throw new Error('given up');
  return found;
}

const driver = (decision: Decision, id: string): Driver => {
  const found = decision.drivers.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no driver ${id}`);
  return found;
};

/** One posture costs a normal amount, another a sure one, the third is dear: all of it is known exactly. */
const linear: SmallModel = {
  inputs: {
    a: { default: { dist: 'normal', mean: 500, sd: 30 }, unit: 'HKD/year', range: [-1e6, 1e6] },
    b: { default: { dist: 'normal', mean: 500, sd: 10 }, unit: 'HKD/year', range: [-1e6, 1e6] },
    idle: { default: { dist: 'uniform', min: 1, max: 2 }, unit: 'HKD/year', range: [0, 10] },
    base: {
      default: { 'pipl-only': 0, 'pdpo-only': 1020, dual: 5000 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 1e6],
    },
  },
  lines: { bill: { formula: 'base + (base > 0 ? 0 : 1) * (a + b)' } },
  run: { trials: 65_536, seed: 5, sampling: 'random' },
};

/** E[max(0, X)] for a normal X. */
const lossAbove = (mean: number, sd: number) =>
  sd * normalDensity(mean / sd) + mean * normalCdf(mean / sd);

describe('a linear decision with normal inputs', () => {
  let decision: Decision;
  beforeAll(async () => {
    decision = await decideSmall(linear, { ...usualDecision, totals: true });
  });

  test('has variance shares, first and total, as their variances are', () => {
    for (const [id, share] of [
      ['input a', 0.9],
      ['input b', 0.1],
    ] as const) {
      const { shares, totals } = driver(decision, id);
      expect(shares['tco.pipl-only']?.value).toBeCloseTo(share, 2);
      expect(totals?.['tco.pipl-only']?.value).toBeCloseTo(share, 2);
      expect(shares['tco.dual']?.value).toBe(0);
    }
    expect(decision.idle).toEqual(['idle']);
  });

  test('has swings between the percentiles of its inputs, and the tie where it is', () => {
    const a = driver(decision, 'input a');
    expect(a.ends?.low).toBeCloseTo(500 - 30 * 1.2816, 2);
    const swing = a.swings?.['tco.pipl-only'];
    // The difference has no noise, since the luck is the same; the level has that of the whole run.
    expect((swing?.high ?? 0) - (swing?.low ?? 0)).toBeCloseTo(120 * 1.2815515655, 5);
    expect(Math.abs((swing?.low ?? 0) - 2000 + 60 * 1.2815515655)).toBeLessThan(1.2);
    expect(a.ties).toHaveLength(1);
    expect(a.ties?.[0]?.value).toBeCloseTo(520, 0);
    expect(a.ties?.[0]?.best).toBe('pdpo-only');
    expect(driver(decision, 'input b').ties?.[0]?.value).toBeCloseTo(520, 0);
  });

  test('has the closed forms of EVPI and EVPPI within their errors', () => {
    const exact = (sd: number) => lossAbove(-40, sd);
    const { everything } = decision;
    expect(Math.abs(everything.value - exact(Math.sqrt(4000)))).toBeLessThan(
      4 * everything.error + 0.05,
    );
    for (const [id, sd] of [
      ['input a', 60],
      ['input b', 20],
    ] as const) {
      const found = driver(decision, id).information;
      expect(Math.abs((found?.value ?? 0) - exact(sd))).toBeLessThan(4 * (found?.error ?? 0) + 0.1);
      expect(found?.upper).toBeGreaterThan(exact(sd) - 4 * (found?.error ?? 0) - 0.05);
    }
    const all = decision.groups.find(({ id }) => id === 'all-inputs')?.information;
    // Nothing but the inputs is random here: to know them all is to know everything.
    expect(all).toMatchObject(everything);
  });

  test('has means along each input on its line', () => {
    const { levels, means } = driver(decision, 'input a');
    for (const [index, level] of levels.entries())
      // A bin of 2,700 independent futures with a standard deviation of 20: 5 standard errors.
      expect(Math.abs((means['tco.pipl-only']?.[index] ?? 0) - 2 * level - 1000)).toBeLessThan(2);
  });

  test('is data that its schema knows', () => {
    expect(
      v.safeParse(decisionSchema, JSON.parse(JSON.stringify(decision))).issues,
    ).toBeUndefined();
  });
});

test('the luck of events is told from the inputs behind their rates, and shares add up to one', async () => {
  const decision = await decideSmall({
    inputs: {
      rate: { default: { dist: 'uniform', min: 1, max: 3 }, unit: '1/year', range: [0, 10] },
      blow: {
        default: { dist: 'lognormal', mean: 100, cv: 0.5 },
        per: 'event',
        unit: 'HKD',
        range: [0, 1e6],
      },
      extra: {
        default: { 'pipl-only': 0, 'pdpo-only': 10, dual: 20 },
        by: ['posture'],
        unit: 'HKD/year',
        range: [0, 100],
      },
    },
    events: { hit: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'blow' } } },
    lines: { hits: { formula: 'hit.cost + extra' } },
    run: { trials: 65_536, seed: 6 },
  });
  // Var = T Λ E[X]^2 (luck of counts) + T Λ Var X (of severities) + T^2 Var(rate) E[X]^2.
  const parts = { count: 4 * 10_000, severity: 4 * 2500, rate: (4 / 3) * 10_000 };
  const whole = parts.count + parts.severity + parts.rate;
  for (const [id, part] of [
    ['count hit', parts.count],
    ['severity hit.blow', parts.severity],
    ['input rate', parts.rate],
  ] as const) {
    const share = driver(decision, id).shares['tco.dual'];
    expect(Math.abs((share?.value ?? 0) - part / whole)).toBeLessThan(
      4 * (share?.error ?? 0) + 0.004,
    );
  }
  // Every posture has the same events: savings are sure.
  expect(driver(decision, 'count hit').shares['saving.pipl-only']?.value).toBe(0);
});

test('a model with 200 uncertain inputs is analysed whole', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `cost${index}`);
  const decision = await decideSmall({
    inputs: Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          default: { dist: 'uniform', min: 0, max: 2 * (index + 1) },
          unit: 'HKD/year',
          range: [0, 1000],
        },
      ]),
    ),
    lines: { bill: { formula: `(posture == "dual" ? 1.01 : 1) * (${names.join(' + ')})` } },
    run: { trials: 20_000, seed: 7 },
  });
  const inputs = decision.drivers.filter(({ kind }) => kind === 'input');
  expect(inputs).toHaveLength(200);
  const whole = names.reduce((sum, _, index) => sum + (index + 1) ** 2, 0);
  for (const index of [0, 100, 199]) {
    const share = inputs[index]?.shares['tco.dual'];
    expect(Math.abs((share?.value ?? 0) - (index + 1) ** 2 / whole)).toBeLessThan(
      4 * (share?.error ?? 0) + 0.002,
    );
  }
  expect(inputs.filter(({ swings }) => swings !== null)).toHaveLength(16);
});

describe('the published scenario', () => {
  test('is decided in 100,000 futures, with what drives it adding up', async () => {
    const { compiled, identity } = preparePublished();
    let pauses = 0;
    const decision = await decide(compiled, identity, () => Promise.resolve(++pauses > 0));
    expect(pauses).toBeGreaterThan(50);
    expect(decision?.best).toBe('dual');
    expect(decision?.settled.map(({ isSettled }) => isSettled)).toEqual([true, true, true]);
    const sum = decision?.drivers.reduce(
      (total, { shares }) => total + (shares['tco.pipl-only']?.value ?? 0),
      0,
    );
    expect(sum).toBeGreaterThan(0.97);
    expect(sum).toBeLessThan(1.03);
    // Nothing that could be found out would change the choice; only luck would.
    const inputs = decision?.groups.find(({ id }) => id === 'all-inputs')?.information;
    expect(inputs?.value).toBeLessThan(1000);
    expect(inputs?.upper).toBeLessThan(2000);
    expect(decision?.everything.value).toBeGreaterThan(100_000);
    expect(decision?.drivers.flatMap(({ ties }) => ties ?? [])).toEqual([]);
  });

  test('is given up when it is no longer wanted', async () => {
    const { compiled, identity } = preparePublished({ trials: 8192 });
    let left = 5;
    expect(await decide(compiled, identity, () => Promise.resolve(left-- > 0))).toBeNull();
  });
});
