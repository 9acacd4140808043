import { css } from 'lit';

/** How the questions about a company look. */
export const questionStyles = css`
  :host {
    container-type: inline-size;
  }

  ol {
    display: grid;
    gap: 1.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: question;
  }

  li {
    counter-increment: question;
  }

  .ask {
    margin: 0 0 0.5rem;
    font-weight: 600;
  }

  .ask::before {
    content: counter(question) '. ';
  }

  .fields {
    display: grid;
    gap: 0.5rem;
  }

  .field {
    display: grid;
    gap: 0.125rem 1rem;
    align-items: center;
    font-size: 0.875rem;
  }

  @container (min-width: 36rem) {
    .field {
      grid-template-columns: minmax(0, 20rem) minmax(0, 1fr);
    }
  }

  input[type='text'] {
    width: 10rem;
    text-align: end;
  }

  .problem {
    margin: 0.125rem 0 0;
    color: var(--alarm);
  }

  .problem:empty {
    display: none;
  }

  .why {
    max-width: 66ch;
    margin: 0.5rem 0 0;
    color: var(--quiet);
    font-size: 0.8125rem;
    text-wrap: pretty;
  }

  .why strong {
    font-weight: 600;
  }

  .article {
    overflow-wrap: anywhere;
  }
`;
