import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { CalculationMessage, CalculationRequest } from './messages.ts';

/** A run that is under way. */
export interface Calculation {
  /** Rejects only where the run itself fails; faults of the files are issues. */
  readonly promise: Promise<{ readonly result: Result | null; readonly issues: readonly Issue[] }>;
  cancel(): void;
}

/** A scenario as text, the files that it extends, and what to run. */
export interface CalculationInput {
  readonly scenarioText: string;
  readonly scenarioFile: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly trials?: number;
  readonly seed?: number;
}

let nextId = 1;

/**
 * Runs a scenario in a worker of the page's own origin. Where a policy refuses the worker, or it
 * cannot start, the same run happens in the page's thread, with the same result.
 */
export function calculateInWorker(
  input: CalculationInput,
  onProgress: (share: number) => void,
): Calculation {
  const request: CalculationRequest = {
    id: nextId++,
    scenarioFile: input.scenarioFile,
    files: { ...input.files, [input.scenarioFile]: input.scenarioText },
    ...(input.trials === undefined ? {} : { trials: input.trials }),
    ...(input.seed === undefined ? {} : { seed: input.seed }),
  };
  let worker: Worker | null = null;
  let cancelled = false;
  const promise = new Promise<{ result: Result | null; issues: readonly Issue[] }>(
    (resolve, reject) => {
      const receive = (message: CalculationMessage): void => {
        if (cancelled || message.id !== request.id) return;
        if (message.kind === 'progress') onProgress(message.done / message.of);
        else {
          worker?.terminate();
          if (message.kind === 'done') resolve({ result: message.result, issues: message.issues });
          else reject(new Error(message.message));
        }
      };
      const here = (): void => {
        worker?.terminate();
        worker = null;
        // Only a page whose policy refuses the worker loads the engine into its own thread.
        void import('./calculate-request.ts').then(
          ({ answerRequest }) => {
            if (!cancelled) answerRequest(request, receive);
          },
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        );
      };
      try {
        worker = new Worker(new URL('./worker.ts', import.meta.url), {
          type: 'module',
          name: 'tandem',
        });
        worker.addEventListener('message', (event: MessageEvent<CalculationMessage>) =>
          receive(event.data),
        );
        // A refused worker fires an error without a message; some engines throw instead.
        worker.addEventListener('error', here, { once: true });
        worker.postMessage(request);
      } catch {
        here();
      }
    },
  );
  return {
    promise,
    cancel() {
      cancelled = true;
      worker?.terminate();
    },
  };
}
