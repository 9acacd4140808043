import { layOutBlocks } from '../../src/engine/blocks.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import type { Columns } from '../../src/engine/merge.ts';
import { runBlocks } from '../../src/engine/run-blocks.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import type { Issue } from '../../src/schema/issue.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';

/** What a test says of a small model; everything else is filled in. */
export interface SmallModel {
  readonly inputs?: Readonly<Record<string, object>>;
  readonly definitions?: Readonly<
    Record<string, { readonly unit: string; readonly formula: string }>
  >;
  readonly events?: Readonly<Record<string, object>>;
  readonly lines?: Readonly<
    Record<string, { readonly kind?: string; readonly formula: string; readonly category?: string }>
  >;
  readonly outputs?: Readonly<Record<string, { readonly unit: string; readonly formula: string }>>;
  readonly scenario?: object;
  readonly run?: Partial<RunOptions>;
  readonly more?: object;
}

const labelled = (entries: Readonly<Record<string, object>> = {}, extra: object = {}) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, { label: name, ...extra, ...entry }]),
  );

/** The files of a small model with the three postures and two years. */
export function smallModelFiles(small: SmallModel): {
  readonly model: string;
  readonly scenario: string;
} {
  const model = {
    id: 'small',
    version: '1.0.0',
    title: 'A small model',
    currency: 'HKD',
    exchangeRates: { HKD: 1, CNY: 1.1 },
    horizon: { default: 2, min: 1, max: 30 },
    extensible: true,
    postures: {
      'pipl-only': { label: 'PIPL only' },
      'pdpo-only': { label: 'PDPO only' },
      dual: { label: 'Dual' },
    },
    comparison: { of: 'dual', against: ['pipl-only', 'pdpo-only'] },
    categories: { costs: { label: 'Costs' } },
    groups: { inputs: { label: 'Inputs' } },
    inputs: labelled(small.inputs, { group: 'inputs', unit: '1' }),
    definitions: labelled(small.definitions),
    events: labelled(small.events),
    lines: labelled(small.lines ?? { nothing: { formula: '0' } }, {
      category: 'costs',
      kind: 'running',
    }),
    outputs: labelled({ tco: { unit: 'HKD', formula: 'sum(cost.total, year)' }, ...small.outputs }),
    ...small.more,
  };
  const scenario = { model: 'small', name: 'A small scenario', ...small.scenario };
  return { model: JSON.stringify(model, null, 2), scenario: JSON.stringify(scenario, null, 2) };
}

/** Loads, resolves and compiles a small model through the very path that files take. */
export function prepareSmall(small: SmallModel): {
  readonly prepared: Prepared | null;
  readonly issues: readonly Issue[];
} {
  const files = smallModelFiles(small);
  return prepare({
    parse: parseFormula,
    file: 'scenario.json',
    read: (path) => (path === 'scenario.json' ? files.scenario : null),
    findModel: () => ({ file: 'model.json', source: files.model }),
    ...(small.run === undefined ? {} : { run: small.run }),
  });
}

/** The columns of a small model's run. Throws with its issues where it has any. */
export function runSmall(small: SmallModel): {
  readonly columns: Columns;
  readonly prepared: Prepared;
} {
  const { prepared, issues } = prepareSmall(small);
  if (prepared === null)
    throw new Error(issues.map((issue) => `${issue.pointer}: ${issue.message}`).join('\n'));
  const { run } = prepared.compiled.source.scenario;
  const layout = layOutBlocks(run.trials);
  const { plan } = prepared.compiled;
  return {
    prepared,
    columns: mergeRecordings(plan, layout, [runBlocks(plan, run, layout.blocks)]),
  };
}

/** An output's values by trial, a constant one written out. */
export function outputOf(
  columns: Columns,
  name: string,
  posture: string | null,
  year: number | null = null,
): Float64Array {
  const index = columns.observed.findIndex(
    (each) =>
      each.group === 'output' &&
      each.name === name &&
      each.posture === posture &&
      each.year === year,
  );
  const observed = columns.observed[index];
  if (observed === undefined) throw new Error(`no output ${name} ${posture} ${year}`);
  return columns.values[index] ?? new Float64Array(columns.trials).fill(observed.constant ?? NaN);
}

/** The one value of an output that is the same in every trial. */
export function constantOutput(small: SmallModel, unit: string, formula: string): number {
  const { prepared, issues } = prepareSmall({ ...small, outputs: { answer: { unit, formula } } });
  if (prepared === null)
    throw new Error(issues.map((issue) => `${issue.pointer}: ${issue.message}`).join('\n'));
  const found = prepared.compiled.plan.observed.find(
    (each) => each.group === 'output' && each.name === 'answer',
  );
  if (found?.constant === null || found === undefined)
    throw new Error('the answer is not constant');
  return found.constant;
}
