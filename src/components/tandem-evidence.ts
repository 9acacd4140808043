import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { evidenceEntries } from '../present/evidence-entries.ts';
import type { EvidenceEntry, EvidenceSource } from '../present/evidence-entries.ts';
import type { Evidence } from '../schema/evidence.ts';
import { TandemEvidenceWantedEvent } from './events.ts';
import { tokens } from './tokens.ts';

const none: readonly string[] = [];

/**
 * Why an input has its value: what the scenario says of it, and the facts, assumptions and claims
 * that the model names for it. A claim is shown as a claim.
 *
 * @fires tandem-evidence-wanted - The register of evidence is not there yet.
 */
export class TandemEvidence extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        font-size: 0.875rem;
      }

      .own {
        margin: 0 0 0.75rem;
      }

      ol {
        display: grid;
        gap: 1rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding-inline-start: 0.75rem;
        border-inline-start: 2px solid var(--axis);
      }

      li.claim {
        border-inline-start-style: dashed;
      }

      .kind {
        margin: 0;
        color: var(--quiet);
        font-size: 0.8125rem;
      }

      .kind strong {
        color: var(--ink);
      }

      .statement {
        max-width: 62ch;
        margin: 0.125rem 0 0;
        text-wrap: pretty;
      }

      .details {
        max-width: 62ch;
        margin: 0.25rem 0 0;
        color: var(--quiet);
        text-wrap: pretty;
      }

      .sources {
        margin: 0.25rem 0 0;
        overflow-wrap: anywhere;
      }

      a {
        display: inline-block;
        min-height: 1.5rem;
        color: inherit;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  /** The register; null until somebody has asked for it. */
  @property({ attribute: false }) accessor evidence: Evidence | null = null;
  /** Ids of what the model names for the input. */
  @property({ attribute: false }) accessor ids: readonly string[] = none;
  /** What the scenario says of its value. */
  @property() accessor source: string | null = null;
  @property() accessor note: string | null = null;

  @state() private accessor failure = '';

  #hasAsked = false;

  protected override updated(): void {
    if (this.evidence !== null || this.#hasAsked || this.#named().length === 0) return;
    this.#hasAsked = true;
    this.dispatchEvent(new TandemEvidenceWantedEvent((message) => (this.failure = message)));
  }

  /** A scenario that gives an id as its source means that entry. */
  #named(): readonly string[] {
    const named = (this.source ?? '')
      .split(/[;,]\s*/)
      .filter((part) => /^[A-Z]\d+[a-z]?$/.test(part));
    return [...new Set([...named, ...this.ids])];
  }

  override render(): TemplateResult {
    const { evidence, note } = this;
    const ids = this.#named();
    const entries = evidence === null ? [] : evidenceEntries(ids, evidence);
    const cited = this.source !== null && !ids.includes(this.source) ? this.source : null;
    return html`
      ${note === null ? nothing : html`<p class="own"><strong>The scenario says:</strong> ${note}</p>`}
      ${cited === null ? nothing : html`<p class="own">Source: ${cited}</p>`}
      ${
        ids.length > 0 && evidence === null
          ? html`<p class="own" role="status">${this.failure || 'Looking up the evidence …'}</p>`
          : entries.length === 0
            ? html`<p class="own">Nothing else is recorded for this value.</p>`
            : html`<ol>
                ${entries.map(item)}
              </ol>`
      }
    `;
  }
}

function item({
  details,
  id,
  isClaim,
  kind,
  sources,
  statement,
  title,
}: EvidenceEntry): TemplateResult {
  return html`
    <li class=${isClaim ? 'claim' : nothing}>
      <p class="kind">
        <strong>${kind}</strong>${title === '' ? nothing : html`: ${title}`} (${id})
      </p>
      <p class="statement">${statement}</p>
      ${details.length === 0 ? nothing : html`<p class="details">${details.join(' ')}</p>`}
      ${sources.length === 0 ? nothing : html`<p class="sources">${sources.map(link)}</p>`}
    </li>
  `;
}

function link({ title, url }: EvidenceSource): TemplateResult {
  return url === ''
    ? html`<span>${title}</span> `
    : html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a> `;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-evidence': TandemEvidence;
  }
}
