import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { prepareNumbers } from '../present/format-number.ts';
import { headline } from '../present/headline.ts';
import { shownCurrency } from '../present/shown-currency.ts';
import type { Handle, RunOutcome, Runner } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { ProfileChanges, ProfileEdit } from '../schema/apply-changes.ts';
import type { Value } from '../schema/value-form.ts';
import type { Asking } from './asking.ts';
import { ChangeHistory } from './change-history.ts';
import type { ChangedInputs, HistoryStep } from './change-history.ts';
import type { OpenedScenario, ScenarioChoice, ScenarioOrigin } from './opened-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import { RunController } from './run-controller.ts';
import type { Failure, SessionHost } from './session-host.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** A scenario that is being opened, and not there before its first result is. */
interface Opening {
  readonly origin: ScenarioOrigin;
  /** null where the page gives the scenario, and its changes are those that are there. */
  readonly choice: ScenarioChoice | null;
  /** null until they are read. */
  readonly files: ScenarioFiles | null;
}

/** What the last whole run of a scenario gave. */
type Shown = Pick<ScenarioSession, 'result' | 'briefing' | 'saved'>;

/**
 * All that a calculator knows: its scenario, what was changed in it, and what runs of it gave. What
 * was changed is kept here and nowhere else: forms write it as changes of what is here now, and
 * runs only read it, so that one which began earlier takes nothing back.
 */
export class ScenarioSession implements ReactiveController {
  /** What the last whole run found. */
  result: Result | null = null;
  /** A coarser or quicker result than that, while a run is under way. */
  picture: Result | null = null;
  briefing: Briefing | null = null;
  /** The scenario with what was changed, as the text of a file: as the last run knew it. */
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
  #reading: AbortController | null = null;
  #opening: Opening | null = null;
  #isFinished = true;
  /** What the last whole run was of. */
  #ran: HistoryStep | null = null;
  /** What the text of a file is of. */
  #savedOf: HistoryStep | null = null;
  /** Who waits for the run that is under way to end. */
  #awaiting: (() => void)[] = [];
  /** Whether why a file could not be opened is told beyond the next result. */
  #keepsFailure = false;
  readonly #shown = new WeakMap<OpenedScenario, Shown>();

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

  /** Where the scenario is from that a person chose and that is not there yet; null where none is. */
  get chosen(): ScenarioOrigin | null {
    return this.#opening?.choice?.origin ?? null;
  }

  get canUndo(): boolean {
    return this.history.canUndo || this.chosen !== null;
  }

  /** Whether the last whole result is of the scenario as it is now. */
  get isCurrent(): boolean {
    return this.#ran === this.history.step && this.result !== null;
  }

