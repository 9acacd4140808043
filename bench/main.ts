import { benchGrowth } from './growth.ts';
import { benchKernels } from './kernels.ts';
import { benchPublished } from './published.ts';
import { benchReference } from './reference.ts';

/**
 * `npm run bench -- [TRIALS] [ROUNDS]`: Tandem's engines against a hand-written loop and mathjs,
 * in turn, in one process. Ratios are what counts: absolute times are of one machine and one hour.
 */
const trials = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const folder = process.env['BENCH_FOLDER'] ?? 'bench';

console.log(`Node ${process.version}, medians of ${rounds} rounds, everything in this thread`);
await benchReference(folder, trials, rounds);
await benchKernels(rounds);
await benchPublished(rounds);
await benchGrowth(rounds);
