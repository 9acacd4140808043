import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** What is unfolded, by name; content is drawn only where it is. */
export class Folds {
  readonly #open = new Set<string>();
  readonly #changed: () => void;

  /** `changed` is told when something is folded or unfolded. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  isOpen(name: string): boolean {
    return this.#open.has(name);
  }

  set(name: string, isOpen: boolean): void {
    if (this.#open.has(name) === isOpen) return;
    if (isOpen) this.#open.add(name);
    else this.#open.delete(name);
    this.#changed();
  }
}

/** Something that is shown on demand: a line that opens to more. */
export interface Fold {
  readonly folds: Folds;
  /** Told apart from others in the same element. */
  readonly name: string;
  readonly title: string | TemplateResult;
  /** What is to be seen of it before it is opened. */
  readonly aside?: string;
  /** `section` for the parts of a page, `item` for entries of a list, `why` for a reason within. */
  readonly look: 'section' | 'item' | 'why';
}

/**
 * A fold follows what it is told only where that changes: a person who has just opened one is ahead
 * of what is known of it until its event arrives, and a drawing in between must not close it again.
 */
export function foldTemplate(
  { aside = '', folds, look, name, title }: Fold,
  content: () => unknown,
): TemplateResult {
  const isOpen = folds.isOpen(name);
  return html`
    <details
      class="fold ${look}"
      data-fold=${name}
      .open=${isOpen}
      @toggle=${({ target }: Event) => folds.set(name, (target as HTMLDetailsElement).open)}
    >
      <summary>
        ${look === 'section' ? html`<h4>${title}</h4>` : html`<span class="title">${title}</span>`}
        ${aside === '' ? nothing : html`<span class="aside">${aside}</span>`}
      </summary>
      ${isOpen ? html`<div class="content">${content()}</div>` : nothing}
    </details>
  `;
}

/** How `foldTemplate` looks. */
export const foldStyles = css`
  .fold > summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    align-items: baseline;
    padding-block: 0.625rem;
    cursor: pointer;
    list-style: none;
  }

  .fold > summary::-webkit-details-marker {
    display: none;
  }

  .fold > summary::before {
    flex: none;
    width: 0.75rem;
    color: var(--quiet);
    font-size: 0.75rem;
    content: '\\25B6\\FE0E';
  }

  .fold[open] > summary::before {
    content: '\\25BC\\FE0E';
  }

  .fold > summary h4 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.3;
  }

  .fold > summary:hover :is(h4, .title) {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .fold > summary .aside {
    color: var(--quiet);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .fold.section,
  .fold.item {
    border-top: 1px solid var(--line);
  }

  .fold.section > .content {
    padding-block-end: 1.25rem;
  }

  .fold.item > summary .title {
    font-weight: 600;
  }

  .fold.item > .content {
    padding: 0 0 1rem 1.5rem;
  }

  .fold.why > summary {
    padding-block: 0.25rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .fold.why > .content {
    padding: 0.25rem 0 0.5rem 1.5rem;
    font-size: 0.875rem;
  }

  @container (min-width: 40rem) {
    .fold.section > .content {
      padding-inline-start: 1.5rem;
    }
  }
`;
