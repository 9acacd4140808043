import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { effectInWords } from '../present/effect-in-words.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';

/** What answers have done to the cost, before and now. */
export interface EffectView {
  /** The result before the first answer; null where none is known. */
  readonly before: Result | null;
  readonly now: Result;
  readonly currency: ShownCurrency;
  /** Whether a new result is on its way. */
  readonly isStale: boolean;
  readonly isReadonly: boolean;
  /** Takes the last change back. */
  readonly undo: () => void;
  /** Takes all answers back, where there was nothing before them, as after opening a link. */
  readonly reset: () => void;
}

/** The effect of the answers in money and in chances. */
export function effectTemplate({
  before,
  currency,
  isReadonly,
  isStale,
  now,
  reset,
  undo,
}: EffectView): TemplateResult {
  const effects = before === null ? [] : effectInWords(before, now, currency);
  const moved = effects.some(({ cheapest, cost }) => [cost, cheapest].some(([a, b]) => a !== b));
  return html`<section class="effect" aria-labelledby="effect">
    <h4 id="effect">What your answers change</h4>
    ${
      isStale
        ? html`<p class="quiet">Computing anew …</p>`
        : effects.length === 0
          ? html`<p class="quiet">The figures above are those with your answers.</p>`
          : !moved
            ? html`<p>No figure has moved: see below what the law asks now.</p>`
            : html`<div class="scroll" role="region" aria-labelledby="effect" tabindex="0">
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">Posture</th>
                        <th scope="col">Cost on average, before</th>
                        <th scope="col">Now</th>
                        <th scope="col">Cheapest, before</th>
                        <th scope="col">Now</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${effects.map(
                        ({ cheapest, cost, posture }) =>
                          html`<tr>
                            <th scope="row">${posture}</th>
                            <td>${cost[0]}</td>
                            <td><strong>${cost[1]}</strong></td>
                            <td>${cheapest[0]}</td>
                            <td><strong>${cheapest[1]}</strong></td>
                          </tr>`,
                      )}
                    </tbody>
                  </table>
                </div>
                <p class="quiet">Before: as it stood before your first answer.</p>`
    }
    ${
      isReadonly
        ? nothing
        : before === null
          ? html`<button type="button" @click=${reset}>Take the answers back</button>`
          : html`<button type="button" @click=${undo}>Undo last change</button>`
    }
  </section>`;
}
