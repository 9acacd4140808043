import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sliderScale } from '../present/slider-scale.ts';
import type { SliderScale } from '../present/slider-scale.ts';
import { nextValue } from '../present/next-value.ts';
import { speakQuantity } from '../present/speak-quantity.ts';
import { controlStyles } from './control-styles.ts';
import { hillTemplate } from './hill-template.ts';
import { HoldToRepeat } from './hold-to-repeat.ts';
import { sliderStyles } from './slider-styles.ts';
import type { TandemNumber } from './tandem-number.ts';
import { tokens } from './tokens.ts';

const noValues: readonly number[] = [];

/**
 * A number by a slider, by steps and by hand. Over wide ranges the slider is roughly logarithmic,
 * and it stops at numbers with few digits. What is uncertain is drawn as a hill over the track.
 *
 * @slot mark - A mark before the caption.
 * @fires input - The value moves.
 * @fires change - The value has come to rest.
 */
export class TandemSlider extends LitElement {
  static override styles = [tokens, controlStyles, sliderStyles];

  /** What the number is, in full. */
  @property() accessor label = '';
  /** What stands beside it; nothing unless given. */
  @property() accessor caption = '';
  /** A sentence under it. */
  @property() accessor detail = '';
  @property({ type: Number }) accessor value = 0;
  /** Ends of the slider; numbers beyond them can be typed. */
  @property({ type: Number }) accessor min = 0;
  @property({ type: Number }) accessor max = 1;
  /** Distance of the slider's steps; by itself it takes steps that suit its range. */
  @property({ type: Number }) accessor step: number | null = null;
  /** Lowest and highest value that can be at all. */
  @property({ type: Number }) accessor lowest = -Infinity;
  @property({ type: Number }) accessor highest = Infinity;
  @property() accessor unit = '';
  @property() accessor currency: string | null = null;
  /** Where it was before it was changed, marked on the track; null for no mark. */
  @property({ type: Number }) accessor was: number | null = null;
  /** Values that should be set with ease, for the slider's scale. */
  @property({ attribute: false }) accessor usual: readonly number[] = noValues;
  /** 50 quantiles of what is uncertain, to be drawn. */
  @property({ attribute: false }) accessor quantiles: readonly number[] = noValues;
  /** The role that gives it its colour; ink unless given. */
  @property({ reflect: true }) accessor tone = '';
  @property({ type: Boolean }) accessor disabled = false;
  /** Where a person has moved it, whatever is said elsewhere meanwhile. */
  @state() private accessor own: number | null = null;
  #isMoving = false;
  /** Where it was when a pointer went down on it. */
  #grabbedAt = 0;
  #scale: SliderScale = sliderScale([0, 1], []);
  readonly #hold = new HoldToRepeat();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold.stop();
  }

  /** The value that is shown: while it is moved, where it is moved to. */
  get shown(): number {
    return this.own ?? this.value;
  }

  /** Goes to the slider itself. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('min') || changed.has('max') || changed.has('usual') || changed.has('step'))
      this.#scale = sliderScale([this.min, this.max], this.usual, this.step);
    if (changed.has('value') && !this.#isMoving) this.own = null;
  }

  protected override updated(): void {
    const place = (value: number) => this.#scale.placeOf(value);
    const range = this.renderRoot.querySelector<HTMLElement>('input');
    range?.style.setProperty('--at', `${100 * place(this.shown)}%`);
    const mark = this.renderRoot.querySelector<HTMLElement>('.was');
    mark?.style.setProperty('--was', String(place(this.was ?? 0)));
  }

  override render(): TemplateResult {
    const { caption, detail, label, shown, was } = this;
    const { placeOf, steps } = this.#scale;
    const kind = `${caption === '' ? 'row bare' : 'row'}${this.quantiles.length > 0 ? ' wide' : ''}`;
    return html`
      <div class=${kind}>
        ${caption === '' ? nothing : html`<span class="caption"><slot name="mark"></slot>${caption}</span>`}
        <div class="strip">
          ${this.#hill()}
          <input
            type="range"
            min="0"
            max=${steps}
            step="1"
            .value=${String(Math.round(placeOf(shown) * steps))}
            aria-label=${label}
            aria-valuetext=${speakQuantity(shown, this.unit, this.currency)}
            aria-describedby=${detail === '' ? nothing : 'detail'}
            ?disabled=${this.disabled}
            @input=${this.#onInput}
            @change=${this.#onChange}
            @pointerdown=${() => (this.#grabbedAt = this.shown)}
            @pointerup=${this.#settle}
            @pointercancel=${this.#takeBack}
            @blur=${this.#settle}
          />
          ${was === null || was === shown ? nothing : html`<span class="was"></span>`}
        </div>
        <div class="stepper">
          ${this.#stepButton(-1, '\u2212', `Less: ${label}`)}
          <tandem-number
            .label=${label}
            .value=${shown}
            .unit=${this.unit}
            .currency=${this.currency}
            .lowest=${this.lowest}
            .highest=${this.highest}
            ?disabled=${this.disabled}
            @change=${this.#onNumber}
          ></tandem-number>
          ${this.#stepButton(1, '+', `More: ${label}`)}
        </div>
        <p class="detail" id="detail">${detail}</p>
      </div>
    `;
  }

  #hill(): TemplateResult | typeof nothing {
    if (this.quantiles.length === 0) return nothing;
    const places = this.quantiles.map((value) => this.#scale.placeOf(value));
    return html`<svg
      class="hill"
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${hillTemplate(places)}
    </svg>`;
  }

  #stepButton(direction: -1 | 1, sign: string, label: string): TemplateResult {
    const action = { act: () => this.#step(direction), end: () => this.#settle() };
    const stop = () => this.#hold.stop();
    return html`<button
      type="button"
      aria-label=${label}
      ?disabled=${this.disabled || this.#next(direction) === this.shown}
      @pointerdown=${(event: PointerEvent) => this.#hold.start(event, action)}
      @pointerup=${stop}
      @pointerleave=${stop}
      @pointercancel=${() => this.#hold.cancel()}
      @click=${(event: MouseEvent) => this.#hold.click(event, action)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #next(direction: -1 | 1): number {
    const { highest, lowest, shown, was } = this;
    const next = nextValue(this.#scale, shown, direction, was);
    return Math.min(Math.max(highest, shown), Math.max(Math.min(lowest, shown), next));
  }

  #step(direction: -1 | 1): void {
    const next = this.#next(direction);
    if (next !== this.shown) this.#move(next);
  }

  #onInput(event: Event): void {
    event.stopPropagation();
    const range = event.target as HTMLInputElement;
    const step = Number(range.value);
    const { was } = this;
    const { placeOf, steps, valueAt } = this.#scale;
    // Where it was before is a stop too, however many digits it has.
    const isStop = was !== null && Math.round(placeOf(was) * steps) === step;
    const value = isStop ? was : valueAt(step);
    const possible = Math.min(this.highest, Math.max(this.lowest, value));
    if (possible !== value) range.value = String(Math.round(placeOf(possible) * steps));
    this.#move(possible);
  }

  #onChange(event: Event): void {
    event.stopPropagation();
    this.#settle();
  }

  /** A finger came down on the slider only to scroll the page. */
  #takeBack(): void {
    if (this.#isMoving) this.#move(this.#grabbedAt);
    this.#settle();
  }

  #onNumber(event: Event): void {
    event.stopPropagation();
    this.#move((event.target as TandemNumber).value);
    this.#settle();
  }

  #move(value: number): void {
    this.#isMoving = true;
    this.own = value;
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #settle(): void {
    if (!this.#isMoving) return;
    this.#isMoving = false;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (this.own === this.value) this.own = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-slider': TandemSlider;
  }
}
