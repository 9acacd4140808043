import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { TandemCommandEvent, TandemOpenEvent } from './events.ts';
import type { ScenarioCommand } from './events.ts';
import { tokens } from './tokens.ts';

/** A scenario that a page offers. */
export interface OfferedScenario {
  readonly label: string;
  /** Address of its file. */
  readonly src: string;
}

/**
 * What can be done with a scenario as a whole: choose another, open a file, undo, start anew, save,
 * share.
 */
export class TandemScenarioBar extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        font-size: 0.875rem;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      .about {
        flex: 1 1 18rem;
        margin: 0;
        color: var(--quiet);
      }

      .about strong {
        color: var(--ink);
      }

      .file {
        position: relative;
      }

      .file input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }

      .file:focus-within {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }

      .said {
        flex-basis: 100%;
        margin: 0;
        color: var(--quiet);
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
  /** How many inputs were changed. */
  @property({ type: Number }) accessor changed = 0;
  @property({ attribute: false }) accessor canUndo = false;
  @property({ attribute: false }) accessor canRedo = false;
  @property({ attribute: false }) accessor canSave = false;
  /** Whether the page keeps changes in its address, so that the address can be shared. */
  @property({ attribute: false }) accessor canShare = false;
  /** What was done last, in words. */
  @property() accessor said = '';

  override render(): TemplateResult {
    const { changed, name, offered, src } = this;
    const inputs = changed === 1 ? '1 input changed' : `${changed} inputs changed`;
    return html`
      <div class="bar" role="group" aria-label="Scenario">
        <p class="about">
          Scenario: <strong>${name}</strong>${changed === 0 ? nothing : html`, ${inputs}`}
        </p>
        ${
          offered.length < 2
            ? nothing
            : html`
                <select aria-label="Choose a scenario" @change=${this.#choose}>
                  ${src === null ? html`<option value="" selected>Own file</option>` : nothing}
                  ${offered.map(
                    (each) =>
                      html`<option value=${each.src} ?selected=${each.src === src}>
                        ${each.label}
                      </option>`,
                  )}
                </select>
              `
        }
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
        ${this.#button('undo', 'Undo', !this.canUndo)}
        ${this.#button('redo', 'Redo', !this.canRedo)}
        ${this.#button('reset', 'Reset all', changed === 0)}
        ${this.#button('save', 'Save file', !this.canSave)}
        ${this.canShare ? this.#button('share', 'Copy link', false) : nothing}
        ${this.#button('print', 'Print', !this.canSave)}
        ${this.said === '' ? nothing : html`<p class="said" role="status">${this.said}</p>`}
      </div>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-scenario-bar': TandemScenarioBar;
  }
}
