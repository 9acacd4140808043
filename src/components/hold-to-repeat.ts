const wait = 400;
const pause = 70;

/** What a button does at once, again while it is held, and when it is let go. */
export interface HeldAction {
  readonly act: () => void;
  readonly end: () => void;
}

/**
 * Repeats what a button does while it is held. A click that no pointer made, from the keyboard or
 * from a screen reader, does it once.
 */
export class HoldToRepeat {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | null = null;

  /** For `pointerdown`. */
  start(event: PointerEvent, { act, end }: HeldAction): void {
    if (event.button !== 0) return;
    this.stop();
    this.#end = end;
    act();
    const again = (): void => {
      act();
      this.#timer = setTimeout(again, pause);
    };
    this.#timer = setTimeout(again, wait);
  }

  /** For `pointerup`, `pointerleave` and `pointercancel`. */
  stop(): void {
    clearTimeout(this.#timer);
    const end = this.#end;
    this.#end = null;
    end?.();
  }

  /** For `click`. */
  click(event: MouseEvent, { act, end }: HeldAction): void {
    // Pointers have had their turn when they went down.
    if (event.detail !== 0) return;
    act();
    end();
  }
}
