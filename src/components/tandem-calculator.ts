import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { headline } from '../present/headline.ts';
import { provenance } from '../present/provenance.ts';
import { shownCurrency } from '../present/shown-currency.ts';
import type { RunOutcome } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import { calculatorStyles } from './calculator-styles.ts';
import { ChangeHistory } from './change-history.ts';
import type { ChangedInputs } from './change-history.ts';
import { editorTemplate } from './editor-template.ts';
import { TandemChangeEvent, TandemErrorEvent, TandemResultEvent } from './events.ts';
import type { TandemCommandEvent, TandemEditEvent, TandemOpenEvent } from './events.ts';
import { exportResult } from './export-result.ts';
import type { ExportKind } from './export-result.ts';
import { firstInputs } from './first-inputs.ts';
import { loadEvidence } from './load-evidence.ts';
import { openScenario } from './open-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import { answerTemplate } from './answer-template.ts';
import { RunController } from './run-controller.ts';
import { saveFile } from './save-file.ts';
import type { OfferedScenario } from './tandem-scenario-bar.ts';
import { tokens } from './tokens.ts';

/**
 * What compliance costs under each posture: runs a scenario, shows the answer, and lets a person
 * change it.
 *
 * The scenario is the `scenario` property, else the file at `src`, else a child
 * `<script type="application/json">`. What else stands inside shows until the element is defined.
 *
 * @fires tandem-result - A run has finished.
 * @fires tandem-change - A person has changed inputs.
 * @fires tandem-error - A scenario cannot be read or run; the last result stays.
 * @slot limits - What is not in the numbers, after the answer.
 * @slot method - How it is computed, and what else it can be used for, at the end.
 * @cssstate running - A run is under way.
 * @cssstate stale - The result is older than the inputs.
 * @cssstate error - The scenario could not be run.
 * @csspart verdict - The answer in words.
 * @csspart inputs - The inputs, with the answer beside them.
 * @cssproperty --tandem-font - Font family.
 * @cssproperty --tandem-ink - Colour of text.
 * @cssproperty --tandem-surface - Colour behind it.
 */
export class TandemCalculator extends LitElement {
  static override styles = [tokens, calculatorStyles];

  /** Address of a scenario file. */
  @property() accessor src: string | null = null;
  /** A scenario as an object. */
  @property({ attribute: false }) accessor scenario: object | null = null;
  /** Number of simulated futures, above the scenario's own. */
  @property({ type: Number }) accessor trials: number | null = null;
  /** Seed of the simulation, above the scenario's own. */
  @property({ type: Number }) accessor seed: number | null = null;
  /** Currency to show amounts in, such as `CNY`; that of the scenario unless given. */
  @property() accessor currency: string | null = null;
  /** `summary` shows the answer alone, without the table, further pictures and inputs. */
  @property() accessor view: 'summary' | 'full' = 'full';
  /** Shows the inputs, but lets nobody change them or open another scenario. */
  @property({ type: Boolean }) accessor readonly = false;
  /** Scenarios that can be chosen instead. */
  @property({ attribute: false }) accessor offered: readonly OfferedScenario[] = [];
  /** Makes the address under which the changed scenario can be opened again; without it none is offered. */
  @property({ attribute: false }) accessor linkTo:
    | ((changes: ChangedInputs) => Promise<string>)
    | null = null;
  /** What the last finished run found. */
  @property({ attribute: false }) accessor result: Result | null = null;

