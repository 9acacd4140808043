import { css } from 'lit';

/** How the findings stand in a page. */
export const findingsStyles = css`
  :host {
    container-type: inline-size;
  }

  .fold.section:last-child {
    border-bottom: 1px solid var(--line);
  }

  .fold.section > summary .aside {
    flex-basis: 100%;
    padding-inline-start: 1.5rem;
    color: var(--ink);
    font-size: 0.9375rem;
  }

  .fold.section > summary h4 {
    font-size: 0.9375rem;
    color: var(--quiet);
  }

  /* What the picture says stands above it. */
  .fold.section[open] > summary .aside {
    display: none;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    align-items: center;
    margin-bottom: 1rem;
  }

  .pick {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    max-width: 100%;
    font-size: 0.875rem;
  }

  .pick select {
    max-width: 100%;
  }

  h5 {
    margin: 1.25rem 0 0.375rem;
    font-size: 1rem;
    line-height: 1.35;
  }

  p {
    max-width: 68ch;
    margin: 0.5rem 0 0;
    text-wrap: pretty;
  }

  .quiet {
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .content > h4 {
    margin: 0 0 0.5rem;
    font-size: 1.125rem;
    line-height: 1.35;
    text-wrap: balance;
  }

  table {
    margin-top: 0.5rem;
    font-size: 0.875rem;
  }

  th,
  td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: end;
    vertical-align: bottom;
  }

  thead th {
    color: var(--quiet);
  }

  th:first-child {
    text-align: start;
  }

  ul {
    max-width: 68ch;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding-block: 0.25rem;
  }

  .implied .odd {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--ink);
  }

  .grounds .quiet {
    display: block;
  }
`;
