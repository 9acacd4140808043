import { layOutBlocks } from '../src/engine/blocks.ts';
import { runBlocks } from '../src/engine/run-blocks.ts';
import { parseFormula } from '../src/language/parse-formula.ts';
import type { Plan } from '../src/language/plan.ts';
import { prepare } from '../src/runner/prepare.ts';
import { engines } from './engines.ts';
import { inTurn, print } from './table.ts';

/** A plan of a model with so many cost lines, each of two of sixty inputs, over so many years. */
function planOf(lines: number, years: number): Plan {
  const named = <T extends object>(count: number, name: string, make: (index: number) => T) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${name}${index}`,
        { label: `${name} ${index}`, ...make(index) },
      ]),
    );
  const postures = ['pipl-only', 'pdpo-only', 'dual'];
  const model = {
    id: 'growth',
    version: '1.0.0',
    title: 'A model of any size',
    currency: 'HKD',
    horizon: { default: years, min: 1, max: 30 },
    postures: Object.fromEntries(postures.map((id) => [id, { label: id }])),
    comparison: { of: 'dual', against: ['pipl-only', 'pdpo-only'] },
    categories: { costs: { label: 'Costs' } },
    groups: { inputs: { label: 'Inputs' } },
    inputs: named(60, 'input', (index) => ({
      group: 'inputs',
      unit: 'HKD/year',
      default: { dist: 'lognormal', mean: 1 + index, cv: 0.5 },
    })),
    definitions: {},
    events: {},
    lines: named(lines, 'line', (index) => ({
      category: 'costs',
      kind: 'running',
      formula: `input${index % 60} * (1 + 0.01 * year) + max(input${(7 * index + 1) % 60}, input${index % 60})`,
    })),
    outputs: { tco: { label: 'Cost', unit: 'HKD', formula: 'sum(cost.total, year)' } },
  };
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: 'growth.json',
    read: () => JSON.stringify({ model: 'growth', name: 'Growth' }),
    findModel: () => ({ file: 'growth-model.json', source: JSON.stringify(model) }),
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared.compiled.plan;
}

/** How the time of a run grows with trials, lines and years. */
export async function benchGrowth(rounds: number) {
  const measure = async (
    what: string,
    sizes: readonly number[],
    planFor: (size: number) => Plan,
    trialsFor: (size: number) => number,
  ) => {
    const contenders = Object.fromEntries(
      sizes.map((size) => {
        const plan = planFor(size);
        const { blocks } = layOutBlocks(trialsFor(size));
        const work = () => runBlocks(plan, { seed: 1, sampling: 'sobol' }, blocks);
        return [`${size} ${what}`, { before: engines['WebAssembly engine'], work }];
      }),
    );
    const times = await inTurn(rounds, contenders);
    const [first = NaN] = Object.values(times);
    print(`Growth in ${what} (WebAssembly engine)`, [
      ['', 'ms', 'x first'],
      ...Object.entries(times).map(([name, time]) => [name, time, time / first]),
    ]);
  };
  const small = planOf(20, 5);
  await measure(
    'trials',
    [50_000, 100_000, 200_000, 400_000],
    () => small,
    (size) => size,
  );
  await measure(
    'lines',
    [37, 75, 150, 300],
    (size) => planOf(size, 5),
    () => 20_000,
  );
  await measure(
    'years',
    [2, 4, 8, 16],
    (size) => planOf(40, size),
    () => 20_000,
  );
}
