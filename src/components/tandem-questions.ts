import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { questions } from '../present/questions.ts';
import type { Question, QuestionField } from '../present/questions.ts';
import { readNumber } from '../present/read-number.ts';
import { unitWords } from '../present/unit-words.ts';
import { writeNumber } from '../present/write-number.ts';
import type { Company } from '../schema/company.ts';
import type { LawResult } from '../schema/law-result.ts';
import { controlStyles } from './control-styles.ts';
import { TandemCompanyEvent } from './events.ts';
import { questionStyles } from './question-styles.ts';
import { segmentedStyles, segmentedTemplate } from './segmented-template.ts';
import { tokens } from './tokens.ts';

/**
 * Ten questions about a company in plain words, each with why it is asked and which article asks it.
 *
 * @fires tandem-company - A question was answered.
 */
export class TandemQuestions extends LitElement {
  static override styles = [tokens, controlStyles, segmentedStyles, questionStyles];

  /** The company as it is now. */
  @property({ attribute: false }) accessor company: Company = {};
  /** The currency of its turnover. */
  @property() accessor currency = 'HKD';
  /** The rules that ask, by name. */
  @property({ attribute: false }) accessor rules: LawResult['rules'] = {};
  @property({ type: Boolean }) accessor readonly = false;
  /** What is wrong with what was typed, by field. */
  @state() private accessor problems: Readonly<Record<string, string>> = {};

  override render(): TemplateResult {
    return html`<ol>
      ${questions.map((question) => this.#question(question))}
    </ol>`;
  }

  #question(question: Question): TemplateResult {
    const { ask, fields, id, why } = question;
    return html`
      <li>
        <div role="group" aria-labelledby=${id} aria-describedby="why-${id}">
          <p class="ask" id=${id}>${ask}</p>
          <div class="fields">${fields.map((field) => this.#field(field))}</div>
          <p class="why" id="why-${id}">
            <strong>Why we ask:</strong> ${why}
            <span class="article">${this.#articles(question)}</span>
          </p>
        </div>
      </li>
    `;
  }

  #articles({ rules }: Question): string {
    return rules
      .flatMap((name) => {
        const rule = Object.hasOwn(this.rules, name) ? this.rules[name] : undefined;
        return rule === undefined ? [] : [`${rule.article} (${name})`];
      })
      .join('; ');
  }

  #field(field: QuestionField): TemplateResult {
    const { id, kind, label } = field;
    if (kind === 'number') return this.#number(field);
    const options =
      kind === 'yes-no'
        ? [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]
        : field.options;
    const answer = field.read(this.company);
    return html`<div class="field">
      <span class="label" aria-hidden="true">${label}</span>
      ${segmentedTemplate({
        legend: label,
        name: id,
        options,
        chosen: typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : (answer ?? ''),
        isDisabled: this.readonly,
        choose: (value) =>
          this.#answer(
            kind === 'yes-no'
              ? field.write(this.company, value === 'yes')
              : field.write(this.company, value),
          ),
      })}
    </div>`;
  }

  #number(field: QuestionField & { readonly kind: 'number' }): TemplateResult {
    const { id, isMoney, label } = field;
    const answer = field.read(this.company);
    const problem = Object.hasOwn(this.problems, id) ? this.problems[id] : undefined;
    const { before } = isMoney ? unitWords('HKD', this.currency) : { before: '' };
    return html`<div class="field">
      <label class="label" for=${id}>${label}${before === '' ? nothing : html`, ${before}`}</label>
      <div>
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          id=${id}
          placeholder="none"
          ?disabled=${this.readonly}
          aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-describedby="problem-${id}"
          .value=${live(answer === null ? '' : writeNumber(answer))}
          @change=${({ target }: Event) => this.#type(field, (target as HTMLInputElement).value)}
        />
        <p class="problem" id="problem-${id}" role="status">${problem ?? ''}</p>
      </div>
    </div>`;
  }

  #type(field: QuestionField & { readonly kind: 'number' }, text: string): void {
    const { [field.id]: _before, ...others } = this.problems;
    if (text.trim() === '') {
      this.problems = others;
      this.#answer(field.write(this.company, null));
      return;
    }
    const read = readNumber(text, {
      unit: field.isMoney ? 'HKD' : '1',
      currency: field.isMoney ? this.currency : null,
      lowest: 0,
      highest: field.isMoney ? 1e15 : 2e9,
    });
    const problem =
      'problem' in read
        ? read.problem
        : field.isMoney || Number.isInteger(read.value)
          ? null
          : 'Write a whole number of people, such as 24,000.';
    this.problems = problem === null ? others : { ...others, [field.id]: problem };
    if (problem === null && 'value' in read) this.#answer(field.write(this.company, read.value));
  }

  #answer(company: Company): void {
    this.dispatchEvent(new TandemCompanyEvent(company));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-questions': TandemQuestions;
  }
}
