import { readFileSync } from 'node:fs';
import { analyse } from '../src/analysis/analyse.ts';
import { draftOf } from '../src/analysis/draft.ts';
import { layOutBlocks } from '../src/engine/blocks.ts';
import { mergeRecordings } from '../src/engine/merge.ts';
import { recordingBytes } from '../src/engine/recording.ts';
import { runBlocks } from '../src/engine/run-blocks.ts';
import { RunMemory } from '../src/engine/run-memory.ts';
import { parseFormula } from '../src/language/parse-formula.ts';
import { prepareWith } from '../src/runner/prepare.ts';
import type { Prepared } from '../src/runner/prepare.ts';
import { loadScenario } from '../src/schema/load-scenario.ts';
import { loadModel } from '../src/schema/load-model.ts';
import { engines } from './engines.ts';
import { inTurn, print } from './table.ts';

const model = loadModel(readFileSync('models/compliance-tco.json'), 'models/compliance-tco.json');
const scenario = JSON.parse(readFileSync('scenarios/published.json', 'utf8')) as {
  inputs: Record<string, unknown>;
};
const formulas = new Map<string, ReturnType<typeof parseFormula>>();

/** As the page prepares it: the model and its formulas were read before. */
function prepared(trials: number, auditCost: number): Prepared {
  const text = JSON.stringify({ ...scenario, inputs: { ...scenario.inputs, auditCost } });
  const found = prepareWith({
    parse: (source, ...rest) => {
      const known = formulas.get(source) ?? parseFormula(source, ...rest);
      formulas.set(source, known);
      return known;
    },
    file: 'scenarios/published.json',
    load: (file) => loadScenario(file, () => text),
    findModel: () => ({ file: '', source: '' }),
    readModel: () => model,
    run: { trials },
  });
  if (found.prepared === null) throw new Error(JSON.stringify(found.issues));
  return found.prepared;
}

const noClaims = { claims: {} };
const randomness = { seed: 1, sampling: 'sobol' } as const;

/** The published scenario: whole runs, and what a moved slider costs. */
export async function benchPublished(rounds: number) {
  for (const trials of [10_000, 100_000, 1_000_000]) {
    const { compiled, identity } = prepared(trials, 100_000);
    const layout = layOutBlocks(trials);
    const run = () =>
      mergeRecordings(compiled.plan, layout, [runBlocks(compiled.plan, randomness, layout.blocks)]);
    let columns = run();
    const times = await inTurn(
      trials > 100_000 ? 1 : rounds,
      Object.fromEntries(
        Object.entries(engines).flatMap(([name, before]) => [
          [`${name}: run`, { before, work: () => (columns = run()) }],
          [
            `${name}: full analysis`,
            { before, work: () => analyse(compiled, columns, identity, noClaims) },
          ],
        ]),
      ),
    );
    print(
      `Published scenario, ${trials} trials; ${(recordingBytes(compiled.plan, layout) / trials).toFixed(0)} bytes a trial are kept`,
      [['', 'ms'], ...Object.entries(times)],
    );
  }
  let moved = 0;
  const trials = 10_000;
  const layout = layOutBlocks(trials);
  const memory = new RunMemory();
  const drafts = (before: () => unknown, own: RunMemory | null) => ({
    before,
    work: () => {
      const { compiled, identity } = prepared(trials, 100_000 + 1000 * ++moved);
      const left = own?.remainder(compiled, randomness, layout);
      const plan = left?.plan ?? compiled.plan;
      const recording = runBlocks(plan, randomness, layout.blocks, left?.held);
      const columns = left?.complete([recording]) ?? mergeRecordings(plan, layout, [recording]);
      return draftOf(compiled, columns, identity, 'draft').result;
    },
  });
  const frames = await inTurn(5 * rounds, {
    'TypeScript engine, from nothing': drafts(engines['TypeScript engine'], null),
    'WebAssembly engine, from nothing': drafts(engines['WebAssembly engine'], null),
    'WebAssembly engine, only what changed': drafts(engines['WebAssembly engine'], memory),
  });
  print(`A moved slider, ${trials} trials: prepare, run, draft of the analysis`, [
    ['', 'ms'],
    ...Object.entries(frames),
  ]);
}
