import { expect, test } from 'vitest';
import { decide } from '../../src/analysis/decide.ts';
import { usualDecision } from '../../src/analysis/decision-options.ts';
import type { Decision } from '../../src/schema/decision.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { uniformColumns } from '../helpers/uniform-columns.ts';

const normal = { default: { dist: 'normal', mean: 0, sd: 1 }, unit: '1', range: [-100, 100] };
const uniform = { default: { dist: 'uniform', min: 0, max: 1 }, unit: '1', range: [0, 1] };
const yearly = (value: number) => ({ default: value, unit: 'HKD/year', range: [0, 1e9] });

/** `risky` against a sure cost, both raised by the mean of an event where there is one. */
async function decideBetween(
  inputs: Readonly<Record<string, object>>,
  risky: string,
  sure: number,
  eventCost = 0,
  more: Partial<SmallModel> & { readonly asked?: readonly string[] } = {},
): Promise<Decision> {
  const hit = eventCost === 0 ? '' : ' + hit.cost';
  const { prepared, issues } = prepareSmall({
    inputs: {
      k: yearly(1),
      ...inputs,
      ...(eventCost === 0
        ? {}
        : {
            often: { default: 1, unit: '1/year', range: [0, 10] },
            blow: {
              default: { dist: 'lognormal', mean: eventCost, cv: 0.5 },
              per: 'event',
              unit: 'HKD',
              range: [0, 1e9],
            },
          }),
    },
    ...(eventCost === 0
      ? {}
      : { events: { hit: { frequency: 'poisson', rate: 'often', amounts: { cost: 'blow' } } } }),
    lines: {
      bill: {
        formula: `posture == "dual" ? k * (${risky})${hit} : posture == "pdpo-only" ? k * ${sure + eventCost} : k * 1e6`,
      },
    },
    run: { trials: 65_536, seed: 3 },
    ...more,
    scenario: { horizon: 1, ...more.scenario },
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  const groups =
    more.asked === undefined ? [] : [{ id: 'asked', label: 'Asked', inputs: more.asked }];
  const found = await decide(prepared.compiled, prepared.identity, () => Promise.resolve(true), {
    ...usualDecision,
    groups,
  });
  if (found === null) throw new Error('given up');
  return found;
}

const informationOf = ({ groups }: Decision, id = 'all-inputs') => {
  const found = groups.find((group) => group.id === id)?.information;
  if (found === undefined) throw new Error(`no group ${id}`);
  return found;
};

/** A product of three normals has no main effects and no products of two: E|500 uvw| / 2. */
const threeWay = {
  inputs: { u: normal, v: normal, w: normal },
  risky: '1000 + 500 * u * v * w',
  sure: 1000,
  worth: 250 * (2 / Math.PI) ** 1.5,
};

/** Sobol' G function, the standard benchmark of sensitivity analysis, by brute force. */
const weights = [0, 0.5, 3, 9, 99, 99];
const gFunction = {
  inputs: Object.fromEntries(weights.map((_, index) => [`u${index}`, uniform])),
  risky: `1000 * ${weights.map((a, index) => `((abs(4 * u${index} - 2) + ${a}) / ${1 + a})`).join(' * ')}`,
  sure: 1300,
  worth: (() => {
    const columns = uniformColumns(99, weights.length, 500_000);
    let sum = 0;
    for (let i = 0; i < 500_000; i++) {
      let product = 1000;
      for (const [index, a] of weights.entries())
        product *= (Math.abs(4 * columns[index]![i]! - 2) + a) / (1 + a);
      sum += Math.max(0, product - 1300);
    }
    return sum / 500_000;
  })(),
};

const shapes = [
  ['a product of three normals', threeWay],
  ["Sobol' G function", gFunction],
] as const;

test('the brute force of the G function agrees with four million draws of another program', () => {
  // 198.3 by numpy; the standard error here is below 0.7.
  expect(Math.abs(gFunction.worth - 198.3)).toBeLessThan(2.5);
});

test.each(shapes)('without events, to know all inputs is to know everything: %s', async (_, of) => {
  const decision = await decideBetween(of.inputs, of.risky, of.sure);
  const { everything } = decision;
  expect(informationOf(decision)).toMatchObject(everything);
  expect(informationOf(decision, 'inputs')).toMatchObject(everything);
  expect(Math.abs(everything.value - of.worth)).toBeLessThan(4 * everything.error);
});

test.each(shapes)(
  'beside an event, the inputs are found whatever their shape: %s',
  async (_, of) => {
    const decision = await decideBetween(of.inputs, of.risky, of.sure, 200);
    const { error, upper, value } = informationOf(decision);
    // What the event does is not theirs: everything is worth more.
    expect(decision.everything.value).toBeGreaterThan(of.worth);
    expect(value).toBeGreaterThan(0.95 * of.worth);
    expect(value).toBeLessThan(of.worth + 4 * error);
    expect(upper).toBeGreaterThan(of.worth);
    expect(upper).toBeLessThan(decision.everything.value + 2 * decision.everything.error);
  },
);

test.each([
  [1000, 0.85],
  [3000, 0.5],
])('and between two true bounds where an event of %d makes much noise', async (cost, least) => {
  for (const [, of] of shapes) {
    const { error, upper, value } = informationOf(
      await decideBetween(of.inputs, of.risky, of.sure, cost),
    );
    expect(value).toBeGreaterThan(least * of.worth);
    expect(value).toBeLessThan(of.worth + 4 * error);
    expect(upper).toBeGreaterThan(of.worth);
  }
});

test('a group that is only some of the inputs is worth what it tells, and no more', async () => {
  // Of 500 u v w, to know u and v leaves a mean of zero, and so nothing; with w fixed at 1, all.
  const { inputs, risky, sure } = threeWay;
  const decision = await decideBetween({ ...inputs, x: normal }, `${risky} + 100 * x`, sure, 0, {
    asked: ['u', 'v', 'w'],
  });
  const { error, upper, value } = informationOf(decision, 'asked');
  expect(value).toBeGreaterThan(0.95 * threeWay.worth);
  expect(value).toBeLessThan(threeWay.worth + 4 * error);
  expect(upper).toBeGreaterThan(threeWay.worth);
  const pair = await decideBetween(inputs, risky, sure, 0, { asked: ['u', 'v'] });
  const asked = informationOf(pair, 'asked');
  expect(asked.value).toBeLessThan(4 * asked.error + 0.5);
  expect(asked.upper).toBeGreaterThanOrEqual(0);
  expect(asked.upper).toBeLessThan(informationOf(pair).upper);
});

test('products of four, which no regression here has, are found', async () => {
  const four = { ...threeWay.inputs, x: normal };
  const worth = 250 * (2 / Math.PI) ** 2;
  const { error, upper, value } = informationOf(
    await decideBetween(four, '1000 + 500 * u * v * w * x', 1000, 50),
  );
  expect(value).toBeGreaterThan(0.9 * worth);
  expect(value).toBeLessThan(worth + 4 * error);
  expect(upper).toBeGreaterThan(worth);
});

test('inputs that are correlated with others are not drawn apart from them', async () => {
  // u and v move together: to know u tells half of the variance of v, and what v does of the cost.
  const decision = await decideBetween(
    { u: normal, v: normal, w: normal },
    '1000 + 100 * u + 100 * v + 50 * w',
    1000,
    20,
    { asked: ['u', 'w'], scenario: { correlations: [['u', 'v', 0.5]] } },
  );
  const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
  // E max(0, -X) of a normal X without mean is its standard deviation / sqrt(2 pi).
  const worth = Math.hypot(100 * (1 + rho), 50) / Math.sqrt(2 * Math.PI);
  const { error, upper, value } = informationOf(decision, 'asked');
  expect(Math.abs(value - worth)).toBeLessThan(4 * error + 0.5);
  expect(upper).toBeGreaterThan(worth);
});

test('what a part is worth is at most what the whole is worth', async () => {
  const { inputs, risky, sure } = gFunction;
  const decision = await decideBetween(inputs, risky, sure, 200, { asked: ['u0', 'u1'] });
  const whole = informationOf(decision);
  const asked = informationOf(decision, 'asked');
  expect(asked.upper).toBeLessThanOrEqual(whole.upper);
  expect(asked.value).toBeLessThanOrEqual(whole.value);
  for (const { information } of decision.drivers.filter(({ kind }) => kind === 'input')) {
    expect(information?.upper).toBeLessThanOrEqual(whole.upper);
    expect(information?.value).toBeLessThanOrEqual(information?.upper ?? 0);
  }
  // To know u0 alone: E max(0, 1000 |4 u - 2| - 1300).
  const [first] = decision.drivers;
  expect(Math.abs((first?.information?.value ?? 0) - 122.5)).toBeLessThan(
    4 * (first?.information?.error ?? 0) + 0.5,
  );
});
