import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { turnoverOf } from '../present/turnover-of.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';
import { controlStyles } from './control-styles.ts';
import type { Findings } from './findings.ts';
import { lawGroups } from './law-groups.ts';
import { loadEvidence } from './load-evidence.ts';
import { tokens } from './tokens.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** How far out of sight it is still near: the analysis is there when a reader arrives. */
const near = '600px';

/**
 * What the decision turns on. Nothing is computed before a reader comes near; then it is asked of
 * the last whole run, and given up as soon as another one begins.
 */
export class TandemDecision extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        container-type: inline-size;
        margin-top: calc(2.5 * var(--space));
      }

      h3 {
        margin: 0 0 0.5rem;
        font-size: 1.375rem;
        line-height: 1.3;
      }

      p {
        max-width: 68ch;
        margin: 0 0 0.75rem;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      /* About as high as what comes, so that what stands below stays where it is. */
      .findings {
        min-height: 26rem;
      }

      .stale tandem-findings {
        opacity: 0.6;
        transition: opacity 150ms 400ms;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** What is shown of the scenario: may be a coarse picture on the way to a whole run. */
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  /** What would change the answer; null while it is being found out. */
  @property({ attribute: false }) accessor switching: SwitchingSearch = null;
  /** Whom to ask about the last whole run; null while another is under way. */
  @property({ attribute: false }) accessor asking: Asking | null = null;
  @state() private accessor found: Findings | null = null;
  @state() private accessor failure = '';
  #observer: IntersectionObserver | null = null;
  #isNear = false;
  /** Of whom it was asked last. */
  #asked: Asking | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)?.isIntersecting ?? false;
        void this.#ask();
      },
      { rootMargin: near },
    );
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#isNear = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { asking, found, switching } = this;
    if (changed.has('switching') && found !== null && found.asking === asking && switching !== null)
      this.found = { ...found, switching };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('asking')) void this.#ask();
  }

  /** Asks what the decision turns on, where a reader is near and it is not known yet. */
  async #ask(): Promise<void> {
    const { asking, briefing, result } = this;
    if (asking === null || asking.signal.aborted || asking === this.#asked) return;
    if (!this.#isNear || result === null) return;
    this.#asked = asking;
    this.failure = '';
    try {
      const options = { totals: false, groups: lawGroups(result) };
      const [decision, evidence, parts] = await Promise.all([
        ask(asking, (runner, request) => runner.decision(request, options)),
        loadEvidence(),
        import('./define-findings.ts'),
      ]);
      if (this.#asked !== asking || this.asking !== asking) return;
      parts.defineFindings(customElements);
      const profile = briefing?.profile;
      const turnover =
        profile === undefined ? null : turnoverOf(profile.company, profile.currency, result);
      this.found = { decision, result, evidence, switching: this.switching, turnover, asking };
    } catch (error) {
      if (this.#asked !== asking) return;
      this.#asked = null;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { found, result } = this;
    if (result === null) return nothing;
    const isStale = found !== null && found.asking !== this.asking;
    return html`
      <section aria-labelledby="decision">
        <h3 id="decision">What the decision turns on</h3>
        <p class="status">${this.#status(isStale)}</p>
        ${
          this.failure === ''
            ? nothing
            : html`<button type="button" @click=${() => void this.#ask()}>Try again</button>`
        }
        <div
          class=${isStale ? 'findings stale' : 'findings'}
          aria-busy=${isStale ? 'true' : 'false'}
        >
          ${
            found === null
              ? nothing
              : html`<tandem-findings .found=${found} .currency=${this.currency}></tandem-findings>`
          }
        </div>
      </section>
    `;
  }

  #status(isStale: boolean): string {
    if (this.failure !== '') return `This could not be computed: ${this.failure}`;
    if (this.found === null) return 'Working out what the decision turns on \u2026';
    if (isStale) return 'Computing anew: what stands here is from before your last change.';
    return 'Each line is a claim; open it to see what it rests on.';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-decision': TandemDecision;
  }
}
