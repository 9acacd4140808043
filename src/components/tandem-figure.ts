import { html, nothing, svg } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { nearestStop, nextStop } from '../charts/next-stop.ts';
import type { StopKey } from '../charts/next-stop.ts';
import type { MovableLine, Scene } from '../charts/scene.ts';
import type { ChartOptions } from './chart-views.ts';
import { controlStyles } from './control-styles.ts';
import { TandemBudgetEvent, TandemFutureEvent } from './events.ts';
import { figureStyles } from './figure-styles.ts';
import { LineMover } from './line-mover.ts';
import { handleTemplate, lineControl } from './line-template.ts';
import { loadInputs } from './load-inputs.ts';
import { messageOf } from './message-of.ts';
import { roleStyles } from './role-styles.ts';
import type { PictureKind } from './save-picture.ts';
import { markTemplate } from './scene-template.ts';
import type { TandemSlider } from './tandem-slider.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/** Lays a chart out for a width in pixels; null where there is nothing to draw. */
export type DrawScene = (size: { readonly width: number }, options?: ChartOptions) => Scene | null;

/** Until it is known what is to be drawn: room is kept for it. */
export const nothingYet: DrawScene = () => null;

const stopKeys: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
] satisfies StopKey[];

const futureHint = ' Choose a dot (Enter, on the keyboard) to see that future year by year.';

/** Two pictures stand side by side on paper: each is laid out anew, so that its letters stay readable. */
const printWidth = 420;

/**
 * A chart with its claim, its measure, a reading hint, and its numbers as a table. Exact values are
 * read out under the pointer, and with the arrow keys.
 *
 * @csspart chart - The drawing.
 * @csspart chart-title - The claim above it.
 */
export class TandemFigure extends UnhurriedElement {
  static override styles = [tokens, controlStyles, ...roleStyles, figureStyles];

