import { css } from 'lit';

/** How kept scenarios stand in a list, and side by side. */
export const libraryStyles = css`
  :host {
    display: block;
    font-size: 0.875rem;
  }

  p {
    max-width: 68ch;
    margin: 0.25rem 0 0.75rem;
    color: var(--quiet);
  }

  .trouble {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--alarm);
    color: var(--ink);
  }

  form,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin: 0 0 0.75rem;
  }

  form label {
    display: flex;
    flex: 1 1 18rem;
    gap: 0.5rem;
    align-items: center;
    max-width: 34rem;
  }

  input[type='text'] {
    flex: 1;
    min-width: 0;
  }

  ul {
    margin: 0 0 0.75rem;
    padding: 0;
    border-top: 1px solid var(--line);
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.5rem;
    border-bottom: 1px solid var(--line);
  }

  li > label {
    display: flex;
    flex: 1 1 20rem;
    gap: 0.625rem;
    align-items: baseline;
    min-width: 0;
    cursor: pointer;
  }

  li form {
    flex: 1 1 20rem;
    margin: 0;
  }

  li .tools {
    gap: 0.25rem;
    margin: 0;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .about {
    display: block;
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  input[type='checkbox'] {
    flex: none;
    width: 1rem;
    height: 1rem;
    accent-color: var(--ink);
    transform: translateY(0.125rem);
  }

  .said {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: 1.75rem;
    margin: 0;
  }

  @media (pointer: coarse) {
    input[type='checkbox'] {
      width: 1.5rem;
      height: 1.5rem;
    }

    input[type='text'] {
      min-height: 2.75rem;
      font-size: 1rem;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
