import { html, nothing } from 'lit';
import { plausibilityOf } from '../analysis/plausibility.ts';
import { inYears } from '../present/in-years.ts';
import { impliedClaim, impliedInWords, impliedRows } from '../present/plausibility-in-words.ts';
import { unbroken } from './findings-part.ts';
import type { FindingsPart } from './findings-part.ts';
import type { ShownFindings } from './findings.ts';

const plausibility = ({ decision, result, turnover }: ShownFindings) =>
  plausibilityOf(result, decision.beyondCaps, turnover);
const impliedOf = (found: ShownFindings) =>
  impliedInWords(plausibility(found), found.result, found.currency);

/** What the inputs imply, for anyone to believe or not. */
export const believablePart: FindingsPart = {
  id: 'believable',
  title: 'Is it believable?',
  claim: (found) => impliedClaim(impliedOf(found)),
  content(found) {
    const { result } = found;
    return html`
      <h4>${impliedClaim(impliedOf(found))}</h4>
      <ul class="implied">
        ${impliedOf(found).map(
          ({ isOdd, text }) =>
            html`<li class=${isOdd ? 'odd' : nothing}>
              ${isOdd ? html`<strong>Look again:</strong> ` : nothing}${unbroken(text)}
            </li>`,
        )}
      </ul>
      <p class="quiet">
        What the inputs imply, to be held against experience. Nothing marked is an error: it asks
        for a second look at the inputs behind it.
      </p>
      <div class="scroll" role="region" aria-label="How often events happen" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Event, posture</th>
              <th scope="col">At least one in ${inYears(result.manifest.years)}</th>
              <th scope="col">One in</th>
            </tr>
          </thead>
          <tbody>
            ${impliedRows(plausibility(found), result).map(
              ({ atLeastOne, event, oneIn, posture }) =>
                html`<tr>
                  <th scope="row">${event}, ${posture}</th>
                  <td>${atLeastOne}</td>
                  <td>${oneIn}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  },
};
