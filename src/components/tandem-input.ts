import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { postureRole } from '../charts/posture-look.ts';
import { leafViews, sliderEnds, usualValues } from '../present/leaf-views.ts';
import type { LeafView } from '../present/leaf-views.ts';
import { nameInWords } from '../present/name-in-words.ts';
import { speakQuantity } from '../present/speak-quantity.ts';
import { unitWords } from '../present/unit-words.ts';
import type { Briefing, InputBriefing, Sketch } from '../schema/briefing.ts';
import { editedInput, rearrangedInput, scaledSketch, withValue } from '../schema/edited-input.ts';
import { leavesOf } from '../schema/edit-value.ts';
import type { Evidence } from '../schema/evidence.ts';
import { FormMemory } from '../schema/form-memory.ts';
import { moveLeaf } from '../schema/move-leaf.ts';
import { roughSketch } from '../schema/rough-sketch.ts';
import { bareQuantity, sameQuantity } from '../schema/same-quantity.ts';
import { sameValue } from '../schema/same-value.ts';
import { byPosture, byYear, variesBy } from '../schema/value-axes.ts';
import type { Quantity } from '../schema/value-form.ts';
import { controlStyles } from './control-styles.ts';
import { TandemEvidenceWantedEvent, TandemInputEvent } from './events.ts';
import { inputStyles } from './input-styles.ts';
import { leafPanelTemplate } from './leaf-panel-template.ts';
import { postureMarkTemplate as mark } from './posture-mark-template.ts';
import { roleStyles } from './role-styles.ts';
import { segmentedStyles, segmentedTemplate } from './segmented-template.ts';
import type { TandemSlider } from './tandem-slider.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/**
 * One input of the model: what it means, its value for each posture and year, how certain that is,
 * and why it is so.
 *
 * @fires tandem-input - It was changed, or its change taken back.
 * @fires tandem-evidence-wanted - The register of evidence is not there yet.
 */
export class TandemInput extends UnhurriedElement {
  static override styles = [tokens, controlStyles, segmentedStyles, roleStyles, inputStyles];

  @property({ attribute: false }) accessor input: InputBriefing | null = null;
  /** As it was before it was changed; null where that was never seen. */
  @property({ attribute: false }) accessor original: InputBriefing | null = null;
  @property({ attribute: false }) accessor postures: Briefing['postures'] = [];
  @property({ type: Number }) accessor years = 1;
  @property({ attribute: false }) accessor evidence: Evidence | null = null;
  @property({ type: Boolean }) accessor readonly = false;
  @state() private accessor isCertaintyOpen = false;
  @state() private accessor isEvidenceOpen = false;

