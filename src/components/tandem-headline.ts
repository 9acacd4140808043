import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { headline } from '../present/headline.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { switchingSentence } from '../present/switching.ts';
import type { Result } from '../schema/result.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';
import { isFound, searchInWords } from './switching-search.ts';
import type { SwitchingSearch } from './switching-search.ts';

/**
 * The answer in words: which posture costs least, in how many futures, by how much, and what to
 * keep in mind.
 */
export class TandemHeadline extends UnhurriedElement {
  static override styles = [
    tokens,
    css`
      h2 {
        max-width: 34ch;
        margin: 0;
        font-size: clamp(1.5rem, 1.1rem + 2cqi, 2.25rem);
        line-height: 1.2;
        text-wrap: balance;
      }

      p {
        max-width: 62ch;
        margin: 0.75rem 0 0;
        font-size: 1.125rem;
        text-wrap: pretty;
      }

      .warning {
        padding-inline-start: 0.75rem;
        border-inline-start: 3px solid var(--alarm);
        font-size: 1rem;
      }

      /* As high as it will be, so that nothing below moves when it is known. */
      .change {
        min-height: 4.5em;
        color: var(--quiet);
        font-size: 1rem;
      }

      @container (max-width: 40rem) {
        .change {
          min-height: 9em;
        }
      }

      @media print {
        h2 {
          font-size: 1.5rem;
        }

        p {
          max-width: none;
          margin-top: 0.375rem;
          font-size: 0.875rem;
        }

        /* It stands as a table on the same page. */
        .change {
          display: none;
        }
      }

      :host([compact]) h2 {
        max-width: 60ch;
        font-size: 1.0625rem;
        line-height: 1.35;
      }

      :host([compact]) p {
        font-size: 0.875rem;
      }

      /* It stays in sight above the inputs, which need the room. */
      @container (max-width: 59.99rem) {
        :host([compact]) p {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** What would change the answer, once it is known. */
  @property({ attribute: false }) accessor switching: SwitchingSearch = null;
  /** Without what would change the answer. */
  @property({ type: Boolean }) accessor brief = false;
  /** Small, and without warnings: beside the inputs while they are changed. */
  @property({ type: Boolean, reflect: true }) accessor compact = false;

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (result === null) return nothing;
    const { sentence, detail } = headline(result, this.currency);
    const change =
      result.answer.option === null
        ? ''
        : isFound(this.switching)
          ? switchingSentence(result, this.switching, this.currency)
          : searchInWords(this.switching);
    const warnings = this.compact ? [] : result.warnings;
    return html`
      ${this.compact ? html`<h2 aria-hidden="true">${sentence}</h2>` : html`<h2>${sentence}</h2>`}
      ${detail === '' ? nothing : html`<p>${detail}</p>`}
      ${this.compact || this.brief ? nothing : html`<p class="change">${change}</p>`}
      ${warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-headline': TandemHeadline;
  }
}
