import { css } from 'lit';

/** How the pairs of inputs that move together look. */
export const correlationStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  p {
    max-width: 62ch;
    margin: 0 0 0.75rem;
    color: var(--quiet);
    font-size: 0.875rem;
    text-wrap: pretty;
  }

  ul {
    display: grid;
    gap: 1.5rem;
    margin: 1rem 0 1.5rem;
    padding: 0;
    list-style: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: baseline;
    justify-content: space-between;
  }

  h6 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .both {
    display: grid;
    gap: 0.5rem 1.5rem;
    align-items: start;
  }

  @container (min-width: 38rem) {
    .both {
      grid-template-columns: minmax(0, 1fr) minmax(0, 20rem);
    }
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    margin: 0 0 0.5rem;
    font-size: 0.875rem;
  }

  label {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    max-width: 100%;
  }

  select {
    max-width: 100%;
  }

  .problem {
    color: var(--alarm);
  }

  .problem:empty {
    display: none;
  }
`;
