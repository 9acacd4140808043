import { blockSize } from '../src/engine/blocks.ts';
import { makeInterpreter } from '../src/engine/make-interpreter.ts';
import { instructionLength, opcode } from '../src/language/plan.ts';
import type { OpcodeName, Plan } from '../src/language/plan.ts';
import { engines } from './engines.ts';
import { inTurn, print } from './table.ts';

const repeats = 200;
const blocks = 20;

/** One instruction many times over, on columns of a lognormal and of rates up to 2. */
function planOf(name: OpcodeName, operands: readonly number[]): Plan {
  const rows = [
    [opcode.uniform, 0, 0],
    [opcode.sample, 0, 0, 0],
    [opcode.sample, 1, 0, 1],
    ...Array.from({ length: repeats }, () => [opcode[name], ...operands]),
  ];
  return {
    format: 'tandem-plan/1',
    postures: [],
    years: 1,
    streams: [{ name: 'any', key: [1, 2], dimension: 1 }],
    samplers: [
      { dist: 'lognormal', mean: 1, cv: 1 },
      { dist: 'uniform', min: 0, max: 2 },
      { dist: 'pert', min: 0, mode: 1, max: 3 },
    ],
    constants: [1.5],
    constantColumns: [],
    columns: 3,
    drawColumns: 2,
    program: rows.flatMap((row) => [...row, 0, 0, 0, 0, 0].slice(0, instructionLength)),
    observed: [],
  };
}

const kernels: readonly (readonly [string, OpcodeName, readonly number[], 'sobol' | 'random'])[] = [
  ['Sobol points', 'uniform', [1, 0], 'sobol'],
  ['random words (Threefry)', 'uniform', [1, 0], 'random'],
  ['draw through a quantile table', 'sample', [2, 0, 2], 'sobol'],
  ['Poisson counts, rates up to 2', 'poisson', [2, 0, 1], 'sobol'],
  ['a + b', 'add', [2, 0, 1], 'sobol'],
  ['a * b + c', 'multiplyAdd', [2, 0, 1, 0], 'sobol'],
  ['a / b', 'divide', [2, 0, 1], 'sobol'],
  ['e^a', 'exponential', [2, 1], 'sobol'],
];

/** Time of single kernels in both engines. */
export async function benchKernels(rounds: number) {
  const rows: (readonly (string | number)[])[] = [];
  for (const [label, name, operands, sampling] of kernels) {
    const plan = planOf(name, operands);
    const nothing = () => {};
    const times = await inTurn(
      rounds,
      Object.fromEntries(
        Object.entries(engines).map(([engine, before]) => [
          engine,
          {
            before,
            work: () => {
              const interpreter = makeInterpreter(plan, { seed: 1, sampling });
              for (let block = 0; block < blocks; block++)
                interpreter.run(0, block * blockSize, blockSize, nothing, nothing);
            },
          },
        ]),
      ),
    );
    const each = Object.values(times).map((time) => (time * 1e6) / (repeats * blocks * blockSize));
    rows.push([label, ...each, (each[0] ?? NaN) / (each[1] ?? NaN)]);
  }
  print('Kernels, ns for each value', [['', 'TypeScript', 'WebAssembly', 'ratio'], ...rows]);
}
