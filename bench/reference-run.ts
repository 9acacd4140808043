import { readFileSync } from 'node:fs';
import { layOutBlocks } from '../src/engine/blocks.ts';
import { mergeRecordings } from '../src/engine/merge.ts';
import type { Columns } from '../src/engine/merge.ts';
import { runBlocks } from '../src/engine/run-blocks.ts';
import { planOf } from '../src/language/compile.ts';
import type { Plan } from '../src/language/plan.ts';
import { momentsOf, sampleVariance } from '../src/numeric/moments.ts';
import { orderStatistics } from '../src/numeric/order-statistics.ts';
import { parseFormula } from '../src/language/parse-formula.ts';
import { prepare } from '../src/runner/prepare.ts';
import type { Coupling, Sampling } from '../src/schema/resolved.ts';

/** The reference model compiled from its files, recording its six outputs and nothing else. */
export function compileReference(folder: string, coupling: Coupling): Plan {
  const read = (path: string) => readFileSync(path);
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: `${folder}/reference-scenario.json`,
    read,
    findModel: () => ({
      file: `${folder}/reference-model.json`,
      source: read(`${folder}/reference-model.json`),
    }),
    run: { coupling },
  });
  if (prepared === null)
    throw new Error(
      issues.map((issue) => `${issue.file}:${issue.line} ${issue.message}`).join('\n'),
    );
  const { source, graph, observed } = prepared.compiled;
  return planOf(
    source,
    graph,
    observed.filter((each) => each.group === 'output'),
  );
}

export function runReference(
  plan: Plan,
  trials: number,
  seed: number,
  sampling: Sampling,
): Columns {
  const layout = layOutBlocks(trials);
  return mergeRecordings(plan, layout, [runBlocks(plan, { seed, sampling }, layout.blocks)]);
}

/** Mean, standard deviation and five percentiles of every output. */
export function summariseReference(columns: Columns): number[][] {
  return columns.values.flatMap((values) => {
    if (values === null) return [];
    const moments = momentsOf(values);
    return [
      [
        moments.mean,
        Math.sqrt(sampleVariance(moments)),
        ...orderStatistics(values).quantiles([0.05, 0.1, 0.5, 0.9, 0.95]),
      ],
    ];
  });
}
