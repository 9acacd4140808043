import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MovableLine } from '../charts/scene.ts';
import type { ChartOptions } from './chart-views.ts';

/** How near to the line a pointer takes hold of it, in pixels of the picture. */
const reach = 16;

/** Where a reader has put the line of a picture, which stays there whatever the picture shows. */
export class LineMover implements ReactiveController {
  /** Whether the picture is to be drawn anew. */
  isStale = false;
  /** Whether it is being moved, and has not come to rest. */
  isMoving = false;
  /** HK$ where a reader has put it; null as long as nobody has. */
  #set: number | null = null;
  #line: MovableLine | undefined;
  /** End of the axis, which stands still while the line is moved along it. */
  #upTo: number | null = null;
  #isDragged = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.settle();
  }

  /** What the next drawing is to be laid out with. */
  get options(): ChartOptions {
    return { tolerance: this.#set, before: this.#line?.value ?? null, upTo: this.#upTo };
  }

  /** Whether it is being dragged in the picture. */
  get isDragged(): boolean {
    return this.#isDragged;
  }

  /** Told after each drawing; one without a line leaves it where it was. */
  drawn(line: MovableLine | undefined): void {
    this.isStale = false;
    if (line !== undefined) this.#line = line;
  }

  /** Whether a pointer at that place of the picture takes hold of the line. */
  grab(x: number, y: number, line: MovableLine | undefined): boolean {
    if (line === undefined) return false;
    const { bottom, max, min, top, value } = line;
    const at = line.from + ((value - min) / (max - min)) * (line.to - line.from);
    if (Math.abs(x - at) > reach || y < top - reach || y > bottom) return false;
    this.#isDragged = true;
    return true;
  }

  /** Puts the line where the pointer is. */
  drag(x: number, { from, max, min, step, to }: MovableLine): void {
    const share = Math.min(1, Math.max(0, (x - from) / (to - from)));
    const steps = Math.round((share * (max - min)) / step);
    this.#move(Math.min(max, min + steps * step), max);
  }

  /** Puts the line to an amount in the currency that is shown. */
  put(amount: number, { currency, max }: MovableLine): void {
    this.#move(amount * currency.rate, amount * currency.rate > max ? null : max);
  }

  /** The line has come to rest. */
  settle(): void {
    this.#isDragged = false;
    if (!this.isMoving) return;
    this.isMoving = false;
    this.#upTo = null;
    this.#redraw();
  }

  #move(hkd: number, upTo: number | null): void {
    this.isMoving = true;
    this.#set = Number(hkd.toPrecision(12));
    this.#upTo = upTo;
    this.#redraw();
  }

  #redraw(): void {
    this.isStale = true;
    this.#host.requestUpdate();
  }
}
