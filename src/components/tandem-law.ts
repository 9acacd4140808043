import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { programmeGantt } from '../charts/programme-gantt.ts';
import { comparedPosture } from '../present/compared-posture.ts';
import {
  lawHeadline,
  legalNotice,
  nearestThreshold,
  regimeSentence,
  taskInWords,
} from '../present/law-in-words.ts';
import { questions } from '../present/questions.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ProfileChanges, ProfileEdit } from '../schema/apply-changes.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Company } from '../schema/company.ts';
import type { Issue } from '../schema/issue.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { derivedTemplate } from './derived-template.ts';
import { dutiesTemplate, gapTableTemplate, thresholdsTemplate } from './duties-template.ts';
import { effectTemplate } from './effect-template.ts';
import { TandemCommandEvent, TandemProfileEvent } from './events.ts';
import type { TandemCompanyEvent } from './events.ts';
import { flowsTemplate } from './flow-template.ts';
import { Folds, foldStyles, foldTemplate } from './fold-template.ts';
import { lawStyles } from './law-styles.ts';
import { listReadTemplate } from './list-read-template.ts';
import { messageOf } from './message-of.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';
import { undoCommand } from './undo-keys.ts';
import { whyTemplate } from './why-template.ts';
import { UnhurriedElement } from './unhurried-element.ts';

const nothingChanged: ProfileChanges = {};
const noCompany: Company = {};

/**
 * Which law applies to a company and by which rule, what it asks, what is missing, and what that
 * sets in the cost model; with questions about the company, and a list of its flows as a file.
 *
 * @fires tandem-profile - What the law is asked about was changed.
 * @fires tandem-command - The last change is to be taken back.
 */
export class TandemLaw extends UnhurriedElement {
  static override styles = [tokens, controlStyles, foldStyles, lawStyles];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  /** What differs from the scenario. */
  @property({ attribute: false }) accessor profile: ProfileChanges = nothingChanged;
  @property({ type: Boolean }) accessor readonly = false;
  /** Whether the result is older than the answers. */
  @property({ type: Boolean }) accessor stale = false;
  /** Why a list of flows could not be read. */
  @state() accessor issues: readonly Issue[] = [];
  @state() accessor failure = '';
  /** What was taken for what in the list that was read, and what was set aside. */
  @state() accessor remarks: readonly Issue[] = [];
  /** What was done last, in words. */
  @state() accessor said = '';
  readonly #folds = new Folds(() => this.requestUpdate());
  /** The result before the first answer. */
  #before: Result | null = null;
  #drawProgramme: DrawScene = () => null;

  /** Takes a list of flows from a CSV file or a workbook; what is wrong with it is shown, and nothing is lost. */
  async openFlows(file: File): Promise<void> {
    const reader = await import('./flow-file.ts').catch(messageOf);
    if (typeof reader === 'string') {
      [this.failure, this.issues, this.said, this.remarks] = [reader, [], '', []];
      return;
    }
    // A workbook is read by a part that is fetched then.
    const read = await reader.openFlowFile(file).catch(messageOf);
    if (typeof read === 'string') {
      [this.failure, this.issues, this.said, this.remarks] = [read, [], '', []];
      return;
    }
    const { flows, issues } = read;
    this.issues = issues;
    this.remarks = flows === null ? [] : issues;
    this.failure = flows === null ? `${file.name} cannot be read; all is as it was.` : '';
    this.said = '';
    if (flows !== null) {
      this.said = `${flows.length} ${flows.length === 1 ? 'flow' : 'flows'} read from ${file.name}.`;
      this.#folds.set('flows', true);
      this.#change({ flows });
    }
    await this.updateComplete;
    const shown = this.renderRoot.querySelector(flows === null ? 'tandem-issues' : '.file-tools');
    shown?.scrollIntoView({ block: 'nearest' });
  }

  /** Answers build on those before: once they have taken effect, no question may be older. */
  protected override get canWait(): boolean {
    return !this.hasUpdated || this.stale;
  }

  /** Whether anything that the law is asked about was changed. */
  get #isAsked(): boolean {
    return Object.keys(this.profile).some((name) => name !== 'correlations');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { currency, result } = this;
    if (!this.#isAsked && !this.stale) this.#before = result;
    const named = changed.get('briefing')?.scenario.name;
    // What was wrong with a file is no more of use once something else is shown.
    if (changed.has('profile') || (named !== undefined && named !== this.briefing?.scenario.name))
      [this.failure, this.issues] = ['', []];
    if (named !== undefined && named !== this.briefing?.scenario.name) this.remarks = [];
    const plan = result?.law?.programme ?? null;
    if (!changed.has('result') && !changed.has('currency')) return;
    const compared = result === null ? '' : (comparedPosture(result) ?? '');
    const data = {
      weekOfDelay: result?.weekOfDelay ?? null,
      oneTimeCost: result?.lines[compared]?.['programme']?.mean ?? null,
    };
    this.#drawProgramme = (size) =>
      plan === null ? null : programmeGantt({ plan, ...data }, size, currency);
  }

