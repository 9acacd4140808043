import { css } from 'lit';

/** What the register has besides the look of the law. */
export const registerStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-block: 0.5rem 1rem;
    font-size: 0.875rem;
  }

  .filters label {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    max-width: 100%;
    min-width: 0;
  }

  .filters select {
    min-width: 0;
    text-overflow: ellipsis;
  }

  .filters input {
    flex: 0 1 18rem;
    min-width: 0;
  }

  .filters p {
    margin: 0;
  }

  .id {
    color: var(--quiet);
    font-weight: 400;
  }

  .fold.item > summary {
    flex-wrap: nowrap;
  }

  .fold.item > summary .title {
    font-weight: 400;
  }

  .fold.item > summary .aside {
    flex: none;
    max-width: 40%;
    margin-inline-start: auto;
    color: var(--ink);
    text-align: end;
  }
`;
