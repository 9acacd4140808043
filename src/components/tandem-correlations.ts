import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { correlationScatter } from '../charts/correlation-scatter.ts';
import { isPair, possibleCorrelation } from '../present/possible-correlation.ts';
import { writeNumber } from '../present/write-number.ts';
import type { Correlation, ProfileChanges, ProfileEdit } from '../schema/apply-changes.ts';
import type { Briefing, InputBriefing } from '../schema/briefing.ts';
import { controlStyles } from './control-styles.ts';
import { correlationStyles } from './correlation-styles.ts';
import { Drawings } from './drawings.ts';
import { TandemProfileEvent } from './events.ts';
import type { TandemSlider } from './tandem-slider.ts';
import { tokens } from './tokens.ts';

/** What a new pair begins with, where that is possible. */
const usual = 0.5;
/** The model's input that raises and lowers how often all postures meet the regulators. */
const commonCause = 'regulatorActivity';

/**
 * Pairs of uncertain inputs that are high and low together: how closely, with a picture, to be
 * changed, added and taken out. What cannot be, given the other pairs, cannot be set.
 *
 * @fires tandem-profile - Pairs were changed.
 */
export class TandemCorrelations extends LitElement {
  static override styles = [tokens, controlStyles, correlationStyles];

  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  @property({ attribute: false }) accessor profile: ProfileChanges = {};
  @property({ type: Boolean }) accessor readonly = false;
  /** The pair that is being moved, and where to. */
  @state() private accessor moved: Correlation | null = null;
  /** The pair that is to be added. */
  @state() private accessor wanted: readonly [string, string] = ['', ''];
  /** Why the last thing that was asked for was not done. */
  @state() private accessor problem = '';
  readonly #drawings = new Drawings();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('profile')?.correlations;
    // The same pairs told again, or an answer about the company, leave what is being moved alone.
    if (
      changed.has('profile') &&
      JSON.stringify(before) !== JSON.stringify(this.profile.correlations)
    )
      [this.moved, this.problem] = [null, ''];
  }

  /** As they are now: what was changed takes the place of all that the scenario has. */
  get #pairs(): readonly Correlation[] {
    return this.profile.correlations ?? this.briefing?.correlations ?? [];
  }

  override render(): TemplateResult | typeof nothing {
    const { briefing } = this;
    if (briefing === null) return nothing;
    const pairs = this.#pairs;
    return html`
      <p>
        Two inputs that have one cause are high together and low together: the worst future is then
        worse than if each went its own way, while averages stay nearly as they are. How closely, a
        rank correlation says: from −1, always opposed, over 0, independent, to 1, always together.
        Inputs that stand in no pair here are independent.
      </p>
      ${causeInWords(briefing)}
      ${
        pairs.length === 0
          ? html`<p class="none">This scenario joins no inputs.</p>`
          : html`<ul>
              ${pairs.map((pair) => html`<li>${this.#pair(briefing, pair)}</li>`)}
            </ul>`
      }
      ${this.readonly ? nothing : this.#adding(briefing)}
      <p class="problem" role="alert">${this.problem}</p>
    `;
  }

  #pair(briefing: Briefing, pair: Correlation): TemplateResult {
    const [one, other, rank] = pair;
    const [first, second] = [labelOf(briefing, one), labelOf(briefing, other)];
    const name = `${first} and ${second}`;
    const shown = this.moved !== null && isPair(this.moved, one, other) ? this.moved[2] : rank;
    const before = briefing.correlations.find((each) => isPair(each, one, other));
    const possible = possibleCorrelation(this.#pairs, one, other);
    const [lowest, highest] = possible ?? [-1, 1];
    const scatter = { one: first, other: second, rank: shown };
    return html`
      <div class="head">
        <h6>${name}</h6>
        ${
          this.readonly
            ? nothing
            : html`<button
                type="button"
                class="plain"
                aria-label=${`Take out: ${name}`}
                @click=${() => this.#takeOut(pair)}
              >
                Take out
              </button>`
        }
      </div>
      <div class="both">
        <div>
          <tandem-slider
            .label=${`How ${first} and ${second} move together, from \u22121 to 1`}
            .detail=${detailOf(lowest, highest)}
            .value=${rank}
            .min=${-1}
            .max=${1}
            .step=${0.05}
            .lowest=${lowest}
            .highest=${highest}
            .was=${before?.[2] ?? null}
            ?disabled=${this.readonly}
            @input=${({ target }: Event) =>
              (this.moved = [one, other, (target as TandemSlider).shown])}
            @change=${({ target }: Event) => this.#set(pair, (target as TandemSlider).shown)}
          ></tandem-slider>
        </div>
        <tandem-figure
          compact
          data-pair=${`${one} ${other}`}
          .draw=${this.#drawings.of(`${one} ${other}`, [first, second, shown], (size) => correlationScatter(scatter, size))}
        ></tandem-figure>
      </div>
    `;
  }

  #adding(briefing: Briefing): TemplateResult {
    const able = briefing.inputs.filter(isUncertain);
    if (able.length < 2)
      return html`<p class="none">
        A pair needs two inputs that are uncertain; this scenario has ${able.length}.
      </p>`;
    const [one, other] = this.wanted;
    const partners = able.filter(
      ({ name }) => name !== one && !this.#pairs.some((pair) => isPair(pair, one, name)),
    );
    return html`
      <form @submit=${this.#add}>
        <label>
          Join ${chooser(able, one, (name) => (this.wanted = [name, name === other ? '' : other]))}
        </label>
        <label>
          with ${chooser(one === '' ? [] : partners, other, (name) => (this.wanted = [one, name]))}
        </label>
        <button type="submit" ?disabled=${one === '' || other === ''}>Add this pair</button>
      </form>
    `;
  }

  #add(event: Event): void {
    event.preventDefault();
    const [one, other] = this.wanted;
    const possible = possibleCorrelation(this.#pairs, one, other);
    if (one === '' || other === '' || possible === null) return;
    const [lowest, highest] = possible;
    this.wanted = ['', ''];
    const rank = Math.min(highest, Math.max(lowest, usual));
    this.#tell((pairs) => [
      ...pairs.filter((each) => !isPair(each, one, other)),
      [one, other, rank],
    ]);
  }

  #set([one, other]: Correlation, rank: number): void {
    this.#tell((pairs) =>
      pairs.map((each) => (isPair(each, one, other) ? [each[0], each[1], rank] : each)),
    );
  }

  /** Inputs that stand in no pair are independent, which others may not allow. */
  #takeOut([one, other]: Correlation): void {
    const [lowest, highest] = possibleCorrelation(this.#pairs, one, other) ?? [0, 0];
    if (lowest <= 0 && highest >= 0) {
      this.#tell((pairs) => pairs.filter((each) => !isPair(each, one, other)));
      return;
    }
    const nearest = writeNumber(lowest > 0 ? lowest : highest);
    this.problem = `Without this pair the two would be independent, which the other pairs rule out: nearest to that is ${nearest}. Bring another pair nearer to 0 first.`;
  }

  /** Shown at once; the pairs are changed as they are now, which may be newer than what is shown. */
  #tell(change: (pairs: readonly Correlation[]) => readonly Correlation[]): void {
    const given = this.briefing?.correlations ?? [];
    const edit: ProfileEdit = ({ correlations: before, ...rest }) => {
      const correlations = change(before ?? given);
      // Back at what the scenario says is no change.
      const isSame = JSON.stringify(correlations) === JSON.stringify(given);
      return isSame ? rest : { ...rest, correlations };
    };
    this.profile = edit(this.profile);
    this.dispatchEvent(new TandemProfileEvent(edit));
  }
}

