import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { NamedResult } from '../present/side-by-side.ts';
import type { Handle } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';
import type { Attribution } from '../schema/difference.ts';
import type { KeptScenario } from './kept-scenario.ts';
import { borrowPageRunner } from './page-runner.ts';

/** As many as a scenario may ask for. */
const mostTrials = 2_000_000;

/** What came of one scenario: its result, or why there is none. */
export interface SideRun {
  readonly scenario: KeptScenario;
  readonly result: NamedResult['result'] | null;
  readonly problem: string;
}

/** Runs scenarios one after the other, and attributes the difference of two on demand. */
export class SideBySideRuns implements ReactiveController {
  runs: readonly SideRun[] = [];
  /** How many are still to be run. */
  left = 0;
  readonly #host: ReactiveControllerHost;
  #place: ReturnType<typeof borrowPageRunner> | null = null;
  #handle: Handle<unknown> | null = null;
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#turn++;
    this.#handle?.cancel();
    this.#place?.release();
    this.#place = null;
  }

  /** Runs scenarios in place of those before. */
  async run(scenarios: readonly KeptScenario[]): Promise<void> {
    const turn = ++this.#turn;
    this.#handle?.cancel();
    this.runs = [];
    this.left = scenarios.length;
    const { runner } = (this.#place ??= borrowPageRunner());
    for (const scenario of scenarios) {
      const handle = runner.start(requestOf(scenario));
      this.#handle = handle;
      const run = await handle.outcome.then(
        ({ issues, result }): SideRun => ({
          scenario,
          result,
          problem: result === null ? (issues[0]?.message ?? 'it cannot be run') : '',
        }),
        (error: unknown): SideRun => ({ scenario, result: null, problem: messageOf(error) }),
      );
      if (turn !== this.#turn) return;
      this.runs = [...this.runs, run];
      this.left--;
      this.#host.requestUpdate();
    }
  }

  /** What each change from one scenario to another does; rejects where that cannot be told. */
  attribute(before: KeptScenario, after: KeptScenario): Promise<Attribution> {
    this.#handle?.cancel();
    const { runner } = (this.#place ??= borrowPageRunner());
    const handle = runner.difference(requestOf(before), requestOf(after));
    this.#handle = handle;
    return handle.outcome;
  }
}

/** As it was run when it was kept, so that the same comes out. */
function requestOf({ seed, text, trials }: KeptScenario): RunRequest {
  return {
    scenarioFile: 'kept.json',
    files: { 'kept.json': text },
    ...(trials === 0 ? {} : { trials: Math.min(trials, mostTrials) }),
    ...(seed === 0 ? {} : { seed }),
    detail: 'full',
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
