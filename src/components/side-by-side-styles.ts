import { css } from 'lit';

/** The comparison of kept scenarios: a table that scrolls sideways, a picture, what changed. */
export const sideBySideStyles = css`
  :host {
    display: block;
    margin-top: 1rem;
    font-size: 0.875rem;
  }

  h4 {
    margin: 1.75rem 0 0.5rem;
    font-size: 1.0625rem;
    line-height: 1.3;
  }

  h4:first-child {
    margin-top: 0.5rem;
  }

  p {
    max-width: 68ch;
    margin: 0.25rem 0 0.5rem;
    color: var(--quiet);
  }

  .trouble {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--alarm);
    color: var(--ink);
    overflow-wrap: anywhere;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.3125rem 0 0.3125rem 1.25rem;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }

  td {
    white-space: nowrap;
  }

  th:first-child {
    min-width: 7rem;
    padding-inline-start: 0;
    text-align: start;
  }

  .wide th:first-child {
    min-width: 11rem;
  }

  thead th {
    max-width: 14rem;
    font-weight: 600;
    vertical-align: bottom;
    overflow-wrap: anywhere;
  }

  th[scope='rowgroup'] {
    padding-top: 1rem;
    border-bottom-color: var(--axis);
    font-weight: 600;
  }

  .strong > * {
    font-weight: 600;
  }

  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin: 0 0 0.75rem;
  }

  .picks label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-width: 0;
  }

  select {
    min-width: 0;
    max-width: 22rem;
    text-overflow: ellipsis;
  }
`;
