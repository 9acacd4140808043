import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { findInputs } from '../present/find-inputs.ts';
import type { Briefing, InputBriefing } from '../schema/briefing.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { ChangedInputs } from './change-history.ts';
import { changesTemplate } from './changes-template.ts';
import { controlStyles } from './control-styles.ts';
import { TandemEditEvent, TandemEvidenceWantedEvent } from './events.ts';
import type { TandemInputEvent } from './events.ts';
import { InputEdits } from './input-edits.ts';
import { inputsStyles } from './inputs-styles.ts';
import { loadCorrelations } from './load-correlations.ts';
import { messageOf } from './message-of.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/** Stands among the open groups for the pairs of inputs that move together. */
const together = ' together';
const noProfile: ProfileChanges = {};
const none: readonly string[] = [];
/** How many stand first where it is not known which ones matter. */
const few = 6;

/**
 * All inputs of a scenario: those that move the answer most first, then all of them by group. A
 * change is seen at once, before a run has told what it means.
 *
 * @fires tandem-edit - An input was changed, or its change taken back.
 * @fires tandem-evidence-wanted - The register of evidence is not there yet.
 */
export class TandemInputs extends UnhurriedElement {
  static override styles = [tokens, controlStyles, inputsStyles];

  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  @property({ attribute: false }) accessor evidence: Evidence | null = null;
  /** Names of the inputs that matter most, the weightiest first. */
  @property({ attribute: false }) accessor first: readonly string[] = none;
  /** Values that differ from the scenario, as they are now; those that the briefing knows unless given. */
  @property({ attribute: false }) accessor changes: ChangedInputs | null = null;
  /** What differs from the scenario besides values. */
  @property({ attribute: false, hasChanged: isOtherProfile })
  accessor profile: ProfileChanges = noProfile;
  @property({ type: Boolean }) accessor readonly = false;
  @state() private accessor query = '';
  /** Why what moves together cannot be shown. */
  @state() private accessor failure = '';
  @state() private accessor open: ReadonlySet<string> = new Set();
  readonly #edits = new InputEdits();
  #postures: Briefing['postures'] = [];
  /** The first inputs as a person works with them. */
  #first: readonly string[] = none;
  #isInUse = false;

  /** Brings an input into sight, and goes to it. */
  async show(name: string): Promise<void> {
    const input = this.#edits.inputs.find((each) => each.name === name);
    if (input === undefined) return;
    this.#use();
    if (!this.#firstOf(this.#edits.inputs).includes(input)) {
      this.query = '';
      this.open = new Set([...this.open, input.group]);
    }
    await this.updateComplete;
    const element = [...this.renderRoot.querySelectorAll('tandem-input')].find(
      (each) => each.input?.name === name,
    );
    await element?.updateComplete;
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { briefing } = this;
    if (briefing === null) return;
    const isNewer = changed.has('briefing') || changed.has('changes');
    if (isNewer && this.#edits.take(briefing, this.changes)) {
      this.#isInUse = false;
      this.query = '';
    }
    // Each run brings a list of its own, which would have every input drawn again.
    if (JSON.stringify(briefing.postures) !== JSON.stringify(this.#postures))
      this.#postures = briefing.postures;
    // What matters most changes with each run; nobody wants to search for a slider just moved.
    if (!this.#isInUse) this.#first = [...new Set(this.first)];
  }

  override render(): TemplateResult | typeof nothing {
    const { briefing } = this;
    if (briefing === null) return nothing;
    const { inputs } = this.#edits;
    const first = this.#firstOf(inputs);
    return html`
      <div
        @tandem-input=${this.#onInput}
        @tandem-evidence-wanted=${this.#onEvidenceWanted}
        @pointerdown=${this.#use}
        @focusin=${this.#use}
      >
        ${this.#changes(briefing, inputs)}
        <section aria-labelledby="first">
          <h4 id="first">What matters most</h4>
          <p class="lead">
            ${
              this.readonly
                ? 'These figures move the answer most.'
                : 'These figures move the answer most. Move one, and the answer follows.'
            }
          </p>
          ${this.#list(briefing, first)}
        </section>
        ${this.#all(briefing, inputs)} ${this.#together(briefing)}
      </div>
    `;
  }

  #firstOf(inputs: readonly InputBriefing[]): readonly InputBriefing[] {
    const named = this.#first.flatMap((name) => inputs.find((input) => input.name === name) ?? []);
    return named.length === 0 ? inputs.slice(0, few) : named;
  }

  #changes(
    { postures }: Briefing,
    inputs: readonly InputBriefing[],
  ): TemplateResult | typeof nothing {
    const changed = inputs.filter((input) => input.changed);
    if (this.readonly && changed.length === 0) return nothing;
    return changesTemplate({
      changed,
      originalOf: (name) => this.#edits.originalOf(name),
      postures,
      reset: this.readonly ? null : (name) => this.#change(name, null, true),
    });
  }

  #all(briefing: Briefing, inputs: readonly InputBriefing[]): TemplateResult {
    const { groups } = briefing;
    const found = findInputs(inputs, groups, this.query);
    const isSearch = found !== inputs;
    const count = found.length === 1 ? '1 figure' : `${found.length} figures`;
    return html`
      <section class="all" aria-labelledby="all">
        <h4 id="all">All ${inputs.length} figures</h4>
        <div class="search">
          <input
            type="search"
            placeholder="Find a figure"
            aria-label="Find a figure"
            autocomplete="off"
            spellcheck="false"
            .value=${live(this.query)}
            @input=${({ target }: Event) => (this.query = (target as HTMLInputElement).value)}
          />
          <p role="status">
            ${isSearch ? (found.length === 0 ? 'Nothing found. Try a shorter word.' : count) : nothing}
          </p>
        </div>
        ${groups.map(({ id, label }) => {
          const own = found.filter(({ group }) => group === id);
          return own.length === 0 ? nothing : this.#group(briefing, { id, label, own, isSearch });
        })}
      </section>
    `;
  }

