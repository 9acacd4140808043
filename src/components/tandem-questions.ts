import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
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

  /** The company as it is now, with the answers that no run knows of yet. */
  @property({ attribute: false }) accessor company: Company = {};
  /** Name of the scenario: what was typed belongs to it. */
  @property() accessor scenario = '';
  /** The currency of its turnover. */
  @property() accessor currency = 'HKD';
  /** The rules that ask, by name. */
  @property({ attribute: false }) accessor rules: LawResult['rules'] = {};
  @property({ type: Boolean }) accessor readonly = false;
  /** What is being typed, or was and cannot be read, by field: no run may write over it. */
  @state() private accessor typed: Readonly<Record<string, string>> = {};
  /** What is wrong with what was typed, by field. */
  @state() private accessor problems: Readonly<Record<string, string>> = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scenario')) [this.typed, this.problems] = [{}, {}];
    const before = changed.get('company');
    if (before === undefined) return;
    // An answer that was taken back, or is another now, is shown in place of what was typed there.
    const fields = questions.flatMap((question) => question.fields);
    for (const { id, read } of fields) {
      if (Object.hasOwn(this.typed, id) && read(before) !== read(this.company)) this.#forget(id);
    }
  }

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
          this.#answer((company) =>
            kind === 'yes-no' ? field.write(company, value === 'yes') : field.write(company, value),
          ),
      })}
    </div>`;
  }

  #number(field: QuestionField & { readonly kind: 'number' }): TemplateResult {
    const { id, isMoney, label } = field;
    const answer = field.read(this.company);
    const problem = Object.hasOwn(this.problems, id) ? this.problems[id] : undefined;
    const typed = Object.hasOwn(this.typed, id) ? this.typed[id] : undefined;
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
          .value=${live(typed ?? (answer === null ? '' : writeNumber(answer)))}
          @input=${({ target }: Event) => this.#keep(id, (target as HTMLInputElement).value)}
          @change=${({ target }: Event) => this.#type(field, (target as HTMLInputElement).value)}
        />
        <p class="problem" id="problem-${id}" role="status">${problem ?? ''}</p>
      </div>
    </div>`;
  }

  #keep(id: string, text: string): void {
    this.typed = { ...this.typed, [id]: text };
  }

  #forget(id: string): void {
    const { [id]: _typed, ...typed } = this.typed;
    const { [id]: _problem, ...problems } = this.problems;
    [this.typed, this.problems] = [typed, problems];
  }

  #type(field: QuestionField & { readonly kind: 'number' }, text: string): void {
    this.#forget(field.id);
    if (text.trim() === '') {
      this.#answer((company) => field.write(company, null));
      return;
    }
    const read = readNumber(text, {
      unit: field.isMoney ? 'HKD' : '1',
      currency: field.isMoney ? this.currency : null,
      lowest: 0,
      highest: field.isMoney ? 1e15 : 2e9,
      isWhole: !field.isMoney,
    });
    const problem =
      'problem' in read
        ? read.problem
        : field.isMoney || Number.isInteger(read.value)
          ? null
          : 'Write a whole number of people, such as 24,000.';
    if (problem !== null) {
      this.#keep(field.id, text);
      this.problems = { ...this.problems, [field.id]: problem };
    } else if ('value' in read) this.#answer((company) => field.write(company, read.value));
  }

  /** Shown at once; what it is written into is not for this form to say, which may show an older state. */
  #answer(edit: (company: Company) => Company): void {
    this.company = edit(this.company);
    this.dispatchEvent(new TandemCompanyEvent(edit));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-questions': TandemQuestions;
  }
}
