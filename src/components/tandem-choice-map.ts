import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { acceptabilityCurve } from '../charts/acceptability-curve.ts';
import { choiceGrid } from '../charts/choice-grid.ts';
import { provenance } from '../present/provenance.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ChoiceMap, ChoiceMapRequest } from '../schema/choice-map.ts';
import type { Decision } from '../schema/decision.ts';
import type { Result } from '../schema/result.ts';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';
import { controlStyles } from './control-styles.ts';
import { Drawings } from './drawings.ts';
import { findingsStyles } from './findings-styles.ts';
import { tokens } from './tokens.ts';
import { isFound } from './switching-search.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** A map of one input, and by what output a posture is the best. */
export interface FixedQuestion {
  readonly request: ChoiceMapRequest;
  /** In words: `in present value`. */
  readonly measure: string;
}

/** Which posture is best over values of one or two inputs, which a reader chooses unless they are given. */
export class TandemChoiceMap extends LitElement {
  static override styles = [tokens, controlStyles, findingsStyles];

  @property({ attribute: false }) accessor asking: Asking | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @property({ attribute: false }) accessor decision: Decision | null = null;
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor switching: SwitchingSearch = null;
  /** What is mapped, where that is not for the reader to choose. */
  @property({ attribute: false }) accessor question: FixedQuestion | null = null;
  /** The inputs that a person chose: across, and upwards, where '' is none. */
  @state() private accessor across = '';
  @state() private accessor up: string | null = null;
  @state() private accessor map: ChoiceMap | null = null;
  @state() private accessor failure = '';
  readonly #drawings = new Drawings();
  /** What was asked last, and of whom. */
  #asked = '';
  #from: Asking | null = null;

  /** Inputs that move the lead of the best posture, the weightiest first. */
  get #inputs(): readonly string[] {
    const weighty = (isFound(this.switching) ? this.switching : []).map(({ input }) => input);
    const uncertain = (this.decision?.drivers ?? []).flatMap(({ kind, name }) =>
      kind === 'input' ? [name] : [],
    );
    return [...new Set([...weighty, ...uncertain])];
  }

  get #chosen(): readonly string[] {
    if (this.question !== null) return this.question.request.axes.map(({ input }) => input);
    const [first = '', second = ''] = this.#inputs;
    const across = this.across === '' ? first : this.across;
    const up = this.up ?? (second === across ? first : second);
    return [across, up].filter((each) => each !== '');
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('map') && changed.size === 1) return;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { asking } = this;
    // Which inputs are weightiest is known only once what would change the answer is.
    if (asking === null || (this.switching === null && this.question === null)) return;
    const chosen = this.#chosen;
    const key = chosen.join(' ');
    if (chosen.length === 0 || (key === this.#asked && asking === this.#from)) return;
    [this.#asked, this.#from, this.failure] = [key, asking, ''];
    const isCurrent = () => this.#asked === key && this.#from === asking;
    try {
      const wanted = this.question?.request ?? { axes: chosen.map((input) => ({ input })) };
      const map = await ask(asking, (runner, request) => runner.choiceMap(request, wanted));
      if (isCurrent()) this.map = map;
    } catch (error) {
      if (isCurrent()) this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { currency, map, result } = this;
    if (result === null) return nothing;
    const { measure = '' } = this.question ?? {};
    const isCurrent = map?.axes.map(({ input }) => input).join(' ') === this.#chosen.join(' ');
    const draw = this.#drawings.of('map', [map, currency.code, currency.rate], (size) =>
      map === null
        ? null
        : map.axes.length === 1
          ? acceptabilityCurve(map, size, currency, measure)
          : choiceGrid(map, size, currency),
    );
    return html`
      ${this.question === null ? this.#choices() : nothing}
      ${
        this.failure === ''
          ? nothing
          : html`<p role="alert">This cannot be mapped: ${this.failure}</p>`
      }
      ${
        isCurrent || this.failure !== ''
          ? nothing
          : html`<p class="quiet">Working out who is best at each place of the map …</p>`
      }
      ${
        map === null
          ? nothing
          : html`<tandem-figure
              data-picture="map"
              class=${isCurrent ? nothing : 'stale'}
              .draw=${draw}
              .source=${provenance(result)}
            ></tandem-figure>`
      }
    `;
  }

  #choices(): TemplateResult {
    const inputs = this.#inputs;
    const [across = '', up = ''] = this.#chosen;
    return html`
      <div class="tools">
        ${this.#pick('Across', across, inputs, (value) => {
          this.up = value === up ? across : up;
          this.across = value;
        })}
        ${this.#pick(
          'Upwards',
          up,
          ['', ...inputs.filter((input) => input !== across)],
          (value) => {
            this.up = value;
          },
        )}
      </div>
    `;
  }

  #pick(
    label: string,
    chosen: string,
    inputs: readonly string[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="pick">
      <span>${label}:</span>
      <select
        .value=${chosen}
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
      >
        ${inputs.map(
          (input) =>
            html`<option value=${input} ?selected=${input === chosen}>
              ${input === '' ? 'nothing: the chance of each by one input' : (this.result?.inputs[input]?.label ?? input)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-choice-map': TandemChoiceMap;
  }
}
