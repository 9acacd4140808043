import { css } from 'lit';

/** How the law stands in a page. */
export const lawStyles = css`
  :host {
    container-type: inline-size;
    margin-top: calc(2.5 * var(--space));
    padding-top: 1.5rem;
    border-top: 1px solid var(--line);
  }

  h3 {
    margin: 0 0 0.75rem;
    font-size: 1.375rem;
    line-height: 1.3;
  }

  h4 {
    margin: 0 0 0.5rem;
    font-size: 1.0625rem;
  }

  p {
    max-width: 66ch;
    margin: 0 0 0.5rem;
    text-wrap: pretty;
  }

  .lead {
    font-size: 1.0625rem;
  }

  .outside {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--ink);
  }

  .note,
  .quiet {
    color: var(--quiet);
    font-size: 0.875rem;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .regimes {
    display: grid;
    gap: 0.5rem;
    max-width: 66ch;
    margin-block: 0.75rem;
  }

  .invitation,
  .effect {
    margin-block: 1rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .invitation button,
  .effect button {
    margin: 0.25rem 0.5rem 0 0;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.375rem;
    max-width: none;
  }

  .tags span {
    padding: 0 0.5rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  .controls {
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
  }

  .controls .mark {
    display: inline-block;
    min-width: 4.5rem;
    color: var(--quiet);
  }

  .controls .missing {
    font-weight: 600;
  }

  .controls .missing .mark {
    color: var(--alarm);
  }

  .controls .quiet {
    font-weight: 400;
  }

  .duties {
    display: grid;
    gap: 0.75rem;
  }

  .duties p {
    margin-bottom: 0.125rem;
  }

  .steps ul {
    margin-inline-start: 0.375rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 1px solid var(--line);
  }

  .steps li {
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    font-size: 0.875rem;
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
  }

  .file-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-bottom: 0.25rem;
    scroll-margin-block: 2rem;
  }

  .said {
    min-height: 1.5em;
    margin: 0 0 0.5rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .remarks {
    margin: 0 0 0.75rem;
    color: var(--quiet);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  tandem-issues {
    margin-bottom: 1rem;
  }

  table {
    min-width: 28rem;
    font-size: 0.875rem;
  }

  table.wide {
    min-width: 44rem;
  }

  th,
  td {
    padding: 0.25rem 1rem 0.25rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: end;
    vertical-align: top;
  }

  thead th {
    color: var(--quiet);
    vertical-align: bottom;
  }

  th:first-child,
  .text {
    text-align: start;
  }

  .scroll {
    margin-block: 0.25rem 0.5rem;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
