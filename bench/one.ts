import { beginCompiledEngine } from '../src/engine/compiled-engine.ts';
import { compileReference, runReference, summariseReference } from './reference-run.ts';

/** One measurement of the reference model, as one line of JSON: for scripts that compare programs. */
const trials = Number(process.argv[2] ?? 100_000);
const sampling = process.env['SAMPLING'] === 'sobol' ? 'sobol' : 'random';
const isPlain = process.env['ENGINE'] === 'plain';
if (!isPlain) await beginCompiledEngine();
const plan = compileReference(process.env['BENCH_FOLDER'] ?? 'bench', 'independent');
let best = Infinity;
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  summariseReference(runReference(plan, trials, 1 + round, sampling));
  best = Math.min(best, performance.now() - start);
}
const impl = `tandem-${isPlain ? 'typescript' : 'webassembly'}-${sampling}`;
console.log(JSON.stringify({ impl, n: trials, total_ns_trial: (best * 1e6) / trials }));
