import { css } from 'lit';

/** How the parts of the calculator stand together. */
export const calculatorStyles = css`
  :host {
    position: relative;
    container-type: inline-size;
    min-height: 12rem;
  }

  /* Says what language its parts are in, and nothing else. */
  .all {
    display: contents;
  }

  slot[hidden] {
    display: none;
  }

  /* Drawn at its size, but not seen yet. */
  .waiting {
    position: absolute;
    inset: 0 0 auto;
    visibility: hidden;
  }

  tandem-futures {
    display: contents;
  }

  tandem-issues {
    margin-bottom: 1.25rem;
  }

  tandem-postures,
  tandem-views,
  .table,
  .editor {
    display: block;
    margin-top: calc(2.5 * var(--space));
  }

  .table h3,
  .editor h3 {
    margin: 0 0 0.75rem;
    font-size: 1.375rem;
    line-height: 1.3;
  }

  .table p {
    margin: -0.5rem 0 0.75rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .editor {
    padding-top: 1.5rem;
    border-top: 1px solid var(--line);
  }

  .bench {
    display: grid;
    gap: 1rem 2.5rem;
    margin-top: 0.5rem;
  }

  .live {
    position: sticky;
    top: 0;
    z-index: 1;
    padding-block: 0.75rem;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  .live tandem-views {
    margin-top: 1rem;
  }

  /* Only where a new result is long in coming: a slider that moves would make it flicker. */
  .live .old {
    position: absolute;
    inset: auto 0 -0.625rem auto;
    margin: 0;
    padding-inline: 0.375rem;
    border-radius: var(--radius);
    background: var(--hover);
    color: var(--quiet);
    font-size: 0.75rem;
    visibility: hidden;
  }

  .live.stale .old {
    visibility: visible;
    transition: visibility 0s 400ms;
  }

  .live .trouble {
    margin: 0 0 0.5rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--alarm);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .live.stale > :not(p) {
    opacity: 0.75;
    transition: opacity 150ms 400ms;
  }

  @media (max-height: 30rem) {
    .live {
      position: relative;
    }
  }

  @container (max-width: 59.99rem) {
    .live tandem-views {
      display: none;
    }
  }

  @container (min-width: 60rem) {
    .bench {
      grid-template-columns: minmax(0, 1fr) minmax(0, 24rem);
      align-items: start;
    }

    .live {
      grid-column: 2;
      grid-row: 1;
      top: 1rem;
      border-bottom: 0;
      padding-top: 0;
    }

    .live .old {
      inset: -1rem auto auto 0;
    }

    tandem-inputs {
      grid-column: 1;
      grid-row: 1;
    }
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

  /* Two pages: the first stands alone with the answer and what to keep in mind; then why, when, all figures. */
  @media print {
    .progress,
    .editing,
    .announcement,
    .table > p,
    ::slotted([slot='method']) {
      display: none !important;
    }

    .answer {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1rem 1.5rem;
    }

    tandem-headline,
    tandem-postures,
    .table {
      grid-column: 1 / -1;
    }

    /* Side by side on the first page, as they are read together. */
    .table.switching {
      grid-column: 1;
    }

    ::slotted([slot='limits']) {
      grid-column: 2;
      font-size: 0.6875rem !important;
      margin: 0 !important;
      padding: 0 !important;
      border: 0 !important;
    }

    tandem-postures,
    tandem-views,
    .table,
    .provenance {
      margin-top: 0;
    }

    .later {
      order: 1;
    }

    .table h3 {
      margin-bottom: 0.25rem;
      font-size: 0.9375rem;
    }

    .provenance {
      margin-top: 0.75rem;
      font-size: 0.6875rem;
    }
  }
`;
