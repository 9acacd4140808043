import { html } from 'lit';
import { informationBars } from '../charts/information-bars.ts';
import { worthInWords } from '../present/worth-in-words.ts';
import { pictureTemplate, sentencesTemplate } from './findings-part.ts';
import type { FindingsPart } from './findings-part.ts';

/** What knowing more before choosing would be worth. */
export const worthPart: FindingsPart = {
  id: 'worth',
  title: 'Is it worth finding out more?',
  claim: ({ currency, decision }) => worthInWords(decision, currency).claim,
  content: (found, setting) => html`
    ${pictureTemplate(found, setting, 'information', [], (size) =>
      informationBars(found.decision, size, found.currency),
    )}
    ${sentencesTemplate(worthInWords(found.decision, found.currency).sentences)}
  `,
};
