import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readNumber } from '../present/read-number.ts';
import { unitWords } from '../present/unit-words.ts';
import { writeNumber } from '../present/write-number.ts';
import { numberStyles } from './number-styles.ts';
import { tokens } from './tokens.ts';

/**
 * A field for a number as people write it: 250k, HK$1.2 M, 12 %. What cannot be read is told beside
 * the field, which keeps it to be mended; the value stays as it was.
 *
 * @fires change - Another number was entered.
 */
export class TandemNumber extends LitElement {
  static override styles = [tokens, numberStyles];

  /** What the number is, for those who cannot see what stands around the field. */
  @property() accessor label = '';
  /** What stands above the field; nothing unless given. */
  @property() accessor caption = '';
  @property({ type: Number }) accessor value = 0;
  @property() accessor unit = '';
  @property() accessor currency: string | null = null;
  @property({ type: Number }) accessor lowest = -Infinity;
  @property({ type: Number }) accessor highest = Infinity;
  @property({ type: Boolean }) accessor disabled = false;
  /** What is wrong with the number among others, in plain words. */
  @property() accessor problem = '';
  /** What is being typed: nobody writes over it. */
  @state() private accessor typed: string | null = null;
  /** What was typed and cannot be read. */
  @state() private accessor unread: { readonly text: string; readonly problem: string } | null =
    null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value')) this.unread = null;
  }

  /** Goes to the field, with all of its text chosen. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const { after, before } = unitWords(this.unit, this.currency);
    const problem = this.unread?.problem ?? this.problem;
    return html`
      ${this.caption === '' ? nothing : html`<label for="field">${this.caption}</label>`}
      <div class=${problem === '' ? 'box' : 'box wrong'} @click=${() => this.focus()}>
        ${before === '' ? nothing : html`<span class="affix before" aria-hidden="true">${before}</span>`}
        <input
          id="field"
          type="text"
          inputmode="decimal"
          enterkeyhint="done"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-invalid=${problem === '' ? nothing : 'true'}
          aria-describedby=${problem === '' ? nothing : 'problem'}
          ?disabled=${this.disabled}
          .value=${this.typed ?? this.unread?.text ?? this.#text}
          @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
          @input=${this.#onInput}
          @change=${this.#onChange}
          @blur=${() => (this.typed = null)}
          @keydown=${this.#onKey}
        />
        ${after === '' ? nothing : html`<span class="affix after" aria-hidden="true">${after}</span>`}
      </div>
      <div role="alert">
        ${problem === '' ? nothing : html`<p class="problem" id="problem">${problem}</p>`}
      </div>
    `;
  }

  get #text(): string {
    const { size } = unitWords(this.unit, this.currency);
    return writeNumber(Number((this.value / size).toPrecision(12)));
  }

  /** What is typed is nobody's business until it is entered. */
  #onInput(event: Event): void {
    event.stopPropagation();
    this.typed = (event.target as HTMLInputElement).value;
  }

  #onChange(event: Event): void {
    event.stopPropagation();
    this.#read(event.target as HTMLInputElement);
  }

  #onKey({ key, target }: KeyboardEvent): void {
    const field = target as HTMLInputElement;
    if (key === 'Enter') this.#read(field);
    if (key !== 'Escape') return;
    [this.typed, this.unread] = [null, null];
    field.value = this.#text;
    field.select();
  }

  #read(field: HTMLInputElement): void {
    const { value: text } = field;
    this.typed = null;
    const read = text === this.#text ? { value: this.value } : readNumber(text, this);
    if ('problem' in read) {
      this.unread = { text, problem: read.problem };
      return;
    }
    const isNew = read.value !== this.value;
    this.unread = null;
    this.value = read.value;
    // As any other number is written: 250k becomes 250,000.
    field.value = this.#text;
    if (isNew) this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-number': TandemNumber;
  }
}
