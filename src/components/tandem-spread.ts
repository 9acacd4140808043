import { css, html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { tripleNames, tripleProblems } from '../present/triple-problems.ts';
import type { TripleContext } from '../present/triple-problems.ts';
import type { Triple } from '../schema/leaf-form.ts';
import type { TandemNumber } from './tandem-number.ts';
import { tokens } from './tokens.ts';

/**
 * The three numbers of a range or of percentiles, side by side. What does not fit together is told
 * beside the number that was changed, and waits until the others follow.
 *
 * @fires change - The three numbers fit together and are others than before.
 */
export class TandemSpread extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        container-type: inline-size;
      }

      fieldset {
        display: grid;
        gap: 0.5rem 0.75rem;
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }

      legend {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      @container (min-width: 24rem) {
        fieldset {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          align-items: start;
        }
      }
    `,
  ];

  /** What the numbers are of. */
  @property() accessor label = '';
  @property() accessor form: TripleContext['form'] = 'range';
  @property({ attribute: false, hasChanged: isOtherTriple }) accessor triple: Triple = [0, 0, 1];
  @property() accessor unit = '';
  @property() accessor currency: string | null = null;
  @property({ type: Number }) accessor lowest = -Infinity;
  @property({ type: Number }) accessor highest = Infinity;
  /** Bounds of the curve through percentiles. */
  @property({ attribute: false }) accessor bounds: TripleContext['bounds'] = {};
  /** What was entered and does not fit together yet. */
  @state() private accessor draft: Triple | null = null;
  #changed = 1;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('triple') || changed.has('form')) this.draft = null;
  }

  override render(): TemplateResult {
    const { currency, form, highest, label, lowest, unit } = this;
    const triple = this.draft ?? this.triple;
    const problems = this.#problems(triple);
    return html`
      <fieldset>
        <legend>${label}</legend>
        ${tripleNames[form].map(
          (name, index) => html`
            <tandem-number
              .label=${`${name}: ${label}`}
              .caption=${name}
              .value=${triple[index] ?? 0}
              .unit=${unit}
              .currency=${currency}
              .lowest=${lowest}
              .highest=${highest}
              .problem=${problems[index] ?? ''}
              @change=${(event: Event) => this.#onChange(event, index)}
            ></tandem-number>
          `,
        )}
      </fieldset>
    `;
  }

  #problems(triple: Triple): ReturnType<typeof tripleProblems> {
    const { bounds, currency, form, unit } = this;
    return tripleProblems(triple, { form, unit, currency, bounds, changed: this.#changed });
  }

  #onChange(event: Event, index: number): void {
    event.stopPropagation();
    const { value } = event.target as TandemNumber;
    const [low, middle, high] = (this.draft ?? this.triple).map((each, at) =>
      at === index ? value : each,
    );
    const triple: Triple = [low ?? 0, middle ?? 0, high ?? 0];
    this.#changed = index;
    this.draft = triple;
    if (this.#problems(triple).some((problem) => problem !== '')) return;
    this.triple = triple;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** The same numbers drawn again are no others: what does not fit together yet stays. */
function isOtherTriple(now: Triple, before: Triple | undefined): boolean {
  return before === undefined || now.some((each, index) => each !== before[index]);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-spread': TandemSpread;
  }
}