function chooser(
  inputs: readonly InputBriefing[],
  chosen: string,
  choose: (name: string) => void,
): TemplateResult {
  return html`<select
    @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    ?disabled=${inputs.length === 0}
  >
    <option value="" ?selected=${chosen === ''}>an input …</option>
    ${inputs.map(
      ({ label, name }) =>
        html`<option value=${name} ?selected=${name === chosen}>${label}</option>`,
    )}
  </select>`;
}

/** What is drawn once a future: what differs from event to event has no rank of its own. */
function isUncertain({ perEvent, sketches }: InputBriefing): boolean {
  return !perEvent && Object.keys(sketches).length > 0;
}

function labelOf({ inputs }: Briefing, name: string): string {
  return inputs.find((input) => input.name === name)?.label ?? name;
}

function detailOf(lowest: number, highest: number): string {
  return lowest <= -1 && highest >= 1
    ? ''
    : `From ${writeNumber(lowest)} to ${writeNumber(highest)} is possible with the other pairs as they are.`;
}

function causeInWords(briefing: Briefing): TemplateResult | typeof nothing {
  const cause = briefing.inputs.find(({ name }) => name === commonCause);
  if (cause === undefined || !isUncertain(cause)) return nothing;
  return html`<p>
    ${cause.label} is such a cause already, and needs no pair: one value for each future raises or
    lowers how often every posture is investigated or has to mend something, in all its years, so
    that these costs go up and down together. A pair is for what the model does not join by itself.
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-correlations': TandemCorrelations;
  }
}
