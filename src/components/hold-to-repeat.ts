const wait = 400;
const pause = 70;

/** What a button does at once, again while it is held, and when it is let go. */
export interface HeldAction {
  readonly act: () => void;
  readonly end: () => void;
}

/**
 * Repeats what a button does while it is held. A finger that only begins to scroll there does
 * nothing; a click that no pointer made, from the keyboard or from a screen reader, does it once.
 */
export class HoldToRepeat {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | null = null;
  /** A finger that has done nothing yet: its click, if it comes to one, does it. */
  #owesClick = false;

  /** For `pointerdown`. */
  start(event: PointerEvent, { act, end }: HeldAction): void {
    if (event.button !== 0) return;
    this.stop();
    this.#end = end;
    this.#owesClick = event.pointerType === 'touch';
    if (!this.#owesClick) act();
    const again = (): void => {
      this.#owesClick = false;
      act();
      this.#timer = setTimeout(again, pause);
    };
    this.#timer = setTimeout(again, wait);
  }

  /** For `pointerup` and `pointerleave`. */
  stop(): void {
    clearTimeout(this.#timer);
    const end = this.#end;
    this.#end = null;
    end?.();
  }

  /** For `pointercancel`: the finger scrolls. */
  cancel(): void {
    this.#owesClick = false;
    this.stop();
  }

  /** For `click`. */
  click(event: MouseEvent, { act, end }: HeldAction): void {
    // Other pointers have had their turn when they went down.
    if (event.detail !== 0 && !this.#owesClick) return;
    this.#owesClick = false;
    act();
    end();
  }
}
