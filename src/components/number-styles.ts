import { css } from 'lit';

/** How a number field looks: one box around the number and what it counts. */
export const numberStyles = css`
  :host {
    min-width: 0;
  }

  label {
    display: block;
    margin-bottom: 0.25rem;
    color: var(--quiet);
    font-size: 0.8125rem;
    line-height: 1.3;
  }

  .box {
    display: flex;
    align-items: center;
    min-height: 2.25rem;
    box-sizing: border-box;
    border: 1px solid var(--axis);
    border-radius: var(--field-radius, var(--radius));
    background: var(--surface);
    cursor: text;
  }

  .box:focus-within {
    outline: 2px solid var(--ink);
    outline-offset: var(--field-outline-offset, 2px);
  }

  .box.wrong {
    border-color: var(--alarm);
    box-shadow: inset 0 0 0 1px var(--alarm);
  }

  .affix {
    flex: none;
    color: var(--quiet);
    font-size: 0.8125rem;
    user-select: none;
  }

  .affix.before {
    padding-inline-start: 0.5rem;
  }

  .affix.after {
    padding-inline-end: 0.5rem;
  }

  input {
    flex: 1 1 auto;
    width: 100%;
    min-width: 0;
    min-height: 1.5rem;
    box-sizing: border-box;
    padding: 0.25rem 0.5rem;
    border: 0;
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
    scroll-margin-block: 10rem 2rem;
  }

  .before + input {
    padding-inline-start: 0.25rem;
  }

  input:has(+ .after) {
    padding-inline-end: 0.25rem;
  }

  /* The box around it shows the focus. */
  input:focus-visible {
    outline: none;
  }

  .problem {
    margin: 0.25rem 0 0;
    color: var(--alarm);
    font-size: 0.8125rem;
    line-height: 1.35;
    text-wrap: pretty;
  }

  .problem::before {
    content: '\\25B2\\00A0';
    font-size: 0.75em;
  }

  @media (pointer: coarse) {
    .box {
      min-height: 2.75rem;
    }

    input {
      font-size: 1rem;
    }
  }
`;
