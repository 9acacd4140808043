import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { claimsInWords, heldInWords, verdictCounts } from '../present/claims-in-words.ts';
import type { ClaimInWords } from '../present/claims-in-words.ts';
import { evidenceKinds } from '../present/evidence-entries.ts';
import { allEvidence, findEvidence } from '../present/find-evidence.ts';
import type { EvidenceFilter } from '../present/find-evidence.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { ClaimResult } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { TandemEvidenceWantedEvent } from './events.ts';
import { Folds, foldStyles, foldTemplate } from './fold-template.ts';
import { lawStyles } from './law-styles.ts';
import { registerStyles } from './register-styles.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

const noClaims: readonly ClaimResult[] = [];

/**
 * What the published article claims, what the model gives instead, and the verdict; and the register
 * of all facts, assumptions and claims, with filters.
 *
 * @fires tandem-evidence-wanted - The register of evidence is not there yet.
 */
export class TandemRegister extends UnhurriedElement {
  static override styles = [tokens, controlStyles, foldStyles, lawStyles, registerStyles];

  @property({ attribute: false }) accessor claims: readonly ClaimResult[] = noClaims;
  /** The register; null until somebody has asked for it. */
  @property({ attribute: false }) accessor evidence: Evidence | null = null;
  /** The verdict that claims are shown of; '' for all. */
  @state() private accessor verdict = '';
  @state() private accessor filter: EvidenceFilter = allEvidence;
  /** Why the register cannot be shown. */
  @state() private accessor failure = '';
  readonly #folds = new Folds(() => this.requestUpdate());

  override render(): TemplateResult {
    const claims = claimsInWords(this.claims);
    return html`
      <section aria-labelledby="register" @tandem-evidence-wanted=${this.#want}>
        <h3 id="register">What is claimed, and what it rests on</h3>
        <p class="lead">
          ${
            claims.length === 0
              ? nothing
              : html`<strong>${heldInWords(claims)}</strong> A vendor’s article made them; each is
                  set against the model and the law.`
          }
        </p>
        ${claims.length === 0 ? nothing : this.#claims(claims)}
        ${foldTemplate(
          {
            folds: this.#folds,
            name: 'evidence',
            title: 'The register of evidence',
            aside: 'law, statistics, assumptions and claims, with sources',
            look: 'section',
          },
          () => this.#evidence(),
        )}
      </section>
    `;
  }

  #claims(claims: readonly ClaimInWords[]): TemplateResult {
    const counts = verdictCounts(claims);
    return foldTemplate(
      {
        folds: this.#folds,
        name: 'claims',
        title: 'Published claims, one by one',
        aside: counts.map(({ count, label }) => `${count} ${label.toLowerCase()}`).join(', '),
        look: 'section',
      },
      () => {
        const shown = claims.filter(
          ({ verdicts }) => this.verdict === '' || verdicts.includes(this.verdict),
        );
        return html`
          <div class="filters">
            <label>
              Verdict
              <select
                .value=${live(this.verdict)}
                @change=${({ target }: Event) => (this.verdict = (target as HTMLSelectElement).value)}
              >
                <option value="">All (${claims.length})</option>
                ${counts.map(
                  ({ count, label, verdict }) =>
                    html`<option value=${verdict}>${label} (${count})</option>`,
                )}
              </select>
            </label>
          </div>
          ${shown.map((claim) => this.#claim(claim))}
        `;
      },
    );
  }

  #claim(claim: ClaimInWords): TemplateResult {
    const { evidence, figures, id, isFlagged, kind, law, statement, verdict, why } = claim;
    return foldTemplate(
      {
        folds: this.#folds,
        name: id,
        title: html`<span class="id">${id}</span> ${statement}`,
        aside: `${isFlagged ? '\u26A0\uFE0E ' : ''}${verdict}`,
        look: 'item',
      },
      () => html`
        <p class="quiet">${kind}.</p>
        ${figures.length === 0 ? nothing : figuresTemplate(claim)}
        <p>${why}</p>
        ${law.length === 0 ? nothing : html`<p class="quiet">By ${law.join('; ')}.</p>`}
        ${
          evidence.length === 0
            ? nothing
            : html`<tandem-evidence .evidence=${this.evidence} .ids=${evidence}></tandem-evidence>`
        }
      `,
    );
  }

  #evidence(): TemplateResult {
    const { evidence } = this;
    if (evidence === null) {
      if (this.failure !== '')
        return html`<p role="alert">${this.failure}</p>
          <button type="button" @click=${() => (this.failure = '')}>Try again</button>`;
      queueMicrotask(() =>
        this.dispatchEvent(new TandemEvidenceWantedEvent((message) => (this.failure = message))),
      );
      return html`<p role="status">Looking up the evidence …</p>`;
    }
    const ids = findEvidence(evidence, this.filter);
    const total = findEvidence(evidence, allEvidence).length;
    return html`
      <div class="filters">
        <label>
          Kind
          <select @change=${(event: Event) => this.#set('kind', event)}>
            <option value="">All</option>
            ${Object.entries(evidenceKinds).map(
              ([value, label]) => html`<option value=${value}>${label}</option>`,
            )}
          </select>
        </label>
        <label>
          Confidence
          <select @change=${(event: Event) => this.#set('confidence', event)}>
            <option value="">All</option>
            ${Object.entries(evidence.confidenceLevels).map(
              ([value, label]) => html`<option value=${value}>${value}: ${label}</option>`,
            )}
          </select>
        </label>
        <input
          type="search"
          placeholder="Find, such as Article 66"
          aria-label="Find evidence"
          autocomplete="off"
          spellcheck="false"
          @input=${(event: Event) => this.#set('query', event)}
        />
        <p class="quiet" role="status">${ids.length} of ${total}</p>
      </div>
      ${
        ids.length === 0
          ? html`<p>Nothing found. Try a shorter word, or another kind.</p>`
          : html`<tandem-evidence .evidence=${evidence} .ids=${ids}></tandem-evidence>`
      }
    `;
  }

  #set(name: keyof EvidenceFilter, { target }: Event): void {
    const { value } = target as HTMLInputElement | HTMLSelectElement;
    this.filter = { ...this.filter, [name]: value };
  }

  /** From the entries within to who has the register. */
  #want(event: TandemEvidenceWantedEvent): void {
    event.stopPropagation();
    this.dispatchEvent(new TandemEvidenceWantedEvent(event.fail));
  }
}

function figuresTemplate({ figures, id }: ClaimInWords): TemplateResult {
  return html`<div class="scroll" role="region" aria-label="Figures of ${id}" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Published</th>
          <th scope="col">Computed</th>
          <th scope="col" class="text">Verdict</th>
        </tr>
      </thead>
      <tbody>
        ${figures.map(
          ({ computed, label, published, verdict }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${published}</td>
              <td>${computed}</td>
              <td class="text">${verdict}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-register': TandemRegister;
  }
}