  #group(
    briefing: Briefing,
    {
      id,
      isSearch,
      label,
      own,
    }: {
      readonly id: string;
      readonly label: string;
      readonly own: readonly InputBriefing[];
      readonly isSearch: boolean;
    },
  ): TemplateResult {
    const isOpen = isSearch || this.open.has(id);
    const changed = own.filter((input) => input.changed).length;
    return html`
      <details
        class="group"
        .open=${isSearch ? live(true) : isOpen}
        @toggle=${(event: Event) => this.#onToggle(event, id)}
      >
        <summary>
          <h5>${label}</h5>
          <span class="count"
            >${changed === 0 ? own.length : `${changed} of ${own.length} changed`}</span
          >
        </summary>
        ${isOpen ? html`<div>${this.#list(briefing, own)}</div>` : nothing}
      </details>
    `;
  }

  #together(briefing: Briefing): TemplateResult {
    const isOpen = this.open.has(together);
    return html`
      <details
        class="together"
        .open=${isOpen}
        @toggle=${({ target }: Event) => this.#openTogether((target as HTMLDetailsElement).open)}
      >
        <summary>
          <h5>What moves together</h5>
          <span class="count">${(this.profile.correlations ?? briefing.correlations).length}</span>
        </summary>
        ${
          isOpen
            ? html`<tandem-correlations
                .briefing=${briefing}
                .profile=${live(this.profile)}
                ?readonly=${this.readonly}
                >${this.failure || 'Fetching …'}</tandem-correlations
              >`
            : nothing
        }
      </details>
    `;
  }

  #openTogether(isOpen: boolean): void {
    const others = [...this.open].filter((each) => each !== together);
    this.open = new Set(isOpen ? [...others, together] : others);
    this.failure = '';
    if (isOpen) loadCorrelations().catch((error: unknown) => (this.failure = messageOf(error)));
  }

  #list({ years }: Briefing, inputs: readonly InputBriefing[]): unknown {
    return repeat(
      inputs,
      ({ name }) => name,
      (input) => html`
        <tandem-input
          .input=${live(input)}
          .original=${this.#edits.originalOf(input.name)}
          .postures=${this.#postures}
          .years=${years}
          .evidence=${this.evidence}
          ?readonly=${this.readonly}
        ></tandem-input>
      `,
    );
  }

  readonly #use = (): void => {
    this.#isInUse = true;
  };

  #onToggle({ target }: Event, id: string): void {
    // A search opens what it finds, and leaves what a person has opened as it is.
    if (this.query !== '') return;
    const { open } = target as HTMLDetailsElement;
    const others = [...this.open].filter((each) => each !== id);
    this.open = new Set(open ? [...others, id] : others);
  }

  #onInput(event: TandemInputEvent): void {
    event.stopPropagation();
    this.#change(event.name, event.input, event.settled);
  }

  #change(name: string, input: InputBriefing | null, settled: boolean): void {
    this.#use();
    this.#edits.change(name, input, settled);
    this.requestUpdate();
    const value = input?.changed === true ? input.value : null;
    this.dispatchEvent(new TandemEditEvent(name, value, settled));
  }

  #onEvidenceWanted(event: TandemEvidenceWantedEvent): void {
    event.stopPropagation();
    this.dispatchEvent(new TandemEvidenceWantedEvent(event.fail));
  }
}

/** Each step of the history has a profile of its own, mostly one that says the same. */
function isOtherProfile(now: unknown, before: unknown): boolean {
  return now !== before && JSON.stringify(now) !== JSON.stringify(before);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-inputs': TandemInputs;
  }
}
