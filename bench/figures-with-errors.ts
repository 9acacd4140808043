import { readFileSync } from 'node:fs';
import { choiceSample } from '../src/analysis/choice-sample.ts';
import { draftOf } from '../src/analysis/draft.ts';
import { valueOfAll } from '../src/analysis/information-value.ts';
import { layOutBlocks } from '../src/engine/blocks.ts';
import { mergeRecordings } from '../src/engine/merge.ts';
import { runBlocks } from '../src/engine/run-blocks.ts';
import { parseFormula } from '../src/language/parse-formula.ts';
import { prepare } from '../src/runner/prepare.ts';
import type { Prepared } from '../src/runner/prepare.ts';
import type { Sampling } from '../src/schema/resolved.ts';

/** A figure and the standard error that is stated with it. */
export type Figures = ReadonlyMap<string, { readonly value: number; readonly error: number }>;

export function prepareFiles(scenario: string, model: string): Prepared {
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: scenario,
    read: (path) => readFileSync(path),
    findModel: () => ({ file: model, source: readFileSync(model) }),
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared;
}

/** Every figure of a run that has an error, by name: the kinds of which one may ask whether it is honest. */
export function figuresWithErrors(
  { compiled, identity }: Prepared,
  trials: number,
  seed: number,
  sampling: Sampling,
): Figures {
  const layout = layOutBlocks(trials);
  const recording = runBlocks(compiled.plan, { seed, sampling }, layout.blocks);
  const columns = mergeRecordings(compiled.plan, layout, [recording]);
  const { data, result } = draftOf(compiled, columns, identity, 'full');
  const figures = new Map<string, { readonly value: number; readonly error: number }>();
  const add = (
    name: string,
    value: number | null | undefined,
    error: number | null | undefined,
  ) => {
    if (typeof value === 'number' && typeof error === 'number') figures.set(name, { value, error });
  };
  const costs = Object.entries(result.outputs['tco'] ?? {});
  for (const [posture, summary] of costs) {
    add(`mean, ${posture}`, summary.mean, summary.standardError);
    for (const figure of ['sd', 'p1', 'p5', 'p50', 'p90', 'p95', 'p99', 'cvar95'] as const)
      add(`${figure}, ${posture}`, summary[figure], summary.errors[figure]);
  }
  for (const [posture, chance] of Object.entries(result.cheapest))
    add(`chance of cheapest, ${posture}`, chance, result.cheapestErrors[posture]);
  for (const [posture, components] of Object.entries(result.components))
    for (const [name, mean] of Object.entries(components))
      add(`component ${name}, ${posture}`, mean, result.componentErrors[posture]?.[name]);
  for (const [posture, saving] of Object.entries(result.saving))
    add(`saving against ${posture}`, saving.mean, saving.standardError);
  for (const [name, by] of Object.entries(result.roi))
    for (const [posture, ratio] of Object.entries(by))
      add(`return ${name} against ${posture}`, ratio?.value, ratio?.standardError);
  for (const [posture, payback] of Object.entries(result.payback))
    add(`payback against ${posture}`, payback.months, payback.standardError);
  const sample = choiceSample(
    costs.map(([posture]) => data.column('output', 'tco', posture)),
    data.replication,
  );
  const all = valueOfAll(sample);
  add('value of perfect information', all.value, all.error);
  return figures;
}
