import { html } from 'lit';
import { hurdleCurve } from '../charts/hurdle-curve.ts';
import { regretClaim, regretRows, riskSentences } from '../present/risk-in-words.ts';
import { pictureTemplate, sentencesTemplate } from './findings-part.ts';
import type { FindingsPart } from './findings-part.ts';
import { segmentedTemplate } from './segmented-template.ts';

/** For those to whom the average is not all: hurdles, budgets, regret, bad futures. */
export const riskPart: FindingsPart = {
  id: 'risk',
  title: 'Hurdles, budgets and regret',
  claim: ({ currency, decision }) => regretClaim(decision, currency),
  content(found, setting) {
    const { currency, decision } = found;
    const of = setting.chosen('risk') === 'budgets' ? 'budgets' : 'hurdles';
    return html`
      <div class="tools">
        ${segmentedTemplate({
          legend: 'What is asked',
          name: 'risk',
          options: [
            { value: 'hurdles', label: 'It has to save so much' },
            { value: 'budgets', label: 'It may cost so much' },
          ],
          chosen: of,
          choose: (value) => setting.choose('risk', value),
        })}
      </div>
      ${pictureTemplate(found, setting, 'hurdle', [of], (size) =>
        hurdleCurve(decision, of, size, currency),
      )}
      <h5>${regretClaim(decision, currency)}</h5>
      <div class="scroll" role="region" aria-label="Regret by posture" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Misses the best of each future by</th>
              <th scope="col">Average</th>
              <th scope="col">1 of 10 above</th>
              <th scope="col">Largest</th>
            </tr>
          </thead>
          <tbody>
            ${regretRows(decision, currency).map(
              ({ largest, mean, often, posture }) =>
                html`<tr>
                  <th scope="row">${posture}</th>
                  <td>${mean}</td>
                  <td>${often}</td>
                  <td>${largest}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h5>For whoever dislikes risk</h5>
      ${sentencesTemplate(riskSentences(decision))}
    `;
  },
};
