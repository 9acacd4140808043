import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundationOf } from '../../src/analysis/foundation.ts';
import { switchingValues } from '../../src/analysis/switching-values.ts';
import { choiceMap } from '../../src/analysis/choice-map.ts';
import { decide } from '../../src/analysis/decide.ts';
import { acceptabilityCurve } from '../../src/charts/acceptability-curve.ts';
import { aversionCurve } from '../../src/charts/aversion-curve.ts';
import { breakEven } from '../../src/charts/break-even.ts';
import { choiceGrid } from '../../src/charts/choice-grid.ts';
import { convergence } from '../../src/charts/convergence.ts';
import { driverShares } from '../../src/charts/driver-shares.ts';
import { driversTornado } from '../../src/charts/drivers-tornado.ts';
import { foundationBars } from '../../src/charts/foundation-bars.ts';
import { hurdleCurve } from '../../src/charts/hurdle-curve.ts';
import { informationBars } from '../../src/charts/information-bars.ts';
import type { Scene, TextMark } from '../../src/charts/scene.ts';
import { textSize, textWidth } from '../../src/charts/text-look.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import type { ChoiceMap } from '../../src/schema/choice-map.ts';
import { calculate } from '../../src/runner/calculate.ts';
import type { Decision } from '../../src/schema/decision.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { Result } from '../../src/schema/result.ts';
import type { SwitchingValue } from '../../src/schema/switching-value.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';
import { flat, group } from '../helpers/scenes.ts';

const widths = [288, 358, 480, 620, 760, 1100];
const always = () => Promise.resolve(true);
let decision: Decision;
let curve: ChoiceMap;
let discounted: ChoiceMap;
let grid: ChoiceMap;
let yearly: ChoiceMap;
let result: Result;
let switching: readonly SwitchingValue[];

beforeAll(async () => {
  const prepared = preparePublished({ trials: 16_384 });
  const { compiled, identity } = prepared;
  result = calculate(prepared, evidence);
  switching = (await switchingValues(compiled.source, always))!;
  decision = (await decide(compiled, identity, always))!;
  const axes = [{ input: 'upgradeCost', to: 6e6 }];
  curve = (await choiceMap(compiled.source, { axes }, always))!;
  const rate = [{ input: 'discountRate', from: 0, to: 0.25 }];
  discounted = (await choiceMap(
    compiled.source,
    { axes: rate, output: 'tcoPresentValue' },
    always,
  ))!;
  const two = [{ input: 'upgradeCost', to: 5e6 }, { input: 'remediationRate' }];
  grid = (await choiceMap(compiled.source, { axes: two }, always))!;
  const aYear = [{ input: 'marginAtRisk' }, { input: 'monitoringCost' }];
  yearly = (await choiceMap(compiled.source, { axes: aYear }, always))!;
});

const evidence = JSON.parse(readFileSync('models/evidence.json', 'utf8')) as Evidence;

const scenes: Readonly<Record<string, (width: number) => Scene | null>> = {
  driversTornado: (width) =>
    driversTornado(decision, 'saving.pipl-only', { width }, hongKongDollars),
  chanceTornado: (width) => driversTornado(decision, 'wins.dual', { width }, hongKongDollars),
  driverShares: (width) => driverShares(decision, 'saving.pipl-only', { width }),
  breakEven: (width) => breakEven(result, switching, decision.best, { width }, hongKongDollars),
  hurdleCurve: (width) => hurdleCurve(decision, 'hurdles', { width }, hongKongDollars),
  budgetCurve: (width) => hurdleCurve(decision, 'budgets', { width }, hongKongDollars),
  foundationBars: (width) => {
    const footings = foundationOf(decision, 'saving.pipl-only', result.inputs, evidence);
    return foundationBars(footings, 'the saving of Dual against PIPL only', { width });
  },
  informationBars: (width) => informationBars(decision, { width }, hongKongDollars),
  convergence: (width) => convergence(decision, { width }, hongKongDollars),
  acceptabilityCurve: (width) => acceptabilityCurve(curve, { width }, hongKongDollars),
  discountedCurve: (width) =>
    acceptabilityCurve(discounted, { width }, hongKongDollars, 'in present value'),
  aversionCurve: (width) => aversionCurve(decision, { width }, hongKongDollars),
  yearlyGrid: (width) => choiceGrid(yearly, { width }, hongKongDollars),
  choiceGrid: (width) => choiceGrid(grid, { width }, hongKongDollars),
};

