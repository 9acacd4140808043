import { css } from 'lit';

/** How the parts of the calculator stand together. */
export const calculatorStyles = css`
  :host {
    position: relative;
    container-type: inline-size;
    min-height: 12rem;
  }

  .verdict h2 {
    max-width: 34ch;
    margin: 0;
    font-size: clamp(1.5rem, 1.1rem + 2cqi, 2.25rem);
    line-height: 1.2;
    text-wrap: balance;
  }

  .verdict p {
    max-width: 62ch;
    margin: 0.75rem 0 0;
    font-size: 1.125rem;
  }

  .warning {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--alarm);
  }

  tandem-figure,
  .table {
    margin-top: calc(2.5 * var(--space));
  }

  tandem-figure:empty {
    min-height: 0;
  }

  .table h3 {
    margin: 0 0 0.5rem;
    font-size: 1.125rem;
  }

  .provenance {
    margin: var(--space) 0 0;
    color: var(--quiet);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .progress {
    position: absolute;
    inset: 0 0 auto auto;
    display: flex;
    gap: 0.5rem;
    align-items: center;
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  .progress progress {
    width: 6rem;
    accent-color: var(--posture-1);
  }

  .announcement {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    .progress {
      display: none;
    }
  }
`;
