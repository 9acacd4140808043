import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { TandemCommandEvent } from './events.ts';
import type { ScenarioCommand } from './events.ts';
import { tokens } from './tokens.ts';

const offered: readonly (readonly [ScenarioCommand, string, string])[] = [
  ['report', 'Report', 'a page for a board, prints to A4 (.html)'],
  ['xlsx', 'Workbook', 'with formulas that compute (.xlsx)'],
  ['csv', 'Figures', 'each in a row of its own (.csv)'],
  ['sipmath', 'Trials', '10,000 futures for other tools (SIPmath)'],
  ['result', 'Result', 'to be verified by others (.json)'],
];

/**
 * The files in which an answer leaves the page. Nothing is sent anywhere: each is made here.
 *
 * @fires tandem-command - A file was asked for.
 */
export class TandemHandOver extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        position: relative;
      }

      summary {
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::after {
        content: '\\25be' / '';
      }

      :host([disabled]) summary {
        border-color: var(--line);
        color: var(--faint);
        pointer-events: none;
      }

      ul {
        position: absolute;
        z-index: 2;
        inset-inline-end: 0;
        min-width: 17rem;
        margin: 0.25rem 0 0;
        padding: 0.25rem;
        border: 1px solid var(--axis);
        border-radius: var(--radius);
        background: var(--surface);
        list-style: none;
      }

      li button {
        display: block;
        width: 100%;
        border-color: transparent;
      }

      small {
        display: block;
        color: var(--quiet);
        font-size: 0.8125rem;
      }

      @media (max-width: 40rem) {
        ul {
          inset-inline: 0 auto;
        }
      }
    `,
  ];

  /** Whether there is nothing to hand over. */
  @property({ type: Boolean, reflect: true }) accessor disabled = false;
  @query('details') private accessor menu: HTMLDetailsElement | null = null;

  override render(): TemplateResult {
    return html`<details @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <summary class="button" aria-disabled=${this.disabled} tabindex=${this.disabled ? -1 : 0}>
        Hand over
      </summary>
      <ul>
        ${offered.map(
          ([kind, label, about]) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(kind)}>
                ${label} <small>${about}</small>
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #choose(kind: ScenarioCommand): void {
    this.#close();
    this.dispatchEvent(new TandemCommandEvent(kind));
  }

  #close(): void {
    if (this.menu === null) return;
    this.menu.open = false;
    this.menu.querySelector('summary')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.menu?.open !== true) return;
    event.preventDefault();
    this.#close();
  }

  #onLeave({ relatedTarget }: FocusEvent): void {
    const goesTo = relatedTarget as Node | null;
    if (this.menu !== null && goesTo !== null && !this.menu.contains(goesTo))
      this.menu.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-hand-over': TandemHandOver;
  }
}
