import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Handle, RunHandle, RunOutcome, Runner } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import type { Asking } from './asking.ts';
import { messageOf } from './message-of.ts';
import { borrowPageRunner } from './page-runner.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** Who hears of runs. Nothing is told of a run that a later one has made void. */
export interface RunAudience {
  /** A result, and whether it is the whole run or a coarse picture on the way to it. */
  readonly show: (outcome: RunOutcome, final: boolean) => void;
  /** The run itself failed. */
  readonly fail: (message: string) => void;
}

/** As few futures as still give a steady picture while a slider moves. */
const draftTrials = 10_000;

/**
 * Keeps at most one whole run going, and at most one draft: while a draft is under way only the
 * newest of those that are wanted waits, so that pictures follow a slider as fast as they can.
 */
export class RunController implements ReactiveController {
  /** Share of the whole run that is done; null while none is under way. */
  progress: number | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #audience: RunAudience;
  #place: { readonly runner: Runner; release(): void } | null = null;
  #whole: RunHandle | null = null;
  #draft: RunHandle | null = null;
  #wanted: RunRequest | null = null;
  #search: Handle<readonly SwitchingValue[]> | null = null;
  #asked: AbortController | null = null;

  constructor(host: ReactiveControllerHost, audience: RunAudience) {
    this.#host = host;
    this.#audience = audience;
    host.addController(this);
  }

  hostConnected(): void {
    this.#place ??= borrowPageRunner();
  }

  hostDisconnected(): void {
    this.stop();
    this.#place?.release();
    this.#place = null;
  }

  /** Ends what is under way; nothing of it is told any more. */
  stop(): void {
    this.#whole?.cancel();
    this.#draft?.cancel();
    this.#search?.cancel();
    this.#asked?.abort();
    this.#whole = this.#draft = this.#search = this.#wanted = null;
    this.#setProgress(null);
  }

  /** Says that a whole run is about to begin, while its files are still on their way. */
  expect(): void {
    this.stop();
    this.#setProgress(0);
  }

  /** Runs a whole scenario in place of whatever is under way; resolves when that has been told. */
  async start(request: RunRequest): Promise<void> {
    this.stop();
    const { runner } = (this.#place ??= borrowPageRunner());
    const isCurrent = () => this.#whole === run;
    const run = runner.start(request, {
      progress: (share) => isCurrent() && this.#setProgress(share),
      picture: (result: Result) => {
        if (isCurrent())
          this.#audience.show({ result, issues: [], briefing: null, saved: null }, false);
      },
    });
    this.#whole = run;
    this.#setProgress(0);
    await new Promise<void>((resolve) => {
      // A run that is cancelled never settles: whoever awaits it is let go by the next one.
      this.#release();
      this.#release = resolve;
      run.outcome.then(
        (outcome) => {
          if (isCurrent()) this.#end(() => this.#audience.show(outcome, true));
        },
        (error: unknown) => {
          if (isCurrent()) this.#end(() => this.#audience.fail(messageOf(error)));
        },
      );
    });
  }

  #release: () => void = () => {};

  #end(tell: () => void): void {
    this.#whole = null;
    this.#setProgress(null);
    tell();
    this.#release();
  }

  /** Asks for a quick picture of a scenario that is being changed. */
  draft(request: Omit<RunRequest, 'detail'>): void {
    const { trials = draftTrials } = request;
    this.#whole?.cancel();
    this.#search?.cancel();
    this.#asked?.abort();
    this.#whole = this.#search = null;
    this.#setProgress(null);
    this.#wanted = { ...request, trials: Math.min(trials, draftTrials), detail: 'draft' };
    this.#nextDraft();
  }

  /** Looks for what would change the answer, until the next run begins; also tells where that fails. */
  search(request: RunRequest, tell: (search: SwitchingSearch) => void): void {
    const { runner } = (this.#place ??= borrowPageRunner());
    this.#search?.cancel();
    const search = runner.switchingValues(request);
    this.#search = search;
    const tellCurrent = (outcome: SwitchingSearch) => {
      if (this.#search === search) tell(outcome);
    };
    search.outcome.then(tellCurrent, (error: unknown) =>
      tellCurrent({ failure: messageOf(error) }),
    );
  }

  /** Asks the place where runs happen something else; a later run does not end that. */
  ask<T>(question: (runner: Runner) => Handle<T>): Promise<T> {
    const { runner } = (this.#place ??= borrowPageRunner());
    return question(runner).outcome;
  }

  /** Lets others ask more about a scenario, until the next run begins. */
  asking(request: RunRequest): Asking {
    const { runner } = (this.#place ??= borrowPageRunner());
    this.#asked?.abort();
    this.#asked = new AbortController();
    return { runner, request, signal: this.#asked.signal };
  }

  #nextDraft(): void {
    const request = this.#wanted;
    if (request === null || this.#draft !== null) return;
    this.#wanted = null;
    const { runner } = (this.#place ??= borrowPageRunner());
    const run = runner.start(request);
    this.#draft = run;
    const settle = (tell: () => void) => {
      if (this.#draft !== run) return;
      this.#draft = null;
      // A whole run that was started meanwhile has the last word.
      if (this.#whole === null) tell();
      this.#nextDraft();
    };
    run.outcome.then(
      (outcome) => settle(() => this.#audience.show(outcome, false)),
      (error: unknown) => settle(() => this.#audience.fail(messageOf(error))),
    );
  }

  #setProgress(progress: number | null): void {
    if (this.progress === progress) return;
    this.progress = progress;
    this.#host.requestUpdate();
  }
}
