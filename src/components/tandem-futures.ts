import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Future } from '../analysis/trial-ledger.ts';
import type { FutureDot } from '../charts/scene.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';
import type { TandemFutureEvent } from './events.ts';
import { tokens } from './tokens.ts';

/** A future that was asked for, the result that it is one of, and whom it was asked of. */
interface Found {
  readonly future: Future;
  readonly result: Result;
  readonly asking: Asking;
}

/**
 * Around a picture of futures: shows the one whose dot was chosen below it, year by year. A new run
 * has the same dot shown anew.
 */
export class TandemFutures extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: contents;
      }

      p {
        margin: 0.75rem 0 0;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      .stale {
        opacity: 0.6;
      }

      @media print {
        .future {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor asking: Asking | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @property({ attribute: false }) accessor result: Result | null = null;
  @state() private accessor chosen: FutureDot | null = null;
  @state() private accessor found: Found | null = null;
  @state() private accessor failure = '';
  /** What was brought into sight. */
  #shown: FutureDot | null = null;
  /** What was asked last, and of whom. */
  #asked: { readonly dot: FutureDot; readonly asking: Asking } | null = null;

  constructor() {
    super();
    this.addEventListener('tandem-future', (event: TandemFutureEvent) => {
      this.chosen = event.future;
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('chosen') || changed.has('asking')) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { asking, chosen, result } = this;
    if (asking === null || asking.signal.aborted || chosen === null || result === null) return;
    if (this.#asked?.dot === chosen && this.#asked.asking === asking) return;
    const value = dotsOf(result, chosen.figure)[chosen.dot];
    if (value === undefined) return;
    const asked = { dot: chosen, asking };
    this.#asked = asked;
    this.failure = '';
    try {
      const [future, { defineLedger }] = await Promise.all([
        ask(asking, (runner, request) => runner.replay(request, { figure: chosen.figure, value })),
        import('./define-ledger.ts'),
      ]);
      if (this.#asked !== asked) return;
      defineLedger(customElements);
      this.found = { future, result, asking };
      // Only for who has just chosen it: a run that renews it moves nobody's page.
      if (this.#shown !== chosen) {
        this.#shown = chosen;
        await this.updateComplete;
        const ledger = this.renderRoot.querySelector('tandem-ledger');
        await ledger?.updateComplete;
        ledger?.scrollIntoView({ block: 'nearest' });
      }
    } catch (error) {
      if (this.#asked !== asked) return;
      this.#asked = null;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  #close(): void {
    [this.chosen, this.found, this.#asked] = [null, null, null];
  }

  override render(): TemplateResult {
    return html`<slot></slot>${this.#future()}`;
  }

  #future(): TemplateResult | typeof nothing {
    const { chosen, found } = this;
    if (chosen === null) return nothing;
    if (this.failure !== '')
      return html`<p role="alert">This future cannot be shown: ${this.failure}</p>`;
    if (found === null) return html`<p>Replaying that future …</p>`;
    const isStale = found.asking !== this.asking || found.asking !== this.#asked?.asking;
    return html`<div
      class=${isStale ? 'future stale' : 'future'}
      aria-busy=${isStale ? 'true' : 'false'}
    >
      <tandem-ledger
        .future=${found.future}
        .dot=${chosen}
        .result=${found.result}
        .currency=${this.currency}
        @tandem-close=${this.#close}
      ></tandem-ledger>
    </div>`;
  }
}

function dotsOf(result: Result, figure: string): readonly number[] {
  const [kind = '', posture = ''] = figure.split('.');
  return (kind === 'saving' ? result.saving : result.outputs['tco'])?.[posture]?.dots ?? [];
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-futures': TandemFutures;
  }
}
