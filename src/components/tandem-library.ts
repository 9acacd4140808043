import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDate } from '../present/format-date.ts';
import { headline } from '../present/headline.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { TandemOpenEvent } from './events.ts';
import { keptFile, readKeptFile } from './kept-file.ts';
import { freeName, longestName, newId } from './kept-scenario.ts';
import type { KeptScenario } from './kept-scenario.ts';
import { keptDatabase, openKeptStore } from './kept-store.ts';
import type { KeptStore } from './kept-store.ts';
import { libraryStyles } from './library-styles.ts';
import { saveFile } from './save-file.ts';
import { tokens } from './tokens.ts';

/** More columns than that nobody can compare, fewer are no comparison. */
const [fewest, most] = [2, 6];

/**
 * Scenarios that a person keeps in this browser: under a name, to be opened again, and to be set
 * side by side. Nothing of them leaves the device.
 *
 * @fires tandem-open - A kept scenario was opened.
 */
export class TandemLibrary extends LitElement {
  static override styles = [tokens, controlStyles, libraryStyles];

  /** The scenario as it is now, as the text of a file; null where there is none to keep. */
  @property({ attribute: false }) accessor saved: string | null = null;
  /** What it gave. */
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** Whether the result is older than the scenario. */
  @property({ type: Boolean }) accessor stale = false;
  /** Name of the data base that it keeps scenarios in. */
  @property() accessor database = keptDatabase;
  @state() private accessor kept: readonly KeptScenario[] | null = null;
  @state() private accessor chosen: readonly string[] = [];
  /** The name under which the scenario is to be kept, as a person writes it; null until one does. */
  @state() private accessor typed: string | null = null;
  @state() private accessor renamed: string | null = null;
  @state() private accessor compared: readonly KeptScenario[] = [];
  /** What was deleted last, until something else is done. */
  @state() private accessor deleted: KeptScenario | null = null;
  @state() private accessor said = '';
  @state() private accessor trouble = '';
  #store: Promise<KeptStore> | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const named = changed.get('result')?.manifest.scenario.name;
    if (named !== undefined && named !== this.result?.manifest.scenario.name) this.typed = null;
    if (!changed.has('database')) return;
    this.#close();
    void this.#do(async () => '');
  }

  /** What is done next opens it anew. */
  #close(): void {
    this.#store?.then((store) => store.close()).catch(() => {});
    this.#store = null;
  }

  async #openStore(): Promise<KeptStore> {
    const store = await openKeptStore(this.database);
    store.watch(() => void this.#showChanged(store));
    return store;
  }

  /** What another tab has changed is shown too; a fault of that is no business of who is at work here. */
  async #showChanged(store: KeptStore): Promise<void> {
    const kept = await store.all().catch(() => null);
    if (kept !== null && store === (await this.#store)) this.#show(kept);
  }

  #show(kept: readonly KeptScenario[]): void {
    const isThere = (id: string) => kept.some((each) => each.id === id);
    this.kept = kept;
    this.chosen = this.chosen.filter(isThere);
    if (this.renamed !== null && !isThere(this.renamed)) this.renamed = null;
    const compared = this.compared.filter(({ id }) => isThere(id));
    if (compared.length < this.compared.length)
      this.compared = compared.length < fewest ? [] : compared;
  }

  /** Does something with what is kept, then shows what is; a fault is told and nothing is lost. */
  async #do(work: (store: KeptStore, kept: readonly KeptScenario[]) => Promise<string>) {
    try {
      this.#store ??= this.#openStore();
      const store = await this.#store;
      const said = await work(store, await store.all());
      this.#show(await store.all());
      this.said = said;
      this.trouble = '';
    } catch (error) {
      // A store that could not be opened may be had the next time, as when another tab is closed.
      if (this.kept === null) this.#store = null;
      this.said = '';
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  override render(): TemplateResult {
    const { chosen, kept } = this;
    return html`
      <p>
        Scenarios that you keep stay in this browser on this device, and are sent nowhere. Whoever
        clears the data of this site deletes them: save them as a file to be safe.
      </p>
      ${this.trouble === '' ? nothing : html`<p class="trouble" role="alert">${this.trouble}</p>`}
      ${this.#form()}
      ${
        kept === null
          ? nothing
          : kept.length === 0
            ? html`<p>Nothing is kept yet.</p>`
            : html`<ul aria-label="Kept scenarios">
                ${repeat(
                  kept,
                  ({ id }) => id,
                  (each) => this.#item(each),
                )}
              </ul>`
      }
      <div class="tools" role="group" aria-label="All that is kept">
        <button
          type="button"
          ?disabled=${chosen.length < fewest || chosen.length > most}
          @click=${this.#compare}
        >
          ${chosen.length < fewest ? 'Compare: choose two to six' : chosen.length > most ? 'Compare: six at most' : `Compare ${chosen.length} side by side`}
        </button>
        <button type="button" ?disabled=${!kept?.length} @click=${this.#saveAll}>
          Save all as a file
        </button>
        <label class="button file">
          Add from a file
          <input
            type="file"
            accept=".json,application/json"
            aria-label="Add kept scenarios from a file"
            @change=${this.#addFile}
          />
        </label>
      </div>
      <div class="said">
        <span role="status">${this.said}</span>
        ${this.deleted === null ? nothing : html`<button type="button" @click=${this.#undo}>Undo</button>`}
      </div>
      ${
        this.compared.length === 0
          ? nothing
          : html`<tandem-side-by-side
              .scenarios=${this.compared}
              .currency=${this.currency}
            ></tandem-side-by-side>`
      }
    `;
  }

  #form(): TemplateResult {
    const name = this.result?.manifest.scenario.name ?? '';
    const isReady = this.saved !== null && this.result !== null && !this.stale;
    return html`
      <form @submit=${this.#keep}>
        <label
          >Name
          <input
            type="text"
            name="name"
            maxlength=${longestName}
            autocomplete="off"
            .value=${this.typed ?? freeName(name, this.kept?.map((each) => each.name) ?? [])}
            @input=${({ target }: Event) => (this.typed = (target as HTMLInputElement).value)}
        /></label>
        <button ?disabled=${!isReady}>Keep this scenario</button>
      </form>
    `;
  }

  #item(scenario: KeptScenario): TemplateResult {
    const { answer, id, kept, name } = scenario;
    const button = (label: string, act: () => void) => html`
      <button type="button" class="plain" aria-label=${`${label} ${name}`} @click=${act}>
        ${label}
      </button>
    `;
    if (this.renamed === id) return html`<li>${this.#renaming(scenario)}</li>`;
    return html`
      <li>
        <label>
          <input
            type="checkbox"
            .checked=${live(this.chosen.includes(id))}
            @change=${() => this.#choose(id)}
          />
          <span class="name"
            >${name}
            <span class="about"
              >${[formatDate(kept.slice(0, 10)), answer].filter((part) => part !== '').join(': ')}</span
            ></span
          >
        </label>
        <div class="tools">
          ${button('Open', () => this.#open(scenario))}
          ${button('Rename', () => this.#beginRenaming(id))}
          ${button('Duplicate', () => this.#duplicate(scenario))}
          ${button('Delete', () => this.#delete(scenario))}
        </div>
      </li>
    `;
  }

  #renaming({ id, name }: KeptScenario): TemplateResult {
    return html`
      <form
        @submit=${(event: SubmitEvent) => this.#rename(event, id)}
        @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && (this.renamed = null)}
      >
        <label
          >New name
          <input type="text" name="name" maxlength=${longestName} autocomplete="off" .value=${name}
        /></label>
        <button>Rename</button>
        <button type="button" @click=${() => (this.renamed = null)}>Leave it</button>
      </form>
    `;
  }

  #choose(id: string): void {
    const others = this.chosen.filter((each) => each !== id);
    this.chosen = others.length < this.chosen.length ? others : [...others, id];
  }

  #keep(event: SubmitEvent): void {
    event.preventDefault();
    const { currency, result, saved } = this;
    if (saved === null || result === null || this.stale) return;
    const wanted = nameIn(event);
    this.deleted = null;
    void this.#do(async (store, kept) => {
      const name = freeName(
        wanted,
        kept.map((each) => each.name),
      );
      await store.put({
        format: 'tandem-kept/2',
        id: newId(),
        name,
        kept: new Date().toISOString(),
        text: saved,
        answer: headline(result, currency).sentence,
        resultHash: result.manifest.resultHash,
        tandem: result.manifest.tandem,
        trials: result.manifest.trials,
        seed: result.manifest.seed,
      });
      this.typed = null;
      return `Kept as “${name}”.`;
    });
  }

  #open({ name, text }: KeptScenario): void {
    this.said = `Opened “${name}”.`;
    this.dispatchEvent(
      new TandemOpenEvent([
        new File([text], `${fileName(name)}.json`, { type: 'application/json' }),
      ]),
    );
  }

  async #beginRenaming(id: string): Promise<void> {
    this.renamed = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('li input[name=name]')?.select();
  }

  #rename(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const wanted = nameIn(event);
    this.renamed = null;
    this.deleted = null;
    void this.#do(async (store, kept) => {
      const before = kept.find((each) => each.id === id);
      if (before === undefined) return '';
      const others = kept.filter((each) => each.id !== id).map((each) => each.name);
      const name = freeName(wanted, others);
      await store.put({ ...before, name });
      return `“${before.name}” is now “${name}”.`;
    });
  }

  #duplicate(scenario: KeptScenario): void {
    this.deleted = null;
    void this.#do(async (store, kept) => {
      const name = freeName(
        scenario.name,
        kept.map((each) => each.name),
      );
      await store.put({ ...scenario, id: newId(), name, kept: new Date().toISOString() });
      return `Duplicated as “${name}”.`;
    });
  }

  #delete(scenario: KeptScenario): void {
    void this.#do(async (store) => {
      await store.remove(scenario.id);
      this.deleted = scenario;
      return `Deleted “${scenario.name}”.`;
    });
  }

  #undo(): void {
    const { deleted } = this;
    if (deleted === null) return;
    void this.#do(async (store) => {
      await store.put(deleted);
      this.deleted = null;
      return `“${deleted.name}” is back.`;
    });
  }

  #saveAll(): void {
    this.deleted = null;
    void this.#do(async (_, kept) => saveFile(keptFile(kept), 'Kept scenarios'));
  }

  #addFile({ target }: Event): void {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file === undefined) return;
    this.deleted = null;
    void this.#do(async (store, kept) => {
      const found = readKeptFile(await file.text());
      // What is kept already stays as it is: the same scenario may have been renamed here.
      const added = found.filter(({ id }) => !kept.some((each) => each.id === id));
      await store.put(...added);
      const known = found.length - added.length;
      return `Added ${added.length} of ${found.length} scenarios${known === 0 ? '' : `; ${known} of them were kept here already`}.`;
    });
  }

  async #compare(): Promise<void> {
    const { chosen, kept } = this;
    this.compared = chosen.flatMap((id) => kept?.find((each) => each.id === id) ?? []);
    await this.updateComplete;
    this.renderRoot.querySelector('tandem-side-by-side')?.scrollIntoView({ block: 'nearest' });
  }
}

function nameIn({ target }: SubmitEvent): string {
  const found = new FormData(target as HTMLFormElement).get('name');
  return typeof found === 'string' ? found : '';
}

/** A name as one of a file: what a path or an address could not hold is left out. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').trim();
  return plain === '' ? 'scenario' : plain;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-library': TandemLibrary;
  }
}
