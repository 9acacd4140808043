import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { costDotplot } from '../charts/cost-dotplot.ts';
import { savingDotplot } from '../charts/saving-dotplot.ts';
import { headline } from '../present/headline.ts';
import { provenance } from '../present/provenance.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import { calculatorStyles } from './calculator-styles.ts';
import { TandemErrorEvent, TandemResultEvent } from './events.ts';
import { readScenario, readScenarioText } from './read-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import { RunController } from './run-controller.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';

const currency = hongKongDollars;

/**
 * What compliance costs under each posture: runs a scenario and shows the answer.
 *
 * The scenario is the `scenario` property, else the file at `src`, else a child
 * `<script type="application/json">`. What else stands inside shows until the element is defined.
 *
 * @fires tandem-result - A run has finished.
 * @fires tandem-error - A scenario cannot be read or run; the last result stays.
 * @cssstate running - A run is under way.
 * @cssstate error - The scenario could not be run.
 * @csspart verdict - The answer in words.
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
  /** `summary` leaves out the table. */
  @property() accessor view: 'summary' | 'full' = 'full';
  /** What the last finished run found. */
  @property({ attribute: false }) accessor result: Result | null = null;

  @state() private accessor failure: { message: string; issues: readonly Issue[] } | null = null;
  @state() private accessor announcement = '';
  /** The first, coarse picture of a run that is under way. */
  @state() private accessor preview: Result | null = null;
  #shown: Result | null = null;
  #finished = false;
  readonly #run = new RunController(this);
  readonly #internals = this.attachInternals();
  #drawCost: DrawScene = () => null;
  #drawSaving: DrawScene = () => null;

  override connectedCallback(): void {
    super.connectedCallback();
    // A move in the document ends the run that was under way.
    if (this.hasUpdated && !this.#finished) void this.run();
  }

  /** Runs the scenario; resolves when the result is there, or its failure is shown. */
  async run(): Promise<void> {
    const read = this.#source();
    if (read === null) return;
    this.#finished = false;
    this.announcement = '';
    await this.#run.start({
      read,
      trials: this.trials ?? undefined,
      seed: this.seed ?? undefined,
      preview: this.result === null,
      show: (result, final) => {
        this.failure = null;
        if (!final) {
          this.preview = result;
          return;
        }
        this.#finished = true;
        this.result = result;
        this.preview = null;
        this.announcement = headline(result, currency).sentence;
        this.dispatchEvent(new TandemResultEvent(result));
      },
      fail: (message, issues) => {
        this.#finished = true;
        this.failure = { message, issues };
        this.dispatchEvent(new TandemErrorEvent(message, issues));
      },
    });
  }

  #source(): ((signal: AbortSignal) => Promise<ScenarioFiles>) | null {
    const { scenario, src } = this;
    if (scenario !== null) {
      const text = JSON.stringify(scenario);
      return (signal) => readScenarioText(text, signal);
    }
    if (src !== null) return (signal) => readScenario(src, signal);
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    return text == null ? null : (signal) => readScenarioText(text, signal);
  }

  protected override willUpdate(): void {
    const result = this.result ?? this.preview;
    if (result === null || result === this.#shown) return;
    this.#shown = result;
    this.#drawCost = (size) => costDotplot(result, size, currency);
    this.#drawSaving = (size) => savingDotplot(result, size, currency);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#reflect('running', this.#run.progress !== null);
    this.#reflect('error', this.failure !== null);
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
    return html`
      ${
        this.failure === null
          ? nothing
          : html`<tandem-issues
              .message=${this.failure.message}
              .issues=${this.failure.issues}
            ></tandem-issues>`
      }
      ${this.#shown === null ? nothing : this.#answer(this.#shown)} ${this.#progress()}
      <p class="announcement" role="status">${this.announcement}</p>
    `;
  }

  #answer(result: Result): TemplateResult {
    const { sentence, detail } = headline(result, currency);
    return html`
      <div class="verdict" part="verdict">
        <h2>${sentence}</h2>
        <p>${detail}</p>
        ${result.warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
      </div>
      <tandem-figure .draw=${this.#drawCost}></tandem-figure>
      <tandem-figure .draw=${this.#drawSaving}></tandem-figure>
      ${
        this.view === 'summary'
          ? nothing
          : html`
              <section class="table">
                <h3>The postures side by side</h3>
                <tandem-comparison .result=${result} .currency=${currency}></tandem-comparison>
              </section>
            `
      }
      <p class="provenance">${provenance(result)}</p>
    `;
  }

  #progress(): TemplateResult | typeof nothing {
    const { progress } = this.#run;
    if (progress === null) return nothing;
    const text = this.#shown === null ? 'Simulating futures' : 'Refining the picture';
    return html`<label class="progress">
      <span>${text}</span><progress max="1" .value=${progress}></progress>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-calculator': TandemCalculator;
  }
}
