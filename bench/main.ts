import { beginCompiledEngine, endCompiledEngine } from '../src/engine/compiled-engine.ts';
import { runByHand, summariseByHand } from './hand-written.ts';
import { compileReference, runReference, summariseReference } from './reference-run.ts';

/**
 * Tandem against a hand-written TypeScript loop on the reference model, in turn, in one process:
 * the ratio is what counts, since absolute times are of one machine and one hour.
 */
const trials = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const folder = process.env['BENCH_FOLDER'] ?? 'bench';

function time<T>(work: () => T): { readonly nanoseconds: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { nanoseconds: ((performance.now() - start) * 1e6) / trials, value };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const contenders = {
  'hand-written loop': () => runByHand(trials).map(summariseByHand),
  'Tandem, compiled from JSON, random': () =>
    summariseReference(runReference(plan, trials, 1, 'random')),
  'Tandem, compiled from JSON, Sobol': () =>
    summariseReference(runReference(plan, trials, 1, 'sobol')),
  'Tandem, WebAssembly, random': () => summariseReference(runReference(plan, trials, 1, 'random')),
  'Tandem, WebAssembly, Sobol': () => summariseReference(runReference(plan, trials, 1, 'sobol')),
  'Tandem, WebAssembly, Sobol, no summary': () => {
    runReference(plan, trials, 1, 'sobol');
    return [] as number[][];
  },
};
const compilation = time(() => compileReference(folder, 'independent'));
const plan = compilation.value;
const times = new Map<string, number[]>();
const means = new Map<string, number>();
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(contenders)) {
    if (name.includes('WebAssembly')) await beginCompiledEngine();
    else endCompiledEngine();
    const { nanoseconds, value } = time(work);
    times.set(name, [...(times.get(name) ?? []), nanoseconds]);
    means.set(name, value[4]?.[0] ?? NaN);
  }
}
const reference = median(times.get('hand-written loop') ?? []);
console.log(
  `reference model, ${trials} trials, median of ${rounds} rounds, run and summary, this thread, Node ${process.version}`,
);
console.log(
  `compiling it from JSON: ${((compilation.nanoseconds * trials) / 1e6).toFixed(1)} ms, once\n`,
);
console.log(
  `${'implementation'.padEnd(38)}${'ns/trial'.padStart(10)}${'x loop'.padStart(9)}${'mean saving'.padStart(13)}`,
);
for (const [name, values] of times) {
  const own = median(values);
  console.log(
    `${name.padEnd(38)}${own.toFixed(0).padStart(10)}${(own / reference).toFixed(2).padStart(9)}${(means.get(name) ?? NaN).toFixed(3).padStart(13)}`,
  );
}
