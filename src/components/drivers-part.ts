import { html } from 'lit';
import { driverShares } from '../charts/driver-shares.ts';
import { driversTornado } from '../charts/drivers-tornado.ts';
import { figureInWords, luckInWords, toldFigure } from '../present/decision-figures-in-words.ts';
import type { Decision } from '../schema/decision.ts';
import { pictureTemplate, unbroken } from './findings-part.ts';
import type { FindingsPart, PartSetting } from './findings-part.ts';
import { segmentedTemplate } from './segmented-template.ts';

/** The figure that is explained: the one that was chosen, else what tells the choice best. */
export function explainedFigure(decision: Decision, { chosen }: PartSetting): string {
  const figure = chosen('figure');
  return decision.figures.some(({ id }) => id === figure) ? figure : toldFigure(decision);
}

/** Which inputs drive a figure, and how much of it is luck. */
export const driversPart: FindingsPart = {
  id: 'drivers',
  title: 'What drives it',
  claim: ({ currency, decision }, setting) =>
    driversTornado(decision, explainedFigure(decision, setting), { width: 600 }, currency)?.title ??
    'Nothing uncertain drives it',
  content(found, setting) {
    const { currency, decision } = found;
    const figure = explainedFigure(decision, setting);
    const isShares = setting.chosen('drivers') === 'shares';
    return html`
      <div class="tools">
        <label class="pick">
          <span>What is driven:</span>
          <select
            @change=${({ target }: Event) =>
              setting.choose('figure', (target as HTMLSelectElement).value)}
          >
            ${decision.figures.map(
              (each) =>
                html`<option value=${each.id} ?selected=${each.id === figure}>
                  ${figureInWords(decision, each)}
                </option>`,
            )}
          </select>
        </label>
        ${segmentedTemplate({
          legend: 'How it is shown',
          name: 'drivers',
          options: [
            { value: 'swings', label: 'One input at a time' },
            { value: 'shares', label: 'Inputs and luck' },
          ],
          chosen: isShares ? 'shares' : 'swings',
          choose: (value) => setting.choose('drivers', value),
        })}
      </div>
      ${
        isShares
          ? pictureTemplate(found, setting, 'shares', [figure], (size) =>
              driverShares(decision, figure, size),
            )
          : pictureTemplate(found, setting, 'tornado', [figure], (size) =>
              driversTornado(decision, figure, size, currency),
            )
      }
      <p>${unbroken(luckInWords(decision, figure))}</p>
      ${idleTemplate(found)}
    `;
  },
};

function idleTemplate({ decision, result }: Parameters<FindingsPart['content']>[0]) {
  const names = decision.idle.map((name) => `\u201c${result.inputs[name]?.label ?? name}\u201d`);
  return names.length === 0
    ? ''
    : html`<p class="quiet">
        Uncertain, but without a part in any cost as things stand: ${names.join(', ')}.
      </p>`;
}
