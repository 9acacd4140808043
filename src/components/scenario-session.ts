import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { prepareNumbers } from '../present/format-number.ts';
import { headline } from '../present/headline.ts';
import { shownCurrency } from '../present/shown-currency.ts';
import type { Handle, RunOutcome, Runner } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Value } from '../schema/value-form.ts';
import type { Asking } from './asking.ts';
import { ChangeHistory } from './change-history.ts';
import type { ChangedInputs } from './change-history.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import { RunController } from './run-controller.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** Why there is no new result. */
export interface Failure {
  readonly message: string;
  /** What is wrong in the files, with places; empty where the run itself failed. */
  readonly issues: readonly Issue[];
}

/** What a session needs to know of the element that it belongs to, and tells it. */
export interface SessionHost {
  /** Reads the scenario; null where there is none. */
  readonly read: (signal: AbortSignal) => Promise<ScenarioFiles> | null;
  readonly settings: () => {
    readonly trials: number | null;
    readonly seed: number | null;
    readonly currency: string | null;
    /** Whether what would change the answer is wanted. */
    readonly searches: boolean;
  };
  readonly onResult: (result: Result) => void;
  readonly onFailure: (failure: Failure) => void;
}

/** All that a calculator knows: its scenario, what was changed in it, and what runs of it gave. */
export class ScenarioSession implements ReactiveController {
  /** What the last whole run found. */
  result: Result | null = null;
  /** A coarser or quicker result than that, while a run is under way. */
  picture: Result | null = null;
  briefing: Briefing | null = null;
  /** The scenario with what was changed, as the text of a file. */
  saved: string | null = null;
  failure: Failure | null = null;
  /** Whether what is shown is older than the inputs. */
  isStale = false;
  /** What would change the answer; null while it is being found out. */
  switching: SwitchingSearch = null;
  /** Whom to ask more about the last whole run; null while another is under way. */
  asking: Asking | null = null;
  /** The answer of the last whole run, to be read out. */
  announcement = '';
  history = new ChangeHistory();
  readonly #element: ReactiveControllerHost;
  readonly #host: SessionHost;
  readonly #runs: RunController;
  #files: ScenarioFiles | null = null;
  #opening: AbortController | null = null;
  /** What to go back to where the scenario that is being opened cannot be run. */
  #before: { readonly files: ScenarioFiles | null; readonly history: ChangeHistory } | null = null;
  #isFinished = true;

  constructor(element: ReactiveControllerHost, host: SessionHost) {
    this.#element = element;
    this.#host = host;
    this.#runs = new RunController(element, {
      show: (outcome, final) => this.#show(outcome, final),
      fail: (message) => this.#fail(message, []),
    });
    element.addController(this);
  }

  /** Share of the run that is done; null while none is under way. */
  get progress(): number | null {
    return this.#runs.progress;
  }

  /** A move in the document ends the run that was under way: it begins anew. */
  hostConnected(): void {
    if (!this.#isFinished) void this.open();
    else if (this.asking?.signal.aborted === true) this.#search();
  }

  hostDisconnected(): void {
    this.#opening?.abort();
  }

  /**
   * Reads the scenario and runs it, with the changes that are there or those that are given; resolves
   * when its result is shown, or its failure told, or another has been opened in its place. After a
   * failure all is as it was, so that a broken file loses no work.
   */
  async open(changes?: ChangedInputs): Promise<'shown' | 'failed' | 'replaced'> {
    this.#opening?.abort();
    const { signal } = (this.#opening = new AbortController());
    const reading = this.#host.read(signal);
    if (reading === null) return 'failed';
    this.#before ??= { files: this.#files, history: this.history };
    if (changes !== undefined) this.begin(changes);
    this.#isFinished = false;
    this.#runs.expect();
    setTimeout(prepareNumbers);
    try {
      const files = await reading;
      if (signal.aborted) return 'replaced';
      this.#files = files;
      await this.#runWhole();
    } catch (error) {
      if (signal.aborted) return 'replaced';
      this.#runs.stop();
      this.#fail(error instanceof Error ? error.message : String(error), []);
    }
    if (signal.aborted) return 'replaced';
    return this.failure === null ? 'shown' : 'failed';
  }

  /** Starts with other changes, as if they had always been there. */
  begin(changes: ChangedInputs, profile: ProfileChanges = {}): void {
    this.history = new ChangeHistory(changes, profile);
  }

  /** An input is changed, or its change taken back. `settled` is false while it is still moved. */
  edit(name: string, value: Value | null, settled: boolean): void {
    this.history.change(name, value, settled);
    this.rerun(settled);
  }

  /** What the law is asked about is changed. */
  editProfile(profile: ProfileChanges): void {
    this.history.changeProfile(profile);
    this.rerun();
  }

  /** The inputs are newer than the result: a picture follows at once, a whole run when they rest. */
  rerun(settled = true): void {
    const request = this.#request();
    if (request === null) return;
    this.isStale = true;
    this.asking = null;
    this.#element.requestUpdate();
    if (settled) void this.#runWhole();
    else this.#runs.draft(request);
  }

  /** The currency that amounts are shown in, where another than the scenario's is asked for. */
  get currency(): string | null {
    return this.#host.settings().currency;
  }

  /** Asks something about the scenario as it is now, beside its runs. */
  ask<T>(question: (runner: Runner, request: RunRequest) => Handle<T>): Promise<T> {
    const request = this.#request();
    if (request === null) return Promise.reject(new Error('there is no scenario yet'));
    return this.#runs.ask((runner) => question(runner, { ...request, detail: 'full' }));
  }

  async #runWhole(): Promise<void> {
    const request = this.#request();
    if (request === null) return;
    this.#isFinished = false;
    this.announcement = '';
    await this.#runs.start({ ...request, detail: 'full' });
  }

  #request(): Omit<RunRequest, 'detail'> | null {
    const { seed, trials } = this.#host.settings();
    if (this.#files === null) return null;
    return {
      ...this.#files,
      changes: { inputs: this.history.now, ...this.history.profile },
      ...(trials === null ? {} : { trials }),
      ...(seed === null ? {} : { seed }),
    };
  }

  #show({ result, issues, briefing, saved }: RunOutcome, final: boolean): void {
    if (result === null) {
      this.#fail('This scenario cannot be run.', issues);
      return;
    }
    this.failure = null;
    this.isStale = false;
    this.switching = null;
    this.#before = null;
    this.briefing = briefing ?? this.briefing;
    this.#element.requestUpdate();
    if (!final) {
      this.picture = result;
      return;
    }
    const { currency, searches } = this.#host.settings();
    this.#isFinished = true;
    this.result = result;
    this.picture = null;
    this.saved = saved;
    this.announcement = headline(result, shownCurrency(result, currency)).sentence;
    this.#host.onResult(result);
    if (searches) this.#search();
  }

  #search(): void {
    const asked = this.#request();
    if (asked === null) return;
    const request: RunRequest = { ...asked, detail: 'draft' };
    this.asking = this.#runs.asking(request);
    this.#runs.search(request, (search) => {
      this.switching = search;
      this.#element.requestUpdate();
    });
  }

  #fail(message: string, issues: readonly Issue[]): void {
    this.#isFinished = true;
    this.failure = { message, issues };
    this.picture = null;
    this.isStale = this.result !== null && this.#before === null;
    if (this.#before?.files != null) {
      this.#files = this.#before.files;
      this.history = this.#before.history;
      if (this.result !== null && this.#host.settings().searches) this.#search();
    }
    this.#before = null;
    this.#element.requestUpdate();
    this.#host.onFailure(this.failure);
  }
}
