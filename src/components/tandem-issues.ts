import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Issue } from '../schema/issue.ts';
import { tokens } from './tokens.ts';

/** Why a scenario could not be run: every problem with its place in its file. */
export class TandemIssues extends LitElement {
  static override styles = [
    tokens,
    css`
      section {
        padding: 0.75rem 1rem;
        border: 1px solid var(--alarm);
        border-inline-start-width: 6px;
      }

      h2 {
        margin: 0;
        font-size: 1.125rem;
      }

      ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }

      li + li {
        margin-top: 0.5rem;
      }

      code {
        color: var(--quiet);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() accessor message = '';
  @property({ attribute: false }) accessor issues: readonly Issue[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.message === '') return nothing;
    return html`
      <section role="alert">
        <h2>${this.message}</h2>
        ${
          this.issues.length === 0
            ? nothing
            : html`<ul>
                ${this.issues.map(item)}
              </ul>`
        }
      </section>
    `;
  }
}

function item({ file, line, column, pointer, message }: Issue): TemplateResult {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return html`<li><code>${place}${pointer === '' ? '' : ` ${pointer}`}</code><br />${message}</li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-issues': TandemIssues;
  }
}