function boxOf({ anchor, role, text, x, y }: TextMark) {
  const width = 0.9 * textWidth(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, top: y - 0.7 * textSize, bottom: y + 0.2 * textSize };
}

describe.each(Object.keys(scenes))('%s', (name) => {
  test('keeps its words apart and inside the picture at every width', () => {
    for (const width of widths) {
      const scene = scenes[name]!(width)!;
      if (process.env['SHOW_SCENES'] !== undefined) {
        mkdirSync(process.env['SHOW_SCENES'], { recursive: true });
        writeFileSync(`${process.env['SHOW_SCENES']}/${name}-${width}.svg`, toSvgString(scene));
      }
      const boxes = flat(scene.marks).flatMap((mark) =>
        mark.kind === 'text' && mark.text !== '' ? [boxOf(mark)] : [],
      );
      const faults = boxes.flatMap((box, index) => [
        ...(box.left < -1 || box.right > width + 1 || box.top < -2 || box.bottom > scene.height
          ? [`${box.text} leaves the picture`]
          : []),
        ...boxes.slice(index + 1).flatMap((other) => {
          const apart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          return apart ? [] : [`${box.text} lies on ${other.text}`];
        }),
      ]);
      expect(faults, `at ${width} px`).toEqual([]);
    }
  });

  test('says its claim, measure, manner of reading and numbers in words, and finite places', () => {
    const scene = scenes[name]!(620)!;
    for (const words of [scene.title, scene.subtitle, scene.hint, scene.description]) {
      expect(words.length).toBeGreaterThan(10);
      expect(words).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(toSvgString(scene)).not.toMatch(/NaN|undefined|Infinity/);
    for (const { x, y } of scene.stops) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(scene.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(scene.height);
    }
    expect(scene.table.rows.every((row) => row.length === scene.table.head.length)).toBe(true);
  });
});

test('the tornado says of each input whether it changes the choice', () => {
  const scene = scenes['driversTornado']!(760)!;
  expect(scene.title).toContain(
    'The saving of Dual against PIPL only depends most on Regulator activity',
  );
  expect(scene.title).toContain('no input, within its own uncertainty, changes the choice');
  expect(scene.table.head).toContain('Changes the choice');
  expect(scene.table.rows.every((row) => row.at(-1) === 'never')).toBe(true);
});

test('information bars say what luck is worth and that nothing else is', () => {
  const scene = scenes['informationBars']!(760)!;
  expect(scene.title).toBe('No uncertain input by itself is worth anything that can be told');
  expect(scene.table.rows.map(([label]) => label)).toEqual([
    'Everything, luck included',
    'All 10 uncertain inputs, together',
  ]);
});

test('information bars and tornado tell the input that can change a choice', async () => {
  const { prepared } = prepareSmall({
    inputs: {
      bill: { default: { dist: 'normal', mean: 1e6, sd: 2e5 }, unit: 'HKD/year', range: [0, 1e7] },
      fee: {
        default: { 'pipl-only': 0, 'pdpo-only': 1.05e6, dual: 9e6 },
        by: ['posture'],
        unit: 'HKD/year',
        range: [0, 1e8],
      },
    },
    lines: { bills: { formula: 'posture == "pipl-only" ? bill : fee' } },
    run: { trials: 8192 },
  });
  const found = (await decide(prepared!.compiled, prepared!.identity, always))!;
  const bars = informationBars(found, { width: 620 }, hongKongDollars);
  expect(bars?.title).toMatch(/^bill is most worth knowing: at least HK\$1\d\d\sk$/);
  const picture = driversTornado(found, 'tco.pipl-only', { width: 620 }, hongKongDollars);
  expect(picture?.title).toContain('it can change the choice');
  expect(JSON.stringify(picture?.marks)).toMatch(
    /from HK\$1\.[01]\d?\sM a year on PDPO only costs least/,
  );
});

test('the grid shows each pair of values with who is best, and where things are now', () => {
  const scene = scenes['choiceGrid']!(760)!;
  const cells = flat(group(scene.marks, 'cells')?.marks ?? []);
  expect(cells.filter(({ kind }) => kind === 'rect')).toHaveLength(121);
  expect(scene.stops).toHaveLength(121);
  const letters = cells.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  // HK$0.6 M is nearest to the second of its column, 1.1 a year to the sixth of its row.
  expect(letters.filter((text) => text.startsWith('['))).toEqual(['[C]']);
  expect(letters.indexOf('[C]')).toBe(5 * 11 + 1);
});

test('the curve says where the best posture changes', () => {
  const scene = scenes['acceptabilityCurve']!(760)!;
  expect(scene.title).toMatch(/PIPL only is best from HK\$\d/);
  expect(group(scene.marks, 'curves')?.marks).toHaveLength(3);
});

test('the curve over the discount rate finds the rate at which paying later is worth more', async () => {
  // 430 at once against 100 at the end of each of five years: even at the internal rate of 5.26 %.
  const { issues, prepared } = prepareSmall({
    inputs: {
      discountRate: { default: 0, unit: 'share', range: [0, 0.5] },
      atOnce: { default: 4.3e5, unit: 'HKD', range: [0, 1e7] },
      fee: {
        default: { 'pipl-only': 1e5, 'pdpo-only': 0, dual: 9e5 },
        by: ['posture'],
        unit: 'HKD/year',
        range: [0, 1e8],
      },
    },
    lines: {
      fees: { formula: 'fee' },
      upgrade: { kind: 'investment', formula: 'posture == "pdpo-only" and year == 1 ? atOnce : 0' },
    },
    outputs: {
      tcoPresentValue: {
        unit: 'HKD',
        formula:
          'sum((cost.total - cost.investment) * discount(discountRate) + cost.investment, year)',
      },
    },
    scenario: { horizon: 5 },
    run: { trials: 1024 },
  });
  expect(issues).toEqual([]);
  const { source } = prepared!.compiled;
  const axes = [{ input: 'discountRate', from: 0, to: 0.25, steps: 26 }];
  const map = await choiceMap(source, { axes, output: 'tcoPresentValue' }, always);
  const scene = acceptabilityCurve(map!, { width: 620 }, hongKongDollars, 'in present value');
  expect(scene?.title).toMatch(
    /^PIPL only is best from 6\.0\s% on; PDPO only before, in present value$/,
  );
  expect(scene?.subtitle).toContain('each posture is best in present value, by');
});

test('the picture of risk aversion says from which weight on another posture is chosen', () => {
  const scene = scenes['aversionCurve']!(620)!;
  expect(scene.title).toBe(
    'Dual is chosen, however much more the worst 5 % of futures count than the average',
  );
  expect(group(scene.marks, 'turns')?.marks).toEqual([]);
  const aversion = {
    weights: [0, 0.5, 1],
    values: {
      'pipl-only': [45e5, 66e5, 88e5],
      'pdpo-only': [9e6, 9e6, 9e6],
      dual: [5e6, 5e6, 5e6],
    },
    ties: [{ value: 5 / 43, best: 'dual' }],
  };
  const risk = { ...decision.risk, aversion };
  const turned = aversionCurve(
    { ...decision, best: 'pipl-only', risk },
    { width: 620 },
    hongKongDollars,
  )!;
  expect(turned.title).toMatch(
    /^PIPL only is chosen by the average; as the worst 5 % of futures get more weight, Dual from 12\s% on$/,
  );
  expect(group(turned.marks, 'turns')?.marks).toHaveLength(1);
  expect(turned.table.rows[2]?.map((cell) => cell.replaceAll(/\s/g, ' '))).toEqual([
    '100 %',
    'HK$8.8 M',
    'HK$9.0 M',
    'HK$5.0 M',
  ]);
});
