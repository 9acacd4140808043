import { LitElement } from 'lit';
import { endWait, forgetPlace, turnOf, watchPlace } from './turns.ts';

/** An element that takes a while to draw: it is drawn in its turn, and out of sight only when nothing else is going on. */
export abstract class UnhurriedElement extends LitElement {
  override connectedCallback(): void {
    super.connectedCallback();
    watchPlace(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forgetPlace(this);
  }

  /** Whether what is to be drawn now may wait at all. */
  protected get canWait(): boolean {
    return true;
  }

  override requestUpdate(...changed: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...changed);
    if (!this.canWait) endWait(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const draw = () => super.scheduleUpdate();
    return this.canWait ? turnOf(this).then(draw) : draw();
  }
}
