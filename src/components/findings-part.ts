import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { provenance } from '../present/provenance.ts';
import type { Drawings } from './drawings.ts';
import type { ShownFindings } from './findings.ts';
import type { Folds } from './fold-template.ts';
import type { DrawScene } from './tandem-figure.ts';

/** What a part of the findings is shown with. */
export interface PartSetting {
  readonly drawings: Drawings;
  readonly folds: Folds;
  /** What a reader has chosen, by name; '' unless something was. */
  readonly chosen: (name: string) => string;
  readonly choose: (name: string, value: string) => void;
}

/** A question that the analysis answers: its claim, and what the claim rests on. */
export interface FindingsPart {
  readonly id: string;
  readonly title: string;
  /** The answer in one sentence; '' while it is not known. */
  readonly claim: (found: ShownFindings, setting: PartSetting) => string;
  readonly content: (found: ShownFindings, setting: PartSetting) => TemplateResult;
}

/** A picture of findings, drawn anew only where something that it is made from is another. */
export function pictureTemplate(
  { currency, decision, result }: ShownFindings,
  { drawings }: PartSetting,
  name: string,
  from: readonly unknown[],
  draw: DrawScene,
): TemplateResult {
  return html`<tandem-figure
    data-picture=${name}
    .draw=${drawings.of(name, [decision, currency.code, currency.rate, ...from], draw)}
    .source=${provenance(result)}
  ></tandem-figure>`;
}

/** Keeps a number and its unit on one line. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(' %', '\u00a0%');
}

/** Sentences one under the other. */
export function sentencesTemplate(sentences: readonly string[]): TemplateResult {
  return html`${sentences.map((sentence) => html`<p>${unbroken(sentence)}</p>`)}`;
}
