import { RunError } from '../engine/interpreter.ts';
import { NotFiniteError } from '../analysis/run-data.ts';
import { bundledEvidence, findBundledModel } from './bundled-models.ts';
import { calculate } from './calculate.ts';
import type { CalculationMessage, CalculationRequest } from './messages.ts';
import { prepare } from './prepare.ts';

/** Answers one request, wherever it runs: in a worker or, where that is refused, in the page's own thread. */
export function answerRequest(
  request: CalculationRequest,
  send: (message: CalculationMessage) => void,
): void {
  const { id } = request;
  try {
    const { prepared, issues } = prepare({
      file: request.scenarioFile,
      read: (path) => (Object.hasOwn(request.files, path) ? (request.files[path] ?? null) : null),
      findModel: findBundledModel,
      run: {
        ...(request.trials === undefined ? {} : { trials: request.trials }),
        ...(request.seed === undefined ? {} : { seed: request.seed }),
      },
    });
    if (prepared === null) {
      send({ id, kind: 'done', result: null, issues });
      return;
    }
    const result = calculate(prepared, bundledEvidence, (done, of) =>
      send({ id, kind: 'progress', done, of }),
    );
    send({ id, kind: 'done', result, issues });
  } catch (error) {
    const known = error instanceof RunError || error instanceof NotFiniteError;
    send({
      id,
      kind: 'failed',
      message: known ? error.message : `the run failed: ${String(error)}`,
    });
  }
}