  @property({ attribute: false }) accessor draw: DrawScene = nothingYet;
  /** Leaves out the table and the hint: beside the inputs, where the same picture stands in full elsewhere. */
  @property({ type: Boolean }) accessor compact = false;
  /** Whether somebody shows the future that a dot stands for. */
  @property({ type: Boolean }) accessor futures = false;
  /** Where the numbers come from, in words: stands under a picture that is saved. */
  @property() accessor source = '';
  @state() private accessor width = 0;
  @state() private accessor isPrinted = false;
  /** The place whose value is read out. */
  @state() private accessor at: number | null = null;
  /** What was done last, in words. */
  @state() private accessor said = '';
  /** Whether the table is open: only then is it drawn, and again with every move of a slider. */
  @state() private accessor hasTable = false;
  readonly #mover = new LineMover(this);
  readonly #internals = this.attachInternals();
  #scene: Scene | null = null;
  #observer: ResizeObserver | null = null;
  #paper: MediaQueryList | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      // Whole pixels: an endless series of fractions would draw for ever.
      const width = Math.floor(entry?.contentRect.width ?? 0);
      // In the next frame: a drawing that changes its own height here is an error to the page.
      if (width > 0) requestAnimationFrame(() => (this.width = width));
    });
    this.#observer.observe(this);
    this.#paper = matchMedia('print');
    this.#paper.addEventListener('change', this.#onPaper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#paper?.removeEventListener('change', this.#onPaper);
  }

  readonly #onPaper = ({ matches }: MediaQueryListEvent): void => {
    this.isPrinted = matches;
  };

  protected override willUpdate(changed: PropertyValues): void {
    // At once, not in the next frame: what stands below would be pushed down by it.
    if (this.width === 0) this.width = Math.floor(this.clientWidth);
    const isStale = (['draw', 'width', 'isPrinted'] as const).some((name) => changed.has(name));
    if (!isStale && !this.#mover.isStale) return;
    if (changed.has('draw')) this.said = '';
    const width = this.isPrinted ? printWidth : this.width;
    this.#scene = width === 0 ? null : this.draw({ width }, this.#mover.options);
    this.#mover.drawn(this.#scene?.movable);
    // A place that was read out may be gone.
    if (this.at !== null && this.#scene?.stops[this.at] === undefined) this.at = null;
  }

  override render(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (scene === null) return nothing;
    const stop = this.at === null ? undefined : scene.stops[this.at];
    const line = this.compact || this.isPrinted ? undefined : scene.movable;
    return html`
      <figure>
        <figcaption>
          <h4 id="title" part="chart-title">${scene.title}</h4>
          <p>${scene.subtitle}</p>
        </figcaption>
        <div
          class=${this.#mover.isDragged ? 'stage moving' : 'stage'}
          tabindex=${scene.stops.length === 0 ? nothing : '0'}
          role="group"
          aria-labelledby="title"
          aria-describedby="keys"
          @keydown=${this.#onKey}
          @blur=${() => (this.at = null)}
          @pointermove=${this.#onPointer}
          @pointerdown=${this.#onPointer}
          @click=${this.#pick}
          @pointerleave=${() => (this.at = null)}
          @lostpointercapture=${this.#settle}
        >
          <svg
            part="chart"
            role="img"
            aria-labelledby="title"
            aria-describedby="description"
            viewBox="0 0 ${scene.width} ${scene.height}"
          >
            <desc id="description">${scene.description}</desc>
            ${scene.marks.map(markTemplate)} ${line === undefined ? nothing : handleTemplate(line)}
            ${
              stop === undefined
                ? nothing
                : svg`<circle class="ring" cx=${stop.x} cy=${stop.y} r="8" />`
            }
          </svg>
        </div>
        <p
          class=${stop === undefined ? 'hint' : 'hint read'}
          aria-live=${stop === undefined ? 'off' : 'polite'}
        >
          ${stop?.text ?? `${scene.hint}${this.futures ? futureHint : ''}`}
        </p>
        <p id="keys" hidden>Arrow keys read out exact values.</p>
        ${line === undefined ? nothing : this.#control(line)}
        ${this.compact ? nothing : this.#more(scene)}
      </figure>
    `;
  }

  #onKey(event: KeyboardEvent): void {
    const stops = this.#scene?.stops ?? [];
    if (event.key === 'Escape') this.at = null;
    else if (event.key === 'Enter' && this.at !== null) this.#pick();
    else if (stopKeys.includes(event.key) && stops.length > 0)
      this.at = nextStop(stops, this.at, event.key as StopKey);
    else return;
    event.preventDefault();
  }

  /** The future of the place that is read out, or was clicked: a finger that lifts reads nothing out. */
  #pick(event?: PointerEvent): void {
    const stops = this.#scene?.stops ?? [];
    if (event !== undefined) this.#onPointer(event);
    const { future } = stops[this.at ?? -1] ?? {};
    if (this.futures && future !== undefined) this.dispatchEvent(new TandemFutureEvent(future));
  }

  #onPointer(event: PointerEvent): void {
    const scene = this.#scene;
    const stage = event.currentTarget as Element;
    const box = stage.querySelector('svg')?.getBoundingClientRect();
    if (scene === null || box === undefined || box.width === 0) return;
    const scale = scene.width / box.width;
    const [x, y] = [(event.clientX - box.x) * scale, (event.clientY - box.y) * scale];
    const line = this.compact ? undefined : scene.movable;
    if (event.type === 'pointerdown' && event.button === 0 && this.#mover.grab(x, y, line)) {
      event.preventDefault();
      stage.setPointerCapture(event.pointerId);
    }
    const isDragged = this.#mover.isDragged && line !== undefined;
    if (isDragged && event.type === 'pointermove') this.#mover.drag(x, line);
    this.at = isDragged ? null : nearestStop(scene.stops, x, y);
  }

  /** The line has come to rest: what the picture now says is said once. */
  async #settle(): Promise<void> {
    const wasMoving = this.#mover.isMoving;
    this.#mover.settle();
    if (!wasMoving) return;
    await this.updateComplete;
    this.said = this.#scene?.title ?? '';
    const line = this.#scene?.movable;
    if (line !== undefined) this.dispatchEvent(new TandemBudgetEvent(line.value));
  }

  /** A line that can be moved has a slider, which comes with those of the editor. */
  protected override updated(): void {
    if (this.draw !== nothingYet) this.#internals.states.add('drawn');
    if (this.renderRoot.querySelector('tandem-slider') !== null) loadInputs().catch(() => {});
  }

  #control(line: MovableLine): TemplateResult {
    return lineControl(line, {
      input: ({ target }) => this.#mover.put((target as TandemSlider).shown, line),
      change: () => this.#settle(),
    });
  }

  #more(scene: Scene): TemplateResult {
    const button = (kind: PictureKind) => html`
      <button
        type="button"
        class="plain"
        aria-label=${`Save picture as ${kind.toUpperCase()}`}
        @click=${() => this.#save(kind)}
      >
        ${kind.toUpperCase()}
      </button>
    `;
    return html`
      <details
        @toggle=${({ target }: Event) => (this.hasTable = (target as HTMLDetailsElement).open)}
      >
        <summary>The same numbers as a table</summary>
        ${this.hasTable ? this.#table(scene) : nothing}
      </details>
      <div class="save">Save picture: ${button('png')} ${button('svg')}</div>
      <p class=${this.said === scene.title ? 'said unseen' : 'said'} role="status">${this.said}</p>
    `;
  }

  async #save(kind: PictureKind): Promise<void> {
    try {
      const { savedWidth, savePicture } = await import('./save-picture.ts');
      const scene = this.draw({ width: savedWidth }, this.#mover.options);
      if (scene !== null) this.said = await savePicture(scene, this.source, kind);
    } catch (error) {
      this.said = messageOf(error);
    }
  }

  #table({ table, title }: Scene): TemplateResult {
    return html`
      <div class="scroll" role="region" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              ${table.head.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              ([head, ...cells]) => html`
                <tr>
                  <th scope="row">${head}</th>
                  ${cells.map((cell) => html`<td>${cell}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-figure': TandemFigure;
  }
}
