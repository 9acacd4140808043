import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { TandemCommandEvent, TandemOpenEvent } from './events.ts';
import type { ScenarioCommand } from './events.ts';
import { loadLibrary } from './load-library.ts';
import { messageOf } from './message-of.ts';
import { tokens } from './tokens.ts';

/** A scenario that a page offers. */
export interface OfferedScenario {
  readonly label: string;
  /** Address of its file. */
  readonly src: string;
}

/**
 * What can be done with a scenario as a whole: choose another, open a file, undo, start anew, save,
 * share, keep.
 *
 * @fires tandem-command - Undo, redo, reset, save, share, print or a file was asked for.
 * @fires tandem-open - Files were opened, or another scenario chosen.
 */
export class TandemScenarioBar extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        font-size: 0.875rem;
      }

      .bar,
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      .bar {
        justify-content: space-between;
        row-gap: 0.75rem;
      }

      .scenario {
        display: flex;
        flex: 0 1 auto;
        gap: 0.5rem;
        align-items: center;
        min-width: 0;
        max-width: 100%;
        margin: 0;
      }

      select {
        flex: 0 1 auto;
        min-width: 0;
        font-weight: 600;
        text-overflow: ellipsis;
      }

      .said {
        min-height: 1.5em;
        margin: 0.25rem 0 0;
        color: var(--quiet);
      }

      .kept {
        margin-bottom: 1rem;
      }

      .kept summary {
        padding-block: 0.25rem;
        cursor: pointer;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Name of the scenario. */
  @property() accessor name = '';
  @property({ attribute: false }) accessor offered: readonly OfferedScenario[] = [];
  /** Address of the scenario that is shown, where it is one of those offered. */
  @property() accessor src: string | null = null;
  /** Whether anything was changed. */
  @property({ attribute: false }) accessor canReset = false;
  @property({ attribute: false }) accessor canUndo = false;
  @property({ attribute: false }) accessor canRedo = false;
  /** The scenario with what was changed, as the text of a file; null until it has run. */
  @property({ attribute: false }) accessor saved: string | null = null;
  /** What it gave, to be kept with it. */
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** Whether the result is older than the scenario. */
  @property({ attribute: false }) accessor stale = false;
  /** Whether the page keeps changes in its address, so that the address can be shared. */
  @property({ attribute: false }) accessor canShare = false;
  /** What was done last, in words. */
  @property() accessor said = '';
  /** Why what is kept cannot be shown. */
  @state() private accessor failure = '';

  /** A choice that could not be opened is taken back. */
  protected override updated(): void {
    const isOffered = this.offered.some(({ src }) => src === this.src);
    const select = this.renderRoot.querySelector('select');
    if (select !== null) select.value = isOffered ? (this.src ?? '') : '';
  }

  override render(): TemplateResult {
    return html`
      <div class="bar" role="group" aria-label="Scenario">
        ${this.#scenario()}
        <div class="tools">
          <label class="button file">
            Open file
            <input
              type="file"
              accept=".json,.jsonc,application/json"
              multiple
              aria-label="Open a scenario file"
              @change=${this.#open}
            />
          </label>
          ${this.#button('save', 'Save file', this.saved === null)}
          ${this.canShare ? this.#button('share', 'Copy link', false) : nothing}
          ${this.#button('print', 'Print', this.saved === null)}
          <tandem-hand-over
            ?disabled=${this.saved === null}
            @tandem-command=${this.#passOn}
          ></tandem-hand-over>
        </div>
        <div class="tools">
          ${this.#button('undo', 'Undo', !this.canUndo)}
          ${this.#button('redo', 'Redo', !this.canRedo)}
          ${this.#button('reset', 'Reset all', !this.canReset)}
        </div>
      </div>
      <p class="said" role="status">${this.said}</p>
      <details class="kept" @toggle=${this.#openKept}>
        <summary>Kept in this browser</summary>
        <tandem-library
          .saved=${this.saved}
          .result=${this.result}
          .currency=${this.currency}
          ?stale=${this.stale}
          @tandem-open=${({ opened }: TandemOpenEvent) => this.dispatchEvent(new TandemOpenEvent(opened))}
          >${this.failure || 'Fetching …'}</tandem-library
        >
      </details>
    `;
  }

  #scenario(): TemplateResult {
    const { name, offered, src } = this;
    if (offered.length < 2)
      return html`<p class="scenario">
        <span>Scenario: <strong>${name}</strong></span>
      </p>`;
    const isOffered = offered.some((each) => each.src === src);
    return html`
      <label class="scenario"
        >Scenario
        <select @change=${this.#choose}>
          ${isOffered ? nothing : html`<option value="" selected>${name}</option>`}
          ${offered.map(
            (each) =>
              html`<option value=${each.src} ?selected=${each.src === src}>${each.label}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #button(command: ScenarioCommand, label: string, disabled: boolean): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${disabled}
      @click=${() => this.dispatchEvent(new TandemCommandEvent(command))}
    >
      ${label}
    </button>`;
  }

  #passOn({ command }: TandemCommandEvent): void {
    this.dispatchEvent(new TandemCommandEvent(command));
  }

  #choose({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    if (value !== '') this.dispatchEvent(new TandemOpenEvent(value));
  }

  #open({ target }: Event): void {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file, mended, can be opened again.
    input.value = '';
    if (files.length > 0) this.dispatchEvent(new TandemOpenEvent(files));
  }

  /** What is kept is looked up only when somebody wants to see it. */
  #openKept({ target }: Event): void {
    this.failure = '';
    if ((target as HTMLDetailsElement).open)
      loadLibrary().catch((error: unknown) => (this.failure = messageOf(error)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-scenario-bar': TandemScenarioBar;
  }
}
