import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { changeInWords } from '../present/change-in-words.ts';
import type { Briefing, InputBriefing } from '../schema/briefing.ts';

/** What was changed in a scenario. */
export interface Changes {
  /** The inputs that were changed. */
  readonly changed: readonly InputBriefing[];
  readonly originalOf: (name: string) => InputBriefing | null;
  readonly postures: Briefing['postures'];
  /** Takes the change of an input back; null where nobody may. */
  readonly reset: ((name: string) => void) | null;
}

/** One line that says which inputs were changed, and opens to what each was and is. */
export function changesTemplate({ changed, originalOf, postures, reset }: Changes): TemplateResult {
  // As high as the line that takes its place, so that nothing moves under the pointer.
  if (changed.length === 0) return html`<p class="unchanged">No figure changed yet</p>`;
  const count = changed.length === 1 ? '1 figure changed' : `${changed.length} figures changed`;
  return html`
    <details class="changes">
      <summary>
        <span class="title">${count}</span>
        <span class="names">${changed.map(({ label }) => label).join(', ')}</span>
      </summary>
      <ul>
        ${changed.map((input) => {
          const { label, name } = input;
          return html`<li>
            <div>
              <p><strong>${label}</strong></p>
              ${changeInWords(input, originalOf(name), postures).map(
                ({ now, part, was }) =>
                  html`<p>
                    ${part === '' ? nothing : `${part}: `}<span class="from">${was}</span>
                    <span aria-hidden="true">→</span><span class="hidden"> is now </span> ${now}
                  </p>`,
              )}
            </div>
            ${
              reset === null
                ? nothing
                : html`<button type="button" class="plain" @click=${() => reset(name)}>
                    Reset<span class="hidden"> ${label}</span>
                  </button>`
            }
          </li>`;
        })}
      </ul>
    </details>
  `;
}