  /** A move in the document ends the run that was under way: it begins anew. */
  hostConnected(): void {
    if (!this.#isFinished) void this.open(this.#opening?.choice);
    else if (this.asking?.signal.aborted === true) this.#search();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /**
   * Reads the scenario that the page gives, or the one that is chosen in its place, and runs it;
   * resolves when its result is shown, or its failure told, or another has been opened in its place.
   * Until then all stays as it is, so that neither a broken file nor a slow one loses any work.
   */
  async open(choice: ScenarioChoice | null = null): Promise<'shown' | 'failed' | 'replaced'> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    const origin = choice?.origin ?? this.#host.origin();
    const reading = this.#host.read(origin, signal);
    if (reading === null) return 'failed';
    this.#opening = { origin, choice, files: null };
    this.#isFinished = false;
    this.#runs.expect();
    setTimeout(prepareNumbers);
    try {
      const files = await reading;
      if (signal.aborted) return 'replaced';
      this.#opening = { origin, choice, files };
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
    this.history = new ChangeHistory(changes, profile, this.history.opened);
  }

  /** An input is changed, or its change taken back. `settled` is false while it is still moved. */
  edit(name: string, value: Value | null, settled: boolean): void {
    this.history.change(name, value, settled);
    this.rerun(settled);
  }

  /** What the law is asked about is changed: `edit` gives it as it is to be from as it is now. */
  editProfile(edit: ProfileEdit): void {
    this.history.changeProfile(edit(this.history.profile));
    this.rerun();
  }

  /** Takes the last change back, or what was chosen last and is not there yet. */
  undo(): void {
    if (this.chosen === null) {
      this.#travel('undo');
      return;
    }
    this.#reading?.abort();
    this.#opening = null;
    this.#isFinished = true;
    if (this.isCurrent) this.#runs.stop();
    else this.rerun();
    this.#element.requestUpdate();
  }

  redo(): void {
    this.#travel('redo');
  }

  /** Takes all changes back at once. */
  reset(): void {
    this.history.replace({});
    this.rerun();
  }

  #travel(direction: 'undo' | 'redo'): void {
    const before = this.history.opened;
    this.history[direction]();
    const { opened } = this.history;
    if (opened !== null && opened !== before) {
      // Forms must show what they change: never the inputs of the scenario before.
      Object.assign(this, this.#shown.get(opened));
      this.#host.onOpened(opened.origin);
    }
    this.rerun();
  }

  /** The inputs are newer than the result: a picture follows at once, a whole run when they rest. */
  rerun(settled = true): void {
    this.#keepsFailure = false;
    const isAwaited = this.#opening !== null && (this.chosen !== null || !this.#opening.files);
    const request = this.#request();
    if (request === null) return;
    this.isStale = true;
    this.asking = null;
    this.#element.requestUpdate();
    // What is being opened is run as it is opened; what was changed meanwhile is kept for later.
    if (isAwaited) return;
    if (settled) void this.#runWhole();
    else this.#runs.draft(request);
  }

  /**
   * The scenario with what was changed, as the text of a file, as it is now: once its run has ended,
   * and even where it cannot be run. Throws, in words for people, where there is none.
   */
  async text(): Promise<string> {
    if (this.result === null)
      throw new Error('there is no result yet; wait for the event tandem-result');
    if (this.#savedOf !== this.history.step) {
      const ended = new Promise<void>((resolve) => this.#awaiting.push(resolve));
      if (this.#isFinished) void this.#runWhole();
      await ended;
    }
    if (this.saved === null || this.#savedOf !== this.history.step)
      throw new Error('This cannot be saved as it is: mend what is wrong, or undo it.');
    return this.saved;
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
    const { opened, step } = this.history;
    const files = this.#opening?.files ?? opened?.files;
    if (files === undefined) return null;
    const choice = this.#opening?.files == null ? null : this.#opening.choice;
    return {
      ...files,
      changes:
        choice === null
          ? { inputs: step.inputs, ...step.profile }
          : { inputs: choice.changes, ...choice.profile },
      ...(trials === null ? {} : { trials }),
      ...(seed === null ? {} : { seed }),
    };
  }

  #show({ result, issues, briefing, saved }: RunOutcome, final: boolean): void {
    if (result === null) {
      if (this.#opening === null) this.#keep(saved);
      this.#fail('This scenario cannot be run.', issues);
      return;
    }
    if (!this.#keepsFailure) this.failure = null;
    this.isStale = false;
    this.switching = null;
    this.#element.requestUpdate();
    if (!final) {
      this.briefing = briefing ?? this.briefing;
      this.picture = result;
      return;
    }
    this.#arrive();
    const { currency, searches } = this.#host.settings();
    this.#isFinished = true;
    this.#keepsFailure = false;
    this.#ran = this.history.step;
    this.briefing = briefing ?? this.briefing;
    this.result = result;
    this.picture = null;
    this.#keep(saved);
    if (this.#ran.opened !== null)
      this.#shown.set(this.#ran.opened, { result, briefing: this.briefing, saved });
    this.announcement = headline(result, shownCurrency(result, currency)).sentence;
    this.#host.onResult(result);
    if (searches) this.#search();
    this.#end();
  }

  #keep(saved: string | null): void {
    this.saved = saved ?? this.saved;
    if (saved !== null) this.#savedOf = this.history.step;
  }

  #end(): void {
    for (const go of this.#awaiting.splice(0)) go();
  }

  /** What was being opened is there now. */
  #arrive(): void {
    const opening = this.#opening;
    this.#opening = null;
    if (opening?.files == null) return;
    const { choice, files, origin } = opening;
    if (choice === null) {
      this.history.reread({ origin, files });
      return;
    }
    this.history.open({ origin, files }, choice.changes, choice.profile);
    this.#host.onOpened(origin);
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
    const opening = this.#opening;
    this.#opening = null;
    // What the page gives has been read, though it cannot be run with its changes: others may be tried.
    if (opening?.choice === null && opening.files !== null && this.history.opened === null)
      this.history.reread({ origin: opening.origin, files: opening.files });
    this.#isFinished = true;
    this.failure = { message, issues };
    this.picture = null;
    this.isStale = this.result !== null && opening === null;
    if (opening !== null && this.result !== null) {
      // What was there before is there still, with what was changed in it meanwhile.
      if (opening.choice !== null && !this.isCurrent) {
        this.rerun();
        this.#keepsFailure = true;
      } else if (this.#host.settings().searches) this.#search();
    }
    this.#element.requestUpdate();
    this.#host.onFailure(this.failure);
    this.#end();
  }
}
