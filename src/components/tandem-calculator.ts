import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { provenance } from '../present/provenance.ts';
import { hongKongDollars, shownCurrency } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import { answerTemplate } from './answer-template.ts';
import { calculatorStyles } from './calculator-styles.ts';
import { carryOut } from './carry-out.ts';
import type { LinkTo } from './carry-out.ts';
import type { ChangedInputs } from './change-history.ts';
import { editorTemplate } from './editor-template.ts';
import { TandemChangeEvent, TandemErrorEvent, TandemResultEvent } from './events.ts';
import type {
  TandemBudgetEvent,
  TandemCommandEvent,
  TandemEditEvent,
  TandemEvidenceWantedEvent,
  TandemInputWantedEvent,
  TandemOpenEvent,
  TandemProfileEvent,
} from './events.ts';
import { exportResult, isExport } from './export-result.ts';
import type { ExportKind } from './export-result.ts';
import { FileDropController } from './file-drop-controller.ts';
import { firstInputs } from './first-inputs.ts';
import { loadEvidence } from './load-evidence.ts';
import { keepTyping } from './keep-typing.ts';
import { loadRest } from './load-rest.ts';
import { messageOf } from './message-of.ts';
import { openScenario } from './open-scenario.ts';
import { ScenarioSession } from './scenario-session.ts';
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
 * @csspart postures - The postures at a glance.
 * @csspart chart - Each picture.
 * @csspart chart-title - What a picture says, above it.
 * @csspart table - The table of the postures side by side.
 * @csspart decision - What the decision turns on.
 * @csspart law - Which law applies, and what it asks.
 * @csspart register - Claims and evidence.
 * @csspart inputs - The inputs, with the answer beside them.
 * @cssproperty --tandem-font - Font family.
 * @cssproperty --tandem-ink - Colour of text.
 * @cssproperty --tandem-ink-quiet - Colour of what stands back: hints, units, notes.
 * @cssproperty --tandem-surface - Colour behind it.
 * @cssproperty --tandem-line - Colour of grid lines and borders.
 * @cssproperty --tandem-axis - Colour of axes.
 * @cssproperty --tandem-alarm - Colour of what is wrong.
 * @cssproperty --tandem-color-a - Colour of the first posture.
 * @cssproperty --tandem-color-b - Colour of the second posture.
 * @cssproperty --tandem-color-c - Colour of the third posture.
 * @cssproperty --tandem-color-d - Colour of the fourth posture.
 * @cssproperty --tandem-color-e - Colour of the fifth posture.
 * @cssproperty --tandem-color-f - Colour of the sixth posture, and of all after it.
 * @cssproperty --tandem-space - Distance from which others are made; 1rem unless given.
 * @cssproperty --tandem-radius - Radius of corners.
 */
export class TandemCalculator extends LitElement {
  static override styles = [tokens, calculatorStyles];

  /** Address of a scenario file. */
  @property({ reflect: true }) accessor src: string | null = null;
  /** A scenario as an object. */
  @property({ attribute: false }) accessor scenario: object | null = null;
  /** Number of simulated futures, above the scenario's own. */
  @property({ type: Number, reflect: true }) accessor trials: number | null = null;
  /** Seed of the simulation, above the scenario's own. */
  @property({ type: Number, reflect: true }) accessor seed: number | null = null;
  /** Currency to show amounts in, such as `CNY`; that of the scenario unless given. */
  @property({ reflect: true }) accessor currency: string | null = null;
  /** `summary` shows the answer alone, without the table, further pictures and inputs. */
  @property({ reflect: true, useDefault: true }) accessor view: 'summary' | 'full' = 'full';
  /** Shows the inputs, but lets nobody change them or open another scenario. */
  @property({ type: Boolean, reflect: true, useDefault: true }) accessor readonly = false;
  /** Scenarios that can be chosen instead. */
  @property({ attribute: false }) accessor offered: readonly OfferedScenario[] = [];
  /** Makes the address under which the changed scenario can be opened again; without it none is offered. */
  @property({ attribute: false }) accessor linkTo: LinkTo | null = null;
  /** Whether an answer has been drawn: what the page holds in its place stays until then. */
  @state() private accessor isDrawn = false;
  @state() private accessor evidence: Evidence | null = null;
  /** What was done last, in words. */
  @state() private accessor said = '';
  /** HK$ that a reader has said are not to be exceeded. */
  @state() private accessor budget: number | null = null;
  /** What a person opened in place of the page's own scenario. */
  #opened: readonly File[] | null = null;
  /** Whether the next update comes of a choice, or of undoing one, which is run already. */
  #isChosen = false;
  readonly #internals = this.attachInternals();
  readonly #session = new ScenarioSession(this, {
    origin: () => ({ scenario: this.scenario, src: this.src, opened: this.#opened }),
    read: (origin, signal) => openScenario(this, origin, signal),
    settings: () => ({
      trials: this.trials,
      seed: this.seed,
      currency: this.currency,
      searches: this.view === 'full',
    }),
    onOpened: ({ opened, scenario, src }) => {
      this.#isChosen = true;
      this.#opened = opened;
      Object.assign(this, { scenario, src });
      this.requestUpdate();
    },
    onResult: (result) => this.dispatchEvent(new TandemResultEvent(result)),
    onFailure: ({ message, issues }) => this.dispatchEvent(new TandemErrorEvent(message, issues)),
  });
  readonly #drop = new FileDropController(this, (files) => this.#take(files));

