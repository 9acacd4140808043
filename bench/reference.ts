import { engines } from './engines.ts';
import { runByHand, summariseByHand } from './hand-written.ts';
import { compileReference, runReference, summariseReference } from './reference-run.ts';
import { inTurn, print, timed } from './table.ts';
import { runWithMathjs } from './with-mathjs.ts';

/** mathjs is so much slower that it gets a hundredth of the trials. */
const mathjsShare = 100;

/** The reference model, run and summarised, against a hand-written loop and mathjs. */
export async function benchReference(folder: string, trials: number, rounds: number) {
  const { milliseconds, value: plan } = timed(() => compileReference(folder, 'independent'));
  const tandem = (sampling: 'sobol' | 'random') => () =>
    summariseReference(runReference(plan, trials, 1, sampling));
  const times = await inTurn(rounds, {
    'hand-written loop': { work: () => runByHand(trials).map(summariseByHand) },
    'mathjs, compiled formulas': {
      work: () => runWithMathjs(Math.ceil(trials / mathjsShare)).map(summariseByHand),
    },
    ...Object.fromEntries(
      Object.entries(engines).flatMap(([name, before]) =>
        (['random', 'sobol'] as const).map((sampling) => [
          `Tandem, ${name}, ${sampling}`,
          { before, work: tandem(sampling) },
        ]),
      ),
    ),
  });
  const perTrial = (name: string, time: number) =>
    (time * 1e6) / (name.startsWith('mathjs') ? Math.ceil(trials / mathjsShare) : trials);
  const loop = perTrial('', times['hand-written loop'] ?? NaN);
  print(
    `Reference model, ${trials} trials, run and summary, one thread; compiled once in ${milliseconds.toFixed(0)} ms`,
    [
      ['', 'ns/trial', 'x loop'],
      ...Object.entries(times).map(([name, time]) => [
        name,
        perTrial(name, time).toFixed(0),
        (perTrial(name, time) / loop).toFixed(3),
      ]),
    ],
  );
}
