import { html } from 'lit';
import type { FindingsPart } from './findings-part.ts';

/** Who is best as one or two inputs change together. */
export const mapPart: FindingsPart = {
  id: 'map',
  title: 'Two inputs at once',
  claim: () => 'Which posture costs least as two inputs change together: choose them',
  content: ({ asking, currency, decision, result, switching }) =>
    html`<tandem-choice-map
      .asking=${asking}
      .currency=${currency}
      .decision=${decision}
      .result=${result}
      .switching=${switching}
    ></tandem-choice-map>`,
};
