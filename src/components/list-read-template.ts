import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Issue } from '../schema/issue.ts';

/** How the reading of a list of flows went. */
export interface ListRead {
  /** What was done, in words. */
  readonly said: string;
  /** What was taken for what, and what was set aside. */
  readonly remarks: readonly Issue[];
  /** Why it could not be read; '' where it was. */
  readonly failure: string;
  readonly issues: readonly Issue[];
}

/** Says how the reading of a list went, and what to mend in it. */
export function listReadTemplate({ failure, issues, remarks, said }: ListRead): TemplateResult {
  return html`
    <p class="said" role="status">${said}</p>
    ${
      remarks.length === 0
        ? nothing
        : html`<ul class="remarks" aria-label="How the list was read">
            ${remarks.map(({ message }) => html`<li>${message}</li>`)}
          </ul>`
    }
    ${
      failure === ''
        ? nothing
        : html`<tandem-issues .message=${failure} .issues=${issues}></tandem-issues>`
    }
  `;
}