  override render(): TemplateResult | typeof nothing {
    const { briefing, result } = this;
    if (briefing === null || result === null) return nothing;
    const { company, flows } = briefing.profile;
    const law = company === null && flows === null ? undefined : result.law;
    return html`
      <section aria-labelledby="law" @keydown=${this.#onKey}>
        <h3 id="law">Which law applies, and what it asks</h3>
        ${law === undefined ? nothing : this.#summary(law)}
        ${this.readonly ? nothing : this.#invitation(law)}
        ${
          this.#isAsked
            ? effectTemplate({
                before: this.#before,
                now: result,
                currency: this.currency,
                isStale: this.stale,
                isReadonly: this.readonly,
                undo: () => this.dispatchEvent(new TandemCommandEvent('undo')),
                reset: () => this.#edit(withoutLaw),
              })
            : nothing
        }
        ${law === undefined ? nothing : this.#parts(law, result, briefing)}
      </section>
    `;
  }

  #summary(law: LawResult): TemplateResult {
    return html`
      <p class="lead"><strong>${lawHeadline(law)}</strong> ${taskInWords(law)}</p>
      <p class="note">${legalNotice(law)}</p>
      <ul class="regimes">
        ${law.regimes.map((regime) => {
          const outside = law.remarks.find(({ code }) => code === outsideCode(regime.id));
          return html`<li class=${outside === undefined ? nothing : 'outside'}>
            ${outside?.message ?? regimeSentence(regime, law.questions)}
            ${regime.rules.map((rule) => whyTemplate({ law, folds: this.#folds, rule, flow: null }))}
          </li>`;
        })}
      </ul>
      ${law.remarks
        .filter(({ code }) => !law.regimes.some(({ id }) => code === outsideCode(id)))
        .map(({ message }) => html`<p class="note">${message}</p>`)}
    `;
  }

  /** What a person can do where the law moves no figure yet. */
  #invitation(law: LawResult | undefined): TemplateResult | typeof nothing {
    const shown = law?.derived.filter(({ status }) => status === 'shown') ?? [];
    if (law !== undefined && shown.length === 0) return nothing;
    return html`<div class="invitation">
      <p>
        ${
          law === undefined
            ? 'This scenario says nothing about the company, so the law cannot be asked. Answer ten questions, and see which law applies and what it costs.'
            : 'This scenario gives its figures itself: what the law would set is shown below and not used. Start with your own company, or let the law set the figures of this one.'
        }
      </p>
      <button type="button" @click=${() => this.#start(law)}>Start with your own company</button>
      ${
        law === undefined
          ? nothing
          : html`<button type="button" @click=${() => this.#change({ derive: everyInput(law) })}>
              Let the law set the figures
            </button>`
      }
    </div>`;
  }

  #parts(law: LawResult, result: Result, briefing: Briefing): TemplateResult {
    const folds = this.#folds;
    const part = (
      name: string,
      title: string,
      aside: string | number,
      content: () => unknown,
    ): TemplateResult =>
      foldTemplate({ folds, name, title, aside: String(aside), look: 'section' }, content);
    const lacking = law.flows.filter(({ missing }) => missing.length > 0).length;
    const used = law.derived.filter(({ status }) => status === 'used').length;
    const open = law.questions.length;
    return html`
      ${part(
        'questions',
        'Ten questions about the company',
        open === 0 ? 'all answered that matter' : `${open} open; what hangs on them is not known`,
        () => this.#questions(law, briefing),
      )}
      ${part(
        'flows',
        'Where its data goes',
        `${law.flows.length} ${law.flows.length === 1 ? 'flow' : 'flows'}, ${lacking} with gaps`,
        () => [this.#fileTools(law, briefing), flowsTemplate(law, folds)],
      )}
      ${part('duties', 'What it must do', `${law.duties.length} duties`, () => dutiesTemplate(law, folds))}
      ${part('thresholds', 'How near it is to each threshold', nearestThreshold(law), () => thresholdsTemplate(law))}
      ${part('gaps', 'Where the laws differ', `${law.gaps.length} topics`, () => gapTableTemplate(law))}
      ${part(
        'derived',
        'What the law sets in the costs',
        `${used} of ${law.derived.length} figures`,
        () => [
          this.#leaveToLaw(law),
          derivedTemplate({ law, result, briefing, folds, currency: this.currency }),
        ],
      )}
      ${
        law.programme === null
          ? nothing
          : part(
              'programme',
              'The programme, week by week',
              law.programme.label,
              () => html`<tandem-figure .draw=${this.#drawProgramme}></tandem-figure>`,
            )
      }
      ${
        law.flows.length === 0
          ? nothing
          : part(
              'papers',
              'Papers to show',
              'map, register, checklist, dates, memos',
              () =>
                html`<tandem-papers
                  .result=${result}
                  .briefing=${briefing}
                  ?stale=${this.stale}
                ></tandem-papers>`,
            )
      }
    `;
  }

  /** What was answered is shown and written as it is now, not as the last run knew it. */
  #questions(law: LawResult, { profile, scenario }: Briefing): TemplateResult {
    const { base } = profile;
    const { company = base.company, flows = base.flows } = this.profile;
    return html`
      ${flows === null || this.readonly ? nothing : this.#impliesTemplate(flows.length)}
      <tandem-questions
        .company=${live(company ?? noCompany)}
        .scenario=${scenario.name}
        .currency=${profile.currency}
        .rules=${law.rules}
        ?readonly=${this.readonly}
        @tandem-company=${({ edit }: TandemCompanyEvent) =>
          this.#edit((now) => ({ ...now, company: edit(now.company ?? base.company ?? {}) }))}
      ></tandem-questions>
    `;
  }

  #impliesTemplate(count: number): TemplateResult {
    return html`<div class="invitation">
      <p>
        The scenario lists its flows (${count}), and the law looks at each: the list says more than
        the answers ${inFlows.join(', ')}. To see what your answers alone imply, set it aside; Undo
        brings it back.
      </p>
      <button type="button" @click=${() => this.#change({ flows: null })}>
        Make the flows from the answers
      </button>
    </div>`;
  }

  #fileTools(law: LawResult, { profile, scenario }: Briefing): TemplateResult {
    const save = async (what: 'flows' | 'template'): Promise<void> => {
      const writer = await import('./flow-file.ts').catch(messageOf);
      if (typeof writer === 'string') this.said = writer;
      else if (what === 'template') this.said = writer.saveFlowTemplate();
      else this.said = writer.saveFlows(profile, scenario.name);
    };
    return html`
      <div class="file-tools">
        ${
          this.readonly
            ? nothing
            : html`<label class="button file">
                Open a list of flows
                <input
                  type="file"
                  accept=".csv,.tsv,.txt,.xlsx,text/csv"
                  aria-label="Open a list of flows, a CSV file or a workbook"
                  @change=${this.#open}
                />
              </label>`
        }
        <button type="button" ?disabled=${law.flows.length === 0} @click=${() => save('flows')}>
          Save as CSV
        </button>
        <button type="button" class="plain" @click=${() => save('template')}>
          Save a template to fill in
        </button>
      </div>
      ${listReadTemplate(this)}
    `;
  }

  #leaveToLaw(law: LawResult): TemplateResult | typeof nothing {
    const own = law.derived.filter(({ status }) => status === 'overridden').length;
    if (own === 0 || this.readonly) return nothing;
    return html`<div class="invitation">
      <p>The scenario gives ${own} of these figures itself, above the law.</p>
      <button type="button" @click=${() => this.#change({ derive: everyInput(law) })}>
        Let the law set them
      </button>
    </div>`;
  }

  #start(law: LawResult | undefined): void {
    this.#folds.set('questions', true);
    this.#change({
      company: { places: ['hong-kong'] },
      flows: null,
      ...(law === undefined ? {} : { derive: everyInput(law) }),
    });
  }

  #open({ target }: Event): void {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file !== undefined) void this.openFlows(file);
    // So that the same file, mended, can be opened again.
    input.value = '';
  }

  #change(change: ProfileChanges): void {
    this.#edit((now) => ({ ...now, ...change }));
  }

  #edit(edit: ProfileEdit): void {
    this.dispatchEvent(new TandemProfileEvent(edit));
  }

  #onKey(event: KeyboardEvent): void {
    const command = undoCommand(event);
    if (command === null || this.readonly) return;
    event.preventDefault();
    this.dispatchEvent(new TandemCommandEvent(command));
  }
}

/** The numbers of the questions that a list of flows answers in more detail. */
const inFlows = questions.flatMap(({ isInFlows }, index) => (isInFlows ? [index + 1] : []));

/** What was changed that has nothing to do with the law stays when the rest is taken back. */
function withoutLaw({ correlations }: ProfileChanges): ProfileChanges {
  return correlations === undefined ? {} : { correlations };
}

/** The remark that tells why a law does not apply, and what that means: it stands for the plain verdict. */
function outsideCode(regime: string): string {
  return `${regime}-does-not-apply`;
}

/** Every input that the law sets, or would. */
function everyInput({ derived }: LawResult): readonly string[] {
  return derived.map(({ input }) => input);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-law': TandemLaw;
  }
}
