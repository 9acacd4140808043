import { css } from 'lit';

/** How the postures stand side by side, and where their figures come from below each row. */
export const comparisonStyles = css`
  table {
    width: 100%;
    font-size: 0.9375rem;
  }

  th,
  td {
    padding: 0.375rem 0 0.375rem 1rem;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }

  td {
    white-space: nowrap;
  }

  th[scope='row'] {
    padding-inline-start: 0;
    text-align: start;
  }

  thead th,
  tbody th[scope='rowgroup'] {
    font-weight: 600;
    vertical-align: bottom;
  }

  thead th {
    white-space: nowrap;
  }

  thead th:first-child {
    padding-inline-start: 0;
    color: var(--quiet);
    font-weight: 400;
    text-align: start;
  }

  tbody th[scope='rowgroup'] {
    padding: 1.5rem 0 0.375rem;
    border-bottom-color: var(--axis);
    text-align: start;
  }

  tbody:first-of-type th[scope='rowgroup'] {
    padding-top: 0.75rem;
  }

  .strong > * {
    font-weight: 600;
  }

  svg {
    width: 12px;
    height: 12px;
    margin-inline-end: 0.375rem;
  }

  tbody {
    break-inside: avoid;
  }

  th[scope='row'] button {
    display: inline;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
  }

  th[scope='row'] button:hover {
    background: none;
    text-decoration: underline;
  }

  th[scope='row'] button::before {
    display: inline-block;
    width: 1em;
    color: var(--quiet);
    font-size: 0.625rem;
    content: '\\25B6\\FE0E';
  }

  th[scope='row'] button[aria-expanded='true']::before {
    content: '\\25BC\\FE0E';
  }

  .source > * {
    padding: 0.25rem 0 1rem 1rem;
    border-bottom-color: var(--axis);
    text-align: start;
    white-space: normal;
  }

  .source p {
    max-width: 68ch;
    margin: 0.25rem 0;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .part > * {
    border-bottom: 0;
    font-size: 0.875rem;
  }

  .part > th[scope='row'] {
    padding-inline-start: 1rem;
  }

  .formula > td {
    padding: 0 0 0.625rem 1rem;
    text-align: start;
    white-space: normal;
  }

  dl {
    display: grid;
    gap: 0.625rem;
    margin: 0.5rem 0 0;
    font-size: 0.875rem;
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
  }

  code {
    color: var(--quiet);
    font-family: inherit;
    font-size: 0.8125rem;
    line-height: 1.7;
    overflow-wrap: anywhere;
  }

  code button {
    display: inline;
    min-height: 0;
    padding: 0.0625rem 0.3125rem;
    border-color: var(--line);
    font-size: inherit;
    line-height: 1.4;
  }

  code span {
    color: var(--ink);
  }

  small {
    display: block;
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  @media print {
    table {
      font-size: 0.6875rem;
      line-height: 1.25;
    }

    th,
    td {
      padding-block: 0.03125rem;
    }

    th[scope='row'] button {
      min-height: 0;
      line-height: 1.25;
    }

    th[scope='row'] button::before {
      content: none;
    }

    tbody th[scope='rowgroup'],
    tbody:first-of-type th[scope='rowgroup'] {
      padding-block: 0.25rem 0.0625rem;
    }
  }

  @container (max-width: 34rem) {
    table {
      font-size: 0.8125rem;
    }

    th,
    td {
      padding-inline-start: 0.5rem;
    }

    td,
    thead th {
      white-space: normal;
    }
  }
`;
