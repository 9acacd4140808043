import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calculateInWorker } from '../runner/calculate-in-worker.ts';
import type { Calculation, CalculationInput } from '../runner/calculate-in-worker.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { ScenarioFiles } from './read-scenario.ts';

/** What a run is asked for, and whom it tells. */
export interface Run {
  /** Gives the files, or rejects with a sentence that says why they cannot be had. */
  readonly read: (signal: AbortSignal) => Promise<ScenarioFiles>;
  readonly trials: number | undefined;
  readonly seed: number | undefined;
  /** Whether a coarse picture is wanted while the whole run is under way. */
  readonly preview: boolean;
  readonly show: (result: Result, final: boolean) => void;
  readonly fail: (message: string, issues: readonly Issue[]) => void;
}

const previewTrials = 5000;

/** Keeps at most one run going: a new one ends the old one, and removal ends all. */
export class RunController implements ReactiveController {
  /** Share of the run that is done; null while none is under way. */
  progress: number | null = null;
  readonly #host: ReactiveControllerHost;
  #calculations: Calculation[] = [];
  #abort: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Ends what is under way; nothing of it is told any more. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    for (const calculation of this.#calculations) calculation.cancel();
    this.#calculations = [];
    this.#setProgress(null);
  }

  /** Runs a scenario; resolves when its result has been shown, or its failure told. */
  async start(run: Run): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    this.#setProgress(0);
    try {
      const scenario = await run.read(signal);
      if (signal.aborted) return;
      const calculate = (trials: number | undefined, onProgress: (share: number) => void) => {
        const calculation = calculateInWorker(inputOf(run, scenario, trials), onProgress);
        this.#calculations.push(calculation);
        return calculation.promise;
      };
      if (run.preview && (run.trials ?? Infinity) > 2 * previewTrials) {
        // Beside the whole run, which tells its faults.
        calculate(previewTrials, () => {}).then(
          ({ result }) => {
            if (!signal.aborted && result !== null) run.show(result, false);
          },
          () => {},
        );
      }
      const whole = calculate(run.trials, (share) => {
        if (!signal.aborted) this.#setProgress(share);
      });
      const { result, issues } = await unlessAborted(whole, signal);
      this.stop();
      if (result === null) run.fail('This scenario cannot be run.', issues);
      else run.show(result, true);
    } catch (error) {
      if (signal.aborted) return;
      this.stop();
      run.fail(error instanceof Error ? error.message : String(error), []);
    }
  }

  #setProgress(progress: number | null): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}

function inputOf(
  { seed }: Run,
  { file, text, files }: ScenarioFiles,
  trials: number | undefined,
): CalculationInput {
  return {
    scenarioFile: file,
    scenarioText: text,
    files,
    ...(trials === undefined ? {} : { trials }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** A cancelled calculation never settles; whoever awaits it must not wait for ever. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    promise.then(resolve, reject);
  });
}
