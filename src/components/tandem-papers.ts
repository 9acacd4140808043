import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { lawName } from '../present/lawfulness-in-words.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { messageOf } from './message-of.ts';
import type { PaperKind } from './save-papers.ts';
import { nothingYet } from './tandem-figure.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';

const offered: readonly (readonly [PaperKind, string, string])[] = [
  ['register', 'Register', 'each flow with its verdicts, for a spreadsheet (.csv)'],
  ['checklist', 'Filing checklist', 'what is filed, with whom and by when (.html)'],
  ['deadlines', 'Deadlines', 'for a calendar (.ics)'],
];

/**
 * The map of the transfers, and the papers of a case as files: register, filing checklist, deadlines,
 * and a memo for each flow that needs no transfer mechanism. What makes them is fetched when it is
 * asked for; nothing is sent anywhere.
 */
export class TandemPapers extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      ul {
        display: grid;
        gap: 0.5rem;
        margin: 1rem 0 0.5rem;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.25rem 0.75rem;
      }

      button {
        max-width: 100%;
        overflow-wrap: anywhere;
        text-align: start;
      }

      .quiet,
      p {
        color: var(--quiet);
        font-size: 0.875rem;
      }

      p {
        min-height: 1.25rem;
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  /** Whether the result is older than the answers. */
  @property({ type: Boolean }) accessor stale = false;
  @state() private accessor draw: DrawScene = nothingYet;
  /** What was done last, in words. */
  @state() private accessor said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('result')) void this.#prepareMap();
  }

  override render(): TemplateResult | typeof nothing {
    const law = this.result?.law;
    if (law === undefined) return nothing;
    const { flows } = law;
    const free = flows.flatMap(({ exists, mechanisms, name }, index) =>
      mechanisms.flatMap(({ regime, status }) =>
        exists === true && status === 'none' ? [{ index, name, regime }] : [],
      ),
    );
    return html`
      <tandem-figure .draw=${this.draw}></tandem-figure>
      <ul>
        ${offered.map(([kind, label, about]) => this.#item(kind, label, about))}
        ${free.map(({ index, name, regime }) =>
          this.#item(
            { index, regime },
            `Memo: ${name}`,
            `why ${lawName(law, regime)} asks for no transfer mechanism, to sign (.html)`,
          ),
        )}
      </ul>
      <p role="status">${this.said}</p>
    `;
  }

  #item(kind: PaperKind, label: string, about: string): TemplateResult {
    return html`<li>
      <button type="button" ?disabled=${this.stale} @click=${() => this.#save(kind)}>
        ${label}
      </button>
      <span class="quiet">${about}</span>
    </li>`;
  }

  async #prepareMap(): Promise<void> {
    const law = this.result?.law;
    if (law === undefined) return;
    const papers = await import('./save-papers.ts').catch(messageOf);
    if (typeof papers === 'string') this.said = papers;
    // Another result may have come meanwhile.
    else if (this.result?.law === law) this.draw = papers.mapDrawing(law);
  }

  async #save(kind: PaperKind): Promise<void> {
    const { briefing, result } = this;
    if (briefing === null || result === null) return;
    const papers = await import('./save-papers.ts').catch(messageOf);
    this.said = typeof papers === 'string' ? papers : papers.savePaper(kind, briefing, result);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-papers': TandemPapers;
  }
}
