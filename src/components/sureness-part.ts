import { html } from 'lit';
import { convergence } from '../charts/convergence.ts';
import { surenessSentences } from '../present/sureness-in-words.ts';
import { pictureTemplate, sentencesTemplate } from './findings-part.ts';
import type { FindingsPart } from './findings-part.ts';

/** Whether there are enough simulated futures. */
export const surenessPart: FindingsPart = {
  id: 'sureness',
  title: 'Are there enough simulated futures?',
  claim: ({ currency, decision }) => convergence(decision, { width: 600 }, currency)?.title ?? '',
  content: (found, setting) => html`
    ${pictureTemplate(found, setting, 'convergence', [], (size) =>
      convergence(found.decision, size, found.currency),
    )}
    ${sentencesTemplate(surenessSentences(found.decision, found.result, found.currency))}
  `,
};
