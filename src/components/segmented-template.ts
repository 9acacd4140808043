import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/** One of several, all of them in sight. */
export interface Segmented {
  readonly legend: string;
  /** Told apart from others in the same shadow root. */
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly isDisabled?: boolean;
  readonly choose: (value: string) => void;
}

/** A choice as a row of buttons, of which one is down; radio buttons to the keyboard. */
export function segmentedTemplate({
  choose,
  chosen,
  isDisabled = false,
  legend,
  name,
  options,
}: Segmented): TemplateResult {
  return html`
    <fieldset class="segmented" ?disabled=${isDisabled}>
      <legend class="hidden">${legend}</legend>
      ${options.map(
        ({ label, value }) => html`
          <label>
            <input
              type="radio"
              name=${name}
              .value=${value}
              .checked=${value === chosen}
              @change=${() => choose(value)}
            />
            <span>${label}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** How `segmentedTemplate` looks. */
export const segmentedStyles = css`
  .segmented {
    display: flex;
    flex-wrap: wrap;
    row-gap: 0.25rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  .segmented label {
    position: relative;
    display: inline-flex;
    margin-inline-end: -1px;
    cursor: pointer;
  }

  .segmented input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
    scroll-margin-block: 10rem 2rem;
  }

  .segmented span {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
    padding: 0 0.75rem;
    border: 1px solid var(--axis);
    font-size: 0.8125rem;
    line-height: 1.2;
  }

  .segmented label:first-of-type span {
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
  }

  .segmented label:last-of-type span {
    border-start-end-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }

  .segmented label:hover span {
    background: var(--hover);
  }

  .segmented input:checked + span {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--surface);
  }

  .segmented input:focus-visible + span {
    z-index: 1;
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }

  .segmented:disabled label {
    cursor: default;
  }

  .segmented:disabled input:not(:checked) + span {
    color: var(--faint);
  }

  @media (pointer: coarse) {
    .segmented span {
      min-height: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .segmented input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
