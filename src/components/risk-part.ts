import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { aversionCurve } from '../charts/aversion-curve.ts';
import { hurdleCurve } from '../charts/hurdle-curve.ts';
import { regretClaim, regretRows, riskSentences } from '../present/risk-in-words.ts';
import { pictureTemplate, sentencesTemplate } from './findings-part.ts';
import type { FindingsPart, PartSetting } from './findings-part.ts';
import type { ShownFindings } from './findings.ts';
import { segmentedTemplate } from './segmented-template.ts';
import type { FixedQuestion } from './tandem-choice-map.ts';

/** The model's yearly rate for present values, and the output that it makes. */
const discountRate = 'discountRate';
const presentValue = 'tcoPresentValue';

/** From money that counts the same whenever it is paid to a fifth less a year, in whole percents. */
const discounted: FixedQuestion = {
  request: { axes: [{ input: discountRate, from: 0, to: 0.2, steps: 21 }], output: presentValue },
  measure: 'in present value',
};

/** For those to whom the average is not all: hurdles, budgets, regret, bad futures. */
export const riskPart: FindingsPart = {
  id: 'risk',
  title: 'Hurdles, budgets and regret',
  claim: ({ currency, decision }) => regretClaim(decision, currency),
  content(found, setting) {
    const { currency, decision } = found;
    const options = optionsOf(found);
    const chosen = options.find(({ value }) => value === setting.chosen('risk')) ?? options[0];
    return html`
      <div class="tools">
        ${segmentedTemplate({
          legend: 'What is asked',
          name: 'risk',
          options,
          chosen: chosen.value,
          choose: (value) => setting.choose('risk', value),
        })}
      </div>
      ${picture(found, setting, chosen.value)}
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

type Asked = 'hurdles' | 'budgets' | 'aversion' | 'discounting';

interface Option {
  readonly value: Asked;
  readonly label: string;
}

function optionsOf({ result }: ShownFindings): readonly [Option, ...Option[]] {
  const isDiscounted =
    result.inputs[discountRate] !== undefined && result.outputs[presentValue] !== undefined;
  return [
    { value: 'hurdles', label: 'It has to save so much' },
    { value: 'budgets', label: 'It may cost so much' },
    { value: 'aversion', label: 'Bad futures count more' },
    ...(isDiscounted ? [{ value: 'discounting', label: 'Later money counts less' } as const] : []),
  ];
}

function picture(found: ShownFindings, setting: PartSetting, asked: Asked): TemplateResult {
  const { asking, currency, decision, result } = found;
  switch (asked) {
    case 'aversion':
      return pictureTemplate(found, setting, 'aversion', [], (size) =>
        aversionCurve(decision, size, currency),
      );
    case 'discounting':
      return html`<tandem-choice-map
        .asking=${asking}
        .currency=${currency}
        .result=${result}
        .question=${discounted}
      ></tandem-choice-map>`;
    case 'hurdles':
    case 'budgets':
      return pictureTemplate(found, setting, 'hurdle', [asked], (size) =>
        hurdleCurve(decision, asked, size, currency),
      );
  }
  return asked satisfies never;
}
