import { css, html, nothing, unsafeCSS } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { postureRole } from '../charts/posture-look.ts';
import { postureRoles } from '../charts/scene.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { postureCards } from '../present/posture-cards.ts';
import type { PostureCard } from '../present/posture-cards.ts';
import type { Result } from '../schema/result.ts';
import { roleStyles } from './role-styles.ts';
import { postureMarkTemplate } from './posture-mark-template.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/** The colour of each posture's card, which its charts have too. */
const tones = unsafeCSS(
  postureRoles.map((role) => `.of-${role} { --tone: var(--${role}); }`).join(' '),
);

/** The postures at a glance, side by side: what each is, what it costs, and what else happens. */
export class TandemPostures extends UnhurriedElement {
  static override styles = [
    tokens,
    ...roleStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: 1rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-rows: subgrid;
        grid-row: span 5;
        gap: 0.25rem;
        padding: 0.875rem 1rem 1rem;
        border: 1px solid var(--line);
        border-top: 3px solid var(--tone);
        border-radius: var(--radius);
      }

      ${tones}

      h3 {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        margin: 0;
        font-size: 1.0625rem;
        line-height: 1.3;
      }

      svg {
        flex: none;
        width: 14px;
        height: 14px;
      }

      p {
        margin: 0;
        font-size: 0.875rem;
        line-height: 1.4;
      }

      .law {
        font-weight: 600;
      }

      .leaves-out-a-law {
        color: var(--alarm);
      }

      .about,
      small {
        color: var(--quiet);
      }

      .range {
        font-size: 1.125rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
      }

      small {
        display: block;
        font-size: 0.8125rem;
        font-weight: 400;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(min-content, 1fr);
        align-content: start;
        margin: 0.25rem 0 0;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }

      dt,
      dd {
        padding-block: 0.125rem;
        border-top: 1px solid var(--line);
      }

      dt {
        padding-inline-end: 0.75rem;
        color: var(--quiet);
      }

      dd {
        margin: 0;
        text-align: end;
      }

      @media print {
        ul {
          grid-template-columns: repeat(3, 1fr);
          gap: 0.5rem;
        }

        li {
          padding: 0.375rem 0.5rem;
          border-color: var(--axis);
          break-inside: avoid;
        }

        h3,
        .range {
          font-size: 0.875rem;
        }

        p,
        dl {
          font-size: 0.6875rem;
          line-height: 1.3;
        }

        dt,
        dd {
          padding-block: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** HK$ that are not to be exceeded; null for no such line. */
  @property({ attribute: false }) accessor budget: number | null = null;

  override render(): TemplateResult | typeof nothing {
    const { budget, currency, result } = this;
    if (result === null) return nothing;
    const { years } = result.manifest;
    const over = years === 1 ? 'over one year' : `over ${years} years`;
    return html`<ul>
      ${postureCards(result, currency, budget).map((each, index) => card(each, index, over))}
    </ul>`;
  }
}

function card(
  { description, facts, label, lawful, range }: PostureCard,
  index: number,
  over: string,
): TemplateResult {
  return html`<li class=${`of-${postureRole(index)}`}>
    <h3>${postureMarkTemplate(index)} ${label}</h3>
    <p class="about">${description}</p>
    <p class=${`law ${(lawful?.status ?? 'lawful').replaceAll(' ', '-')}`}>
      ${lawful?.text ?? nothing}
    </p>
    <p class="range">${range} <small>${over}, in 8 of 10 futures</small></p>
    <dl>
      ${facts.map(
        (fact) =>
          html`<dt>${fact.label}</dt>
            <dd>${fact.text}</dd>`,
      )}
    </dl>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-postures': TandemPostures;
  }
}
