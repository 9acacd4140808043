import { html } from 'lit';
import { breakEven } from '../charts/break-even.ts';
import { switchingRows, switchingSentence } from '../present/switching.ts';
import { pictureTemplate } from './findings-part.ts';
import type { FindingsPart } from './findings-part.ts';
import type { ShownFindings } from './findings.ts';
import { isFound, searchInWords } from './switching-search.ts';

const claimOf = ({ currency, decision, result, switching }: ShownFindings): string => {
  if (!isFound(switching)) return searchInWords(switching);
  const [first] = switchingRows(result, switching, currency);
  return first === undefined
    ? switchingSentence(result, switching, currency)
    : (breakEven(result, switching, decision.best, { width: 600 }, currency)?.title ?? '');
};

/** Where an input ties two postures. */
export const breakEvenPart: FindingsPart = {
  id: 'break-even',
  title: 'Where it tips',
  claim: claimOf,
  content(found, setting) {
    const { currency, decision, result, switching } = found;
    if (!isFound(switching)) return html`<p class="quiet">${searchInWords(switching)}</p>`;
    if (switchingRows(result, switching, currency).length === 0)
      return html`<p>${claimOf(found)}</p>`;
    return pictureTemplate(found, setting, 'break-even', [switching], (size) =>
      breakEven(result, switching, decision.best, size, currency),
    );
  },
};