  /** Goes to its first control. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('tandem-slider, input, .more button');
    first?.focus(options);
  }

  /** What is remembered of its leaves belongs to the scenario that they stand in. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('input')?.base;
    if (before === undefined || sameValue(before, this.input?.base)) return;
    this.#forms = new FormMemory();
    this.#spreads.clear();
  }

  /** Complete when its controls are there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isSettled = await super.getUpdateComplete();
    const sliders = [...this.renderRoot.querySelectorAll('tandem-slider')];
    await Promise.all(sliders.map(({ updateComplete }) => updateComplete));
    return isSettled;
  }

  override render(): TemplateResult | typeof nothing {
    const { input } = this;
    if (input === null) return nothing;
    const { words } = unitWords(input.unit, input.currency);
    const views = leafViews(input, this.original, this.postures);
    return html`
      <div
        role="group"
        aria-labelledby="label"
        aria-describedby=${input.help === '' ? nothing : 'help'}
      >
        <header>
          <h5>
            <span id="label">${input.label}</span>
            ${words === '' || endsWith(input.label, words) ? nothing : html`<span class="unit">${words}</span>`}
          </h5>
          ${this.#changed(input)}
        </header>
        ${input.help === '' ? nothing : html`<p class="help" id="help">${input.help}</p>`}
        <div class="rows">
          ${views.map((view, index) => (view.leaf.isMultiplier ? nothing : this.#row(input, view, index)))}
        </div>
        ${this.#more(input, views)}
      </div>
    `;
  }

  #changed({ changed, label }: InputBriefing): TemplateResult | typeof nothing {
    if (this.readonly && !changed) return nothing;
    return html`<span class=${changed ? 'changed' : 'changed not'}
      ><span class="word">changed</span>${
        this.readonly
          ? nothing
          : html`<button type="button" class="plain" @click=${() => this.#tell(null, true)}>
              Reset<span class="hidden"> ${label}</span>
            </button>`
      }</span
    >`;
  }

  #row(input: InputBriefing, view: LeafView, index: number): TemplateResult {
    const { caption, detail, leaf, middle, move, posture, reach, sketch, was } = view;
    const label = [input.label, caption].filter((part) => part !== '').join(', ');
    if (typeof leaf.quantity === 'string') return this.#words(input, view, label, index);
    if (this.readonly) {
      const text = middle === null ? '' : speakQuantity(middle, input.unit, input.currency);
      return html`<div class=${caption === '' ? 'plainly' : 'fixed'}>
        ${caption === '' ? nothing : html`<span class="name">${mark(posture)}${caption}</span>`}
        <span>${text}${detail === '' ? nothing : html` <small>${detail}</small>`}</span>
      </div>`;
    }
    const [min, max] = sliderEnds(input);
    const [lowest, highest] = reach;
    const moveTo = ({ target }: Event, settled: boolean) =>
      this.#move(view, index, (target as TandemSlider).shown, settled);
    return html`<tandem-slider
      .label=${label}
      .caption=${caption}
      .detail=${detail}
      .value=${middle ?? 0}
      .min=${min}
      .max=${max}
      .lowest=${lowest}
      .highest=${highest}
      .unit=${input.unit}
      .currency=${input.currency}
      .was=${was}
      .usual=${this.#usual(input)}
      .quantiles=${sketch?.quantiles ?? none}
      .tone=${posture === null ? '' : postureRole(posture)}
      ?disabled=${move === null}
      @input=${(event: Event) => moveTo(event, false)}
      @change=${(event: Event) => moveTo(event, true)}
      >${mark(posture, 'mark')}</tandem-slider
    >`;
  }

  #words(input: InputBriefing, { leaf }: LeafView, label: string, index: number): TemplateResult {
    const chosen = typeof leaf.quantity === 'string' ? leaf.quantity : '';
    return segmentedTemplate({
      legend: label,
      name: `word-${index}`,
      options: (input.choices ?? [chosen]).map((value) => ({ value, label: nameInWords(value) })),
      chosen,
      isDisabled: this.readonly,
      choose: (word) => this.#change(index, word, null, true),
    });
  }

  #more(input: InputBriefing, views: readonly LeafView[]): TemplateResult {
    const isNumber = input.choices === null;
    const hasEvidence = input.evidence.length > 0 || input.source !== null || input.note !== null;
    const certainty = isNumber && !this.readonly;
    return html`
      <div class="more">
        ${
          certainty
            ? html`<button
                type="button"
                class="plain fold"
                aria-expanded=${this.isCertaintyOpen}
                @click=${() => (this.isCertaintyOpen = !this.isCertaintyOpen)}
              >
                How certain is it?
              </button>`
            : nothing
        }
        ${
          hasEvidence
            ? html`<button
                type="button"
                class="plain fold"
                aria-expanded=${this.isEvidenceOpen}
                @click=${() => (this.isEvidenceOpen = !this.isEvidenceOpen)}
              >
                Why this value?
              </button>`
            : nothing
        }
        ${this.#spread(input, 'posture')}
      </div>
      ${certainty && this.isCertaintyOpen ? this.#certainty(input, views) : nothing}
      ${
        this.isEvidenceOpen
          ? html`<div class="panel">
              <tandem-evidence
                .evidence=${this.evidence}
                .ids=${input.evidence}
                .source=${input.source}
                .note=${input.note}
                @tandem-evidence-wanted=${({ fail }: TandemEvidenceWantedEvent) => this.dispatchEvent(new TandemEvidenceWantedEvent(fail))}
              ></tandem-evidence>
            </div>`
          : nothing
      }
    `;
  }

  #certainty(input: InputBriefing, views: readonly LeafView[]): TemplateResult {
    return html`<div class="panel">
      ${views.map((view, index) =>
        leafPanelTemplate({
          input,
          view,
          index,
          memory: this.#forms,
          change: (leaf) => this.#reshape(index, leaf),
        }),
      )}
      ${this.#spread(input, 'year')}
    </div>`;
  }

  /** A button that gives each posture or year a value of its own. */
  #spread(input: InputBriefing, axis: 'posture' | 'year'): TemplateResult | typeof nothing {
    if (this.readonly || !input.by.includes(axis) || variesBy(input.value, axis)) return nothing;
    const spread = (): void => {
      const value =
        axis === 'year'
          ? byYear(input.value, this.years)
          : byPosture(
              input.value,
              this.postures.map(({ id }) => id),
            );
      this.#tell(rearrangedInput(input, value), true);
    };
    return html`<button type="button" class="spread" @click=${spread}>
      Set for each ${axis}
    </button>`;
  }

  #forms = new FormMemory();
  /** How leaves spread that were moved to 0, where nothing spreads: so that they do again when moved on. */
  readonly #spreads = new Map<number, Spread>();
  #usualOf: InputBriefing['base'] | null = null;
  #usualValues: readonly number[] = [];

  /** The same list while the scenario is the same, so that sliders keep their scale. */
  #usual(input: InputBriefing): readonly number[] {
    if (JSON.stringify(this.#usualOf) !== JSON.stringify(input.base)) {
      this.#usualOf = input.base;
      this.#usualValues = usualValues(input);
    }
    return this.#usualValues;
  }

  #move(view: LeafView, index: number, to: number, settled: boolean): void {
    const { input, original } = this;
    const spread = view.leaf.quantity === 0 ? this.#spreads.get(index) : undefined;
    const { middle, move, quantity, sketch: drawn } = spread ?? spreadOf(view);
    if (input === null || move === null || middle === null) return;
    if (to === view.was && typeof quantity === 'object') {
      // Back where it was: the very same words, not a multiple of a multiple.
      const given = leavesOf(input.base)[index];
      if (given !== undefined) {
        this.#change(index, given.quantity, original?.sketches[given.pointer] ?? null, settled);
        return;
      }
    }
    // What is too small or too large to be multiplied is the number that the slider says, all the same.
    const moved = to === middle ? quantity : (moveLeaf(quantity, to, move) ?? to);
    if (to === 0 && typeof quantity === 'object')
      this.#spreads.set(index, spread ?? spreadOf(view));
    // A number is drawn by the multiplier around it, if at all.
    const own = typeof moved === 'object' ? drawn : null;
    const sketch = own === null || to === middle ? own : scaledSketch(own, to / move.middle);
    this.#change(index, moved, sketch, settled);
  }

  /** Another form or other numbers: drawn as it was before, or roughly, until a run has told. */
  #reshape(index: number, leaf: Quantity): void {
    this.#spreads.delete(index);
    const given = this.input === null ? undefined : leavesOf(this.input.base)[index];
    const isGiven = given !== undefined && sameQuantity(given.quantity, leaf);
    const before = isGiven ? (this.original?.sketches[given.pointer] ?? null) : null;
    this.#change(index, leaf, before ?? roughSketch(leaf), true);
  }

  /** A leaf is told by its place among all: what is drawn may be of a value that was written otherwise. */
  #change(index: number, leaf: Quantity, sketch: Sketch | null, settled: boolean): void {
    const { input } = this;
    const pointer = input === null ? undefined : leavesOf(input.value)[index]?.pointer;
    if (input === null || pointer === undefined) return;
    this.#tell(editedInput(input, pointer, leaf, sketch), settled);
  }

  /** Shown at once: what is changed next builds on it, whether or not it has been drawn. */
  #tell(input: InputBriefing | null, settled: boolean): void {
    const { input: before, original } = this;
    if (before === null) return;
    this.input = input ?? original ?? { ...withValue(before, before.base), sketches: {} };
    this.dispatchEvent(new TandemInputEvent(before.name, input, settled));
  }
}

/** A leaf, and how it is moved as a whole. */
interface Spread extends Pick<LeafView, 'middle' | 'move' | 'sketch'> {
  readonly quantity: Quantity;
}

function spreadOf({ leaf, middle, move, sketch }: LeafView): Spread {
  return { quantity: bareQuantity(leaf.quantity), middle, move, sketch };
}

const none: readonly number[] = [];

/** A label that ends in its unit needs no other. */
function endsWith(label: string, words: string): boolean {
  return label.toLowerCase().endsWith(words.toLowerCase());
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-input': TandemInput;
  }
}
