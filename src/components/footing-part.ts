import { html, nothing } from 'lit';
import { foundationOf } from '../analysis/foundation.ts';
import { foundationBars } from '../charts/foundation-bars.ts';
import { figureInWords } from '../present/decision-figures-in-words.ts';
import { foundationClaim, groundWords } from '../present/foundation-in-words.ts';
import { formatPercent } from '../present/format-share.ts';
import { explainedFigure } from './drivers-part.ts';
import { pictureTemplate, unbroken } from './findings-part.ts';
import type { FindingsPart, PartSetting } from './findings-part.ts';
import type { ShownFindings } from './findings.ts';

const least = 0.005;

function footing({ decision, evidence, result }: ShownFindings, setting: PartSetting) {
  const id = explainedFigure(decision, setting);
  const figure = decision.figures.find((each) => each.id === id);
  return {
    of: figure === undefined ? 'it' : figureInWords(decision, figure),
    footings: foundationOf(decision, id, result.inputs, evidence),
  };
}

/** What the answer rests on, by the class of evidence behind what drives it. */
export const footingPart: FindingsPart = {
  id: 'footing',
  title: 'What it rests on',
  claim(found, setting) {
    const { footings, of } = footing(found, setting);
    return foundationClaim(footings, of);
  },
  content(found, setting) {
    const { footings, of } = footing(found, setting);
    const { evidence, result } = found;
    const stated = (id: string): string => {
      const { facts, claims } = evidence;
      if (Object.hasOwn(facts, id)) return `${id}: ${facts[id]?.title ?? ''}`;
      return Object.hasOwn(claims, id) ? `${id}: ${claims[id]?.statement ?? ''}` : id;
    };
    const sourceOf = (driver: string): string => {
      const input = found.decision.drivers.find(({ id }) => id === driver)?.input ?? '';
      const known = result.inputs[input];
      const rules = result.law?.derived.find((each) => each.input === input)?.rules ?? [];
      if (known?.from === 'law')
        return rules.map((rule) => result.law?.rules[rule]?.article ?? rule).join(', ');
      const source = known?.source ?? (known?.from === 'model' ? known.evidence[0] : undefined);
      return source === undefined ? 'no source named' : stated(source);
    };
    return html`
      ${pictureTemplate(found, setting, 'footing', [of], (size) =>
        foundationBars(footings, of, size),
      )}
      ${footings
        .filter(({ share }) => share >= least)
        .map(
          ({ drivers, ground, share }) => html`
            <h5>${formatPercent(share)}: ${groundWords[ground]}</h5>
            <ul class="grounds">
              ${drivers
                .filter((driver) => driver.share >= least)
                .map(
                  (driver) =>
                    html`<li>
                      ${formatPercent(driver.share)} ${driver.name}
                      <span class="quiet">${unbroken(sourceOf(driver.id))}</span>
                    </li>`,
                )}
            </ul>
          `,
        )}
      ${
        found.decision.drivers.some(({ kind }) => kind === 'input')
          ? html`<p class="quiet">
              The figure explained is the one chosen under “What drives it”.
            </p>`
          : nothing
      }
    `;
  },
};