  /** What the last finished run found; one that is set is shown until a run finishes. */
  @property({ attribute: false })
  get result(): Result | null {
    return this.#session.result;
  }

  set result(result: Result | null) {
    this.#session.result = result;
  }

  /** The inputs that differ from the scenario, with their values; setting them runs it again. */
  @property({ attribute: false })
  get changes(): ChangedInputs {
    return this.#session.history.now;
  }

  set changes(changes: ChangedInputs) {
    const before = this.changes;
    this.#session.begin(changes, this.profile);
    this.requestUpdate('changes', before);
  }

  /** What differs from the scenario in what the law is asked about; setting it runs it again. */
  @property({ attribute: false })
  get profile(): ProfileChanges {
    return this.#session.history.profile;
  }

  set profile(profile: ProfileChanges) {
    const before = this.profile;
    this.#session.begin(this.changes, profile);
    this.requestUpdate('profile', before);
  }

  /** Whether anything differs from the scenario. */
  get isChanged(): boolean {
    return Object.keys(this.changes).length + Object.keys(this.profile).length > 0;
  }

  /** Reads the scenario anew and runs it; resolves when the result is there, or its failure shown. */
  async run(): Promise<void> {
    await this.#session.open();
  }

  /**
   * Opens the scenario of an address with changes in place of the one that is there, as one step that
   * can be undone; tells whether it is there. Where it cannot be run, what was there stays, and why is told.
   */
  async openChanged(
    src: string,
    changes: ChangedInputs = {},
    profile: ProfileChanges = {},
  ): Promise<boolean> {
    const origin = { scenario: null, src, opened: null };
    return (await this.#session.open({ origin, changes, profile })) === 'shown';
  }

  /** A file to keep: the result (`result`), its figures (`csv`), a workbook (`xlsx`), a report (`report`), its trials for other tools (`sipmath`), or the scenario with what was changed (`scenario`). */
  async exportAs(kind: ExportKind): Promise<Blob> {
    return exportResult(kind, this.#session);
  }

  /** Goes to the inputs. */
  async showInputs(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('.editor')?.scrollIntoView({ block: 'start' });
  }

  #showInput({ name }: TandemInputWantedEvent): void {
    void this.renderRoot.querySelector('tandem-inputs')?.show(name);
  }

  /** Takes what was dropped: an inventory of flows goes to the law, everything else is a scenario. */
  #take(files: readonly File[]): void {
    const [file] = files;
    const law = this.renderRoot.querySelector('tandem-law');
    if (
      law !== null &&
      file !== undefined &&
      /\.(csv|tsv|txt|xlsx?|xls[bm]|ods|numbers|pdf)$/i.test(file.name)
    )
      void law.openFlows(file);
    else void this.#choose(files);
  }

