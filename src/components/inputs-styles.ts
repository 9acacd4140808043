import { css } from 'lit';

/** How the list of inputs looks. */
export const inputsStyles = css`
  :host {
    container-type: inline-size;
  }

  h4 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
  }

  .lead {
    max-width: 62ch;
    margin: 0.25rem 0 1rem;
    color: var(--quiet);
    font-size: 0.875rem;
    text-wrap: pretty;
  }

  .all {
    margin-top: 2.5rem;
  }

  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    margin: 0.75rem 0 1rem;
  }

  .search input {
    flex: 0 1 22rem;
    min-width: 0;
    width: 100%;
    scroll-margin-block: 10rem 2rem;
  }

  .search p {
    margin: 0;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  details {
    border-top: 1px solid var(--line);
  }

  details:last-of-type {
    border-bottom: 1px solid var(--line);
  }

  summary {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    padding: 0.625rem 0;
    cursor: pointer;
    list-style: none;
    scroll-margin-block: 10rem 2rem;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    flex: none;
    width: 1rem;
    color: var(--quiet);
    font-size: 0.75rem;
    content: '\\25B6\\FE0E';
  }

  details[open] > summary::before {
    content: '\\25BC\\FE0E';
  }

  summary h5 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }

  summary:hover h5,
  summary:hover .title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .count {
    margin-inline-start: auto;
    color: var(--quiet);
    font-size: 0.8125rem;
    white-space: nowrap;
  }

  .group > div,
  .together > tandem-correlations {
    padding-bottom: 1rem;
  }

  .together {
    margin-top: 2rem;
  }

  @container (min-width: 40rem) {
    .group > div,
    .together > tandem-correlations {
      padding-inline-start: 1.5rem;
    }
  }

  .unchanged {
    margin: 0 0 1.5rem;
    padding: 0 0 0.625rem;
    border-bottom: 1px solid var(--line);
    color: var(--quiet);
  }

  .changes {
    margin-bottom: 1.5rem;
    border-top: 0;
  }

  .changes > summary {
    padding-top: 0;
  }

  .changes .title {
    font-weight: 600;
    white-space: nowrap;
  }

  .changes .names {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    color: var(--quiet);
    font-size: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .changes ul {
    display: grid;
    gap: 0.75rem;
    margin: 0 0 1rem;
    padding: 0;
    list-style: none;
  }

  .changes li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    align-items: start;
    font-size: 0.875rem;
  }

  .changes li p {
    margin: 0;
  }

  .changes .from {
    color: var(--quiet);
  }
`;
