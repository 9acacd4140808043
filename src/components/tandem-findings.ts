import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { believablePart } from './believable-part.ts';
import { breakEvenPart } from './break-even-part.ts';
import { controlStyles } from './control-styles.ts';
import { Drawings } from './drawings.ts';
import { driversPart } from './drivers-part.ts';
import type { FindingsPart, PartSetting } from './findings-part.ts';
import { findingsStyles } from './findings-styles.ts';
import type { Findings } from './findings.ts';
import { Folds, foldStyles, foldTemplate } from './fold-template.ts';
import { footingPart } from './footing-part.ts';
import { mapPart } from './map-part.ts';
import { riskPart } from './risk-part.ts';
import { segmentedStyles } from './segmented-template.ts';
import { surenessPart } from './sureness-part.ts';
import { tokens } from './tokens.ts';
import { worthPart } from './worth-part.ts';

const parts: readonly FindingsPart[] = [
  driversPart,
  breakEvenPart,
  mapPart,
  worthPart,
  riskPart,
  surenessPart,
  footingPart,
  believablePart,
];

/** What was found out about a decision: a claim a line, each with its picture and words when it is opened. */
export class TandemFindings extends LitElement {
  static override styles = [tokens, controlStyles, segmentedStyles, foldStyles, findingsStyles];

  @property({ attribute: false }) accessor found: Findings | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @state() private accessor chosen: Readonly<Record<string, string>> = {};
  readonly #setting: PartSetting;

  constructor() {
    super();
    const folds = new Folds(() => this.requestUpdate());
    folds.set('drivers', true);
    this.#setting = {
      drawings: new Drawings(),
      folds,
      chosen: (name) => this.chosen[name] ?? '',
      choose: (name, value) => {
        this.chosen = { ...this.chosen, [name]: value };
      },
    };
  }

  override render(): TemplateResult | typeof nothing {
    const { currency, found } = this;
    if (found === null) return nothing;
    const shown = { ...found, currency };
    return html`${parts.map(({ claim, content, id, title }) =>
      foldTemplate(
        {
          folds: this.#setting.folds,
          name: id,
          title,
          aside: claim(shown, this.#setting),
          look: 'section',
        },
        () => content(shown, this.#setting),
      ),
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-findings': TandemFindings;
  }
}