  /** Opens what a person chose; changes belong to the scenario that they were made in. */
  async #choose(opened: readonly File[] | string): Promise<void> {
    this.said = '';
    const origin =
      typeof opened === 'string'
        ? { scenario: null, src: opened, opened: null }
        : { scenario: this.scenario, src: this.src, opened };
    const outcome = await this.#session.open({ origin, changes: {}, profile: {} });
    if (outcome === 'shown') this.#tellChange();
  }

  #edit({ name, value, settled }: TandemEditEvent): void {
    this.said = '';
    this.#session.edit(name, value, settled);
    if (settled) this.#tellChange();
  }

  /** Whether a client's data is in it, which is kept out of addresses. */
  get #hasOwnFile(): boolean {
    return this.#opened !== null || Array.isArray(this.profile.flows);
  }

  #editProfile({ edit }: TandemProfileEvent): void {
    this.said = '';
    this.#session.editProfile(edit);
    this.#tellChange();
  }

  #tellChange(): void {
    const { changes, profile } = this;
    this.dispatchEvent(new TandemChangeEvent(changes, this.#hasOwnFile, profile));
  }

  async #command({ command }: TandemCommandEvent): Promise<void> {
    this.said = isExport(command) ? 'Making the file …' : '';
    const done = carryOut(command, this.#session, this.linkTo);
    if (command === 'undo' || command === 'redo' || command === 'reset') this.#tellChange();
    this.said = await done;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#drop.isWelcome = !this.readonly && this.view === 'full';
    const isGiven = changed.has('src') || changed.has('scenario');
    if (isGiven && !this.#isChosen) this.#opened = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#reflect('running', this.#session.progress !== null);
    this.#reflect('stale', this.#session.isStale);
    this.#reflect('error', this.#session.failure !== null);
    const wanted = (['src', 'scenario', 'trials', 'seed'] as const).some((name) =>
      changed.has(name),
    );
    if (wanted && !this.#isChosen) queueMicrotask(() => this.isConnected && void this.run());
    else if (changed.has('changes') || changed.has('profile'))
      queueMicrotask(() => this.#session.rerun());
    this.#isChosen = false;
    if (!this.isDrawn) void this.#awaitDrawing();
    else if (this.view === 'full') void loadRest();
  }

  /** The answer takes the place of what the page holds once what is seen of it first is drawn. */
  async #awaitDrawing(): Promise<void> {
    const first = this.renderRoot.querySelector<LitElement>('.answer tandem-views');
    if (first === null) return;
    await first.updateComplete;
    // In a task of its own: all that comes after the first picture is made with it.
    await new Promise((resolve) => setTimeout(resolve));
    this.isDrawn = true;
  }

  #reflect(name: string, isOn: boolean): void {
    const { states } = this.#internals;
    if (isOn) states.add(name);
    else states.delete(name);
  }

  override render(): TemplateResult {
    const { announcement, asking, briefing, failure, picture, result, switching } = this.#session;
    const shown = picture ?? result;
    const currency = shown === null ? hongKongDollars : shownCurrency(shown, this.currency);
    return html`
      <div
        class="all"
        lang="en"
        @keydown=${keepTyping}
        @keypress=${keepTyping}
        @keyup=${keepTyping}
      >
        ${
          failure === null
            ? nothing
            : html`<tandem-issues
                .message=${failure.message}
                .issues=${failure.issues}
              ></tandem-issues>`
        }
        <slot ?hidden=${this.isDrawn}></slot>
        ${
          shown === null
            ? nothing
            : html`<div
                class=${this.isDrawn ? 'answer' : 'answer waiting'}
                @tandem-input-wanted=${this.#showInput}
                @tandem-budget=${({ budget }: TandemBudgetEvent) => (this.budget = budget)}
              >
                ${answerTemplate({ result: shown, currency, briefing, view: this.view, switching, asking, budget: this.budget, isBeginning: !this.isDrawn })}
                ${this.isDrawn ? limits : nothing}
              </div>`
        }
        ${this.isDrawn && shown !== null ? nothing : limits}
        ${shown === null || briefing === null || !this.isDrawn || this.view === 'summary' ? nothing : this.#editor(shown, currency, briefing)}
        <slot name="method"></slot>
        ${shown === null ? nothing : html`<p class="provenance">${provenance(shown)}</p>`}
        ${this.#progress(shown !== null)}
        <p class="announcement" role="status">${announcement}</p>
      </div>
    `;
  }

  #editor(result: Result, currency: ShownCurrency, briefing: Briefing): TemplateResult {
    const { canUndo, chosen, failure, history, isStale, progress, saved, switching } =
      this.#session;
    const { opened, src } = chosen ?? { opened: this.#opened, src: this.src };
    return html`<div
      class="editing"
      @tandem-edit=${this.#edit}
      @tandem-profile=${this.#editProfile}
      @tandem-command=${this.#command}
      @tandem-open=${({ opened }: TandemOpenEvent) => void this.#choose(opened)}
      @tandem-evidence-wanted=${this.#loadEvidence}
    >
      ${editorTemplate({
        result,
        currency,
        briefing,
        evidence: this.evidence,
        changes: this.changes,
        profile: this.profile,
        whole: this.#session.result,
        first: firstInputs(switching),
        readonly: this.readonly,
        isStale,
        isChanged: this.isChanged,
        failure: progress === null ? failure : null,
        canUndo,
        canRedo: history.canRedo,
        saved,
        canShare: this.linkTo !== null && !this.#hasOwnFile,
        offered: this.offered,
        src: opened === null ? src : null,
        said: this.said,
      })}
    </div>`;
  }

  async #loadEvidence({ fail }: TandemEvidenceWantedEvent): Promise<void> {
    try {
      this.evidence ??= await loadEvidence();
    } catch (error) {
      fail(messageOf(error));
    }
  }

  #progress(refines: boolean): TemplateResult | typeof nothing {
    const { progress } = this.#session;
    if (progress === null) return nothing;
    return html`<label class="progress">
      <span>${refines ? 'Refining the picture' : 'Simulating futures'}</span
      ><progress max="1" .value=${progress}></progress>
    </label>`;
  }
}

/** With the answer, so that both stand on one page of paper; by itself until there is one. */
const limits = html`<slot name="limits"></slot>`;

declare global {
  interface HTMLElementTagNameMap {
    'tandem-calculator': TandemCalculator;
  }
}