  @state() private accessor failure: { message: string; issues: readonly Issue[] } | null = null;
  @state() private accessor announcement = '';
  @state() private accessor said = '';
  /** A coarser or quicker result than the last finished one, while a run is under way. */
  @state() private accessor picture: Result | null = null;
  @state() private accessor briefing: Briefing | null = null;
  @state() private accessor evidence: Evidence | null = null;
  @state() private accessor isStale = false;
  /** What would change the answer; null while it is being found out. */
  @state() private accessor switching: readonly SwitchingValue[] | null = null;
  readonly #history = new ChangeHistory();
  readonly #internals = this.attachInternals();
  readonly #runs = new RunController(this, {
    show: (outcome, final) => this.#show(outcome, final),
    fail: (message) => this.#fail(message, []),
  });
  /** What a person opened in place of the page's own scenario. */
  #opened: readonly File[] | string | null = null;
  #files: ScenarioFiles | null = null;
  #saved: string | null = null;
  #opening: AbortController | null = null;
  #finished = false;

  /** The inputs that differ from the scenario, with their values; setting them runs it again. */
  get changes(): ChangedInputs {
    return this.#history.now;
  }

  set changes(changes: ChangedInputs) {
    this.#history.begin(changes);
    if (this.#files !== null) void this.#runWhole();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A move in the document ends the run that was under way.
    if (this.hasUpdated && !this.#finished) void this.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opening?.abort();
  }

  /** Reads the scenario anew and runs it; resolves when the result is there, or its failure shown. */
  async run(): Promise<void> {
    await this.#open();
  }

  /** The result (`result`), or the scenario with what was changed (`scenario`), as a file. */
  async exportAs(kind: ExportKind): Promise<Blob> {
    return exportResult(kind, { result: this.result, saved: this.#saved });
  }

  async #open(): Promise<void> {
    this.#opening?.abort();
    const { signal } = (this.#opening = new AbortController());
    const reading = openScenario(this, this.#opened, signal);
    if (reading === null) return;
    this.#runs.expect();
    try {
      const files = await reading;
      if (signal.aborted) return;
      this.#files = files;
      await this.#runWhole();
    } catch (error) {
      if (signal.aborted) return;
      this.#runs.stop();
      this.#fail(error instanceof Error ? error.message : String(error), []);
    }
  }

  /** Opens what a person chose; changes belong to the scenario that they were made in. */
  #choose(opened: readonly File[] | string): void {
    this.#opened = opened;
    this.#history.begin();
    this.said = '';
    void this.#open();
  }

  async #runWhole(): Promise<void> {
    const request = this.#request();
    if (request === null) return;
    this.#finished = false;
    this.announcement = '';
    await this.#runs.start({ ...request, detail: 'full' });
  }

  #request(): Omit<RunRequest, 'detail'> | null {
    const { seed, trials } = this;
    if (this.#files === null) return null;
    return {
      ...this.#files,
      changes: { inputs: this.#history.now },
      ...(trials === null ? {} : { trials }),
      ...(seed === null ? {} : { seed }),
    };
  }

  #show({ result, issues, briefing, saved }: RunOutcome, final: boolean): void {
    if (final) this.#finished = true;
    if (result === null) {
      this.#fail('This scenario cannot be run.', issues);
      return;
    }
    this.failure = null;
    this.isStale = false;
    this.briefing = briefing ?? this.briefing;
    if (!final) {
      this.picture = result;
      return;
    }
    this.#saved = saved;
    this.result = result;
    this.picture = null;
    this.announcement = headline(result, shownCurrency(result, this.currency)).sentence;
    this.dispatchEvent(new TandemResultEvent(result));
    const request = this.#request();
    if (request !== null && this.view === 'full')
      this.#runs.search({ ...request, detail: 'draft' }, (values) => (this.switching = values));
  }

  #fail(message: string, issues: readonly Issue[]): void {
    this.#finished = true;
    this.failure = { message, issues };
    this.isStale = this.result !== null;
    this.dispatchEvent(new TandemErrorEvent(message, issues));
  }

  #edit({ name, value, settled }: TandemEditEvent): void {
    this.#history.change(name, value, settled);
    this.#changed(settled);
  }

  /** The inputs are newer than the result: pictures follow at once, the whole run when they rest. */
  #changed(settled: boolean): void {
    const request = this.#request();
    if (request === null) return;
    this.isStale = true;
    this.switching = null;
    this.said = '';
    this.requestUpdate();
    if (!settled) {
      this.#runs.draft(request);
      return;
    }
    void this.#runWhole();
    this.dispatchEvent(new TandemChangeEvent(this.#history.now));
  }

  async #command({ command }: TandemCommandEvent): Promise<void> {
    switch (command) {
      case 'undo':
        this.#history.undo();
        return this.#changed(true);
      case 'redo':
        this.#history.redo();
        return this.#changed(true);
      case 'reset':
        this.#history.replace({});
        return this.#changed(true);
      case 'save':
        if (this.#saved !== null && this.result !== null)
          this.said = saveFile(this.#saved, this.result.manifest.scenario.name);
        return;
      case 'share': {
        const address = await this.linkTo?.(this.#history.now);
        if (address === undefined) return;
        const copied = await navigator.clipboard.writeText(address).then(
          () => true,
          () => false,
        );
        this.said = copied ? 'The link was copied.' : `Copy this link: ${address}`;
        return;
      }
      case 'print':
        window.print();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#reflect('running', this.#runs.progress !== null);
    this.#reflect('stale', this.isStale);
    this.#reflect('error', this.failure !== null);
    if (changed.has('src') || changed.has('scenario')) this.#opened = null;
    const wanted = (['src', 'scenario', 'trials', 'seed'] as const).some((name) =>
      changed.has(name),
    );
    if (wanted) queueMicrotask(() => this.isConnected && void this.run());
  }

  #reflect(name: string, isOn: boolean): void {
    const { states } = this.#internals;
    if (isOn) states.add(name);
    else states.delete(name);
  }

  override render(): TemplateResult {
    const shown = this.picture ?? this.result;
    return html`
      <div @dragover=${this.#onDrag} @drop=${this.#onDrop}>
        ${
          this.failure === null
            ? nothing
            : html`<tandem-issues
                .message=${this.failure.message}
                .issues=${this.failure.issues}
              ></tandem-issues>`
        }
        <slot ?hidden=${shown !== null}></slot>
        ${shown === null ? nothing : answerTemplate({ result: shown, currency: shownCurrency(shown, this.currency), view: this.view, switching: this.switching })}
        <slot name="limits"></slot>
        ${shown === null || this.view === 'summary' ? nothing : this.#editor(shown)}
        <slot name="method"></slot>
        ${shown === null ? nothing : html`<p class="provenance">${provenance(shown)}</p>`}
        ${this.#progress(shown !== null)}
        <p class="announcement" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #editor(result: Result): TemplateResult {
    return html`<div
      @tandem-edit=${this.#edit}
      @tandem-command=${this.#command}
      @tandem-open=${({ opened }: TandemOpenEvent) => this.#choose(opened)}
      @tandem-evidence-wanted=${this.#loadEvidence}
    >
      ${editorTemplate({
        result,
        currency: shownCurrency(result, this.currency),
        briefing: this.briefing,
        evidence: this.evidence,
        first: firstInputs(this.switching),
        readonly: this.readonly,
        isStale: this.isStale,
        canUndo: this.#history.canUndo,
        canRedo: this.#history.canRedo,
        canSave: this.#saved !== null,
        canShare: this.linkTo !== null && typeof this.#opened !== 'object',
        offered: this.offered,
        src:
          this.#opened === null ? this.src : typeof this.#opened === 'string' ? this.#opened : null,
        said: this.said,
      })}
    </div>`;
  }

  async #loadEvidence(): Promise<void> {
    this.evidence ??= await loadEvidence();
  }

  #progress(refines: boolean): TemplateResult | typeof nothing {
    const { progress } = this.#runs;
    if (progress === null) return nothing;
    return html`<label class="progress">
      <span>${refines ? 'Refining the picture' : 'Simulating futures'}</span
      ><progress max="1" .value=${progress}></progress>
    </label>`;
  }

  #onDrag(event: DragEvent): void {
    if (this.readonly || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }

  #onDrop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (this.readonly || files.length === 0) return;
    event.preventDefault();
    this.#choose(files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-calculator': TandemCalculator;
  }
}
