import { css } from 'lit';

/** Buttons and fields as all elements show them. */
export const controlStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    box-sizing: border-box;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--axis);
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
    line-height: 1.2;
    text-align: start;
    cursor: pointer;
  }

  button:hover:not(:disabled, [aria-pressed='true'], [aria-selected='true']),
  .button:hover {
    background: var(--hover);
  }

  button:disabled {
    border-color: var(--line);
    color: var(--faint);
    cursor: default;
  }

  button[aria-pressed='true'],
  button[aria-selected='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--surface);
  }

  button.plain {
    min-height: 1.5rem;
    padding: 0.125rem 0.25rem;
    border-color: transparent;
    color: var(--quiet);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  /* A file picker that looks like a button: the whole of it is the picker. */
  .file {
    position: relative;
  }

  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .file:focus-within {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }

  select,
  input[type='text'],
  input[type='search'] {
    box-sizing: border-box;
    min-height: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--axis);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
  }

  /* For those who cannot see what stands around. */
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    button:not(.plain),
    .button,
    select,
    input[type='search'] {
      min-height: 2.75rem;
    }

    button.plain {
      min-height: 2rem;
    }

    input[type='search'] {
      font-size: 1rem;
    }
  }

  @media (forced-colors: active) {
    button.plain {
      border-color: Canvas;
    }

    button[aria-pressed='true'],
    button[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
