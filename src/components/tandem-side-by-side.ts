import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { scenarioDotplot } from '../charts/scenario-dotplot.ts';
import { differenceMethod, differenceRows, unfeltChanges } from '../present/difference-rows.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { posturesOf, sideBySide } from '../present/side-by-side.ts';
import type { NamedResult } from '../present/side-by-side.ts';
import type { Attribution } from '../schema/difference.ts';
import { controlStyles } from './control-styles.ts';
import type { KeptScenario } from './kept-scenario.ts';
import { SideBySideRuns } from './side-by-side-runs.ts';
import { sideBySideStyles } from './side-by-side-styles.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';

/** What was found of the way from one scenario to another. */
interface Found {
  readonly before: string;
  readonly after: string;
  readonly attribution: Attribution | null;
  readonly problem: string;
}

/** Two to six kept scenarios side by side: figures, pictures on a common scale, and what makes the difference. */
export class TandemSideBySide extends LitElement {
  static override styles = [tokens, controlStyles, sideBySideStyles];

  @property({ attribute: false }) accessor scenarios: readonly KeptScenario[] = [];
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** What is drawn, such as `cost all-laws` or `saving one-law`. */
  @state() private accessor figure = '';
  /** Ids of the two scenarios whose difference is explained. */
  @state() private accessor pair: readonly [string, string] | null = null;
  @state() private accessor found: Found | null = null;
  readonly #runs = new SideBySideRuns(this);
  #drawn: { readonly key: readonly unknown[]; readonly draw: DrawScene } | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('scenarios')) return;
    this.found = null;
    const [first, second] = this.scenarios;
    this.pair = first === undefined || second === undefined ? null : [first.id, second.id];
    void this.#runs.run(this.scenarios);
  }

  override render(): TemplateResult {
    const { left, runs } = this.#runs;
    const results = runs.flatMap(({ result, scenario }): NamedResult[] =>
      result === null ? [] : [{ name: scenario.name, result }],
    );
    return html`
      <h4>Side by side</h4>
      ${runs.map(({ problem, result, scenario }) =>
        problem !== ''
          ? html`<p class="trouble">“${scenario.name}” cannot be run: ${problem}</p>`
          : this.#aged(scenario, result?.manifest.resultHash ?? ''),
      )}
      ${
        left > 0
          ? html`<p role="status">Running ${runs.length + 1} of ${runs.length + left} …</p>`
          : results.length === 0
            ? nothing
            : html`${this.#table(results)}${this.#picture(results)}${this.#difference()}`
      }
    `;
  }

  /** A result that is another than when it was kept is not passed over. */
  #aged({ name, resultHash, tandem }: KeptScenario, now: string): TemplateResult | typeof nothing {
    if (resultHash === '' || resultHash === now) return nothing;
    return html`<p class="trouble">
      “${name}” gives other figures than when it was kept, by Tandem ${tandem}: the model or Tandem
      has changed since.
    </p>`;
  }

  #table(results: readonly NamedResult[]): TemplateResult {
    return html`
      <div class="scroll" role="region" aria-label="Kept scenarios side by side" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col"><span class="hidden">Figure</span></th>
              ${results.map(({ name }) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          ${sideBySide(results, this.currency).map(
            ({ heading, rows }) => html`
              <tbody>
                <tr>
                  <th scope="rowgroup" colspan=${results.length + 1}>${heading}</th>
                </tr>
                ${rows.map(rowTemplate)}
              </tbody>
            `,
          )}
        </table>
      </div>
    `;
  }

  #picture(results: readonly NamedResult[]): TemplateResult {
    const options = figuresOf(results);
    const chosen = options.some(({ id }) => id === this.figure)
      ? this.figure
      : `cost ${results[0]?.result.lead.of ?? ''}`;
    return html`
      <h4>On one scale</h4>
      <div class="picks">
        <label
          >Show
          <select
            @change=${({ target }: Event) => (this.figure = (target as HTMLSelectElement).value)}
          >
            ${options.map(
              ({ id, label }) =>
                html`<option value=${id} ?selected=${id === chosen}>${label}</option>`,
            )}
          </select></label
        >
      </div>
      <tandem-figure .draw=${this.#draw(results, chosen)}></tandem-figure>
    `;
  }

  /** The same function for the same picture, so that it is drawn once. */
  #draw(results: readonly NamedResult[], chosen: string): DrawScene {
    const { currency } = this;
    const key = [chosen, currency.code, currency.rate, ...results.map(({ result }) => result)];
    const isSame =
      this.#drawn?.key.length === key.length && this.#drawn.key.every((each, i) => each === key[i]);
    if (this.#drawn === null || !isSame) {
      const [kind, posture = ''] = chosen.split(' ');
      const shown = { kind: kind === 'saving' ? 'saving' : 'cost', posture } as const;
      this.#drawn = { key, draw: (size) => scenarioDotplot(results, shown, size, currency) };
    }
    return this.#drawn.draw;
  }

  #difference(): TemplateResult | typeof nothing {
    const { pair } = this;
    const ran = this.#runs.runs.filter(({ result }) => result !== null);
    if (pair === null || ran.length < 2) return nothing;
    const pick = (label: string, place: 0 | 1) => html`
      <label
        >${label}
        <select
          @change=${({ target }: Event) => this.#pick(place, (target as HTMLSelectElement).value)}
        >
          ${ran.map(
            ({ scenario: { id, name } }) =>
              html`<option value=${id} ?selected=${id === pair[place]}>${name}</option>`,
          )}
        </select></label
      >
    `;
    return html`
      <h4>What makes the difference</h4>
      <div class="picks">
        ${pick('From', 0)} ${pick('to', 1)}
        <button type="button" ?disabled=${pair[0] === pair[1]} @click=${this.#explain}>
          Explain
        </button>
      </div>
      <div aria-live="polite">${this.#explanation()}</div>
    `;
  }

  #pick(place: 0 | 1, id: string): void {
    const [from = '', to = ''] = this.pair ?? [];
    this.pair = place === 0 ? [id, to] : [from, id];
    this.found = null;
  }

  async #explain(): Promise<void> {
    const [before, after] = (this.pair ?? []).map((id) =>
      this.scenarios.find((each) => each.id === id),
    );
    if (before === undefined || after === undefined) return;
    const names = { before: before.name, after: after.name };
    const pending: Found = { ...names, attribution: null, problem: '' };
    this.found = pending;
    const found = await this.#runs.attribute(before, after).then(
      (attribution): Found => ({ ...names, attribution, problem: '' }),
      (error: Error): Found => ({ ...names, attribution: null, problem: error.message }),
    );
    // Another pair may have been chosen meanwhile.
    if (this.found === pending) this.found = found;
  }

  #explanation(): TemplateResult | typeof nothing {
    const { currency, found } = this;
    if (found === null) return nothing;
    if (found.problem !== '') return html`<p class="trouble">${found.problem}</p>`;
    const { attribution } = found;
    if (attribution === null) return html`<p>Making the changes one by one …</p>`;
    if (attribution.changes.length === 0)
      return html`<p>Nothing that the model reads differs between the two.</p>`;
    return html`
      <div class="scroll wide" role="region" aria-label="What makes the difference" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Mean cost</th>
              ${attribution.postures.map(({ label }) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${differenceRows(attribution, found, currency).map(rowTemplate)}
          </tbody>
        </table>
      </div>
      <p>${unfeltChanges(attribution)} ${differenceMethod(attribution)}</p>
    `;
  }
}

function rowTemplate({
  cells,
  label,
  strong,
}: {
  readonly label: string;
  readonly cells: readonly string[];
  readonly strong: boolean;
}): TemplateResult {
  return html`<tr class=${strong ? 'strong' : nothing}>
    <th scope="row">${label}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function figuresOf(
  results: readonly NamedResult[],
): readonly { readonly id: string; readonly label: string }[] {
  const postures = posturesOf(results);
  const saved = postures.filter(({ id }) => results.some(({ result }) => result.saving[id]));
  return [
    ...postures.map(({ id, label }) => ({ id: `cost ${id}`, label: `Cost of ${label}` })),
    ...saved.map(({ id, label }) => ({ id: `saving ${id}`, label: `Saving against ${label}` })),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-side-by-side': TandemSideBySide;
  }
}
