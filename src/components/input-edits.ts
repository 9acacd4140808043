import type { Briefing, InputBriefing } from '../schema/briefing.ts';
import { withValue } from '../schema/edited-input.ts';
import { sameValue } from '../schema/same-value.ts';
import { steadyInputs } from '../schema/steady-inputs.ts';

/**
 * The inputs of a scenario as a person sees them: what was just changed counts at once, what a run
 * says of it follows. Remembers how each was before it was changed.
 */
export class InputEdits {
  /** As the last run knew them. */
  #known: readonly InputBriefing[] = [];
  /** Changed here, and not known to a run yet. */
  readonly #edits = new Map<string, InputBriefing>();
  readonly #originals = new Map<string, InputBriefing>();
  #moving: string | null = null;

  /** In the order of the model. */
  get inputs(): readonly InputBriefing[] {
    return this.#edits.size === 0
      ? this.#known
      : this.#known.map((input) => this.#edits.get(input.name) ?? input);
  }

  /** An input as its scenario has it; null where it was never seen unchanged. */
  originalOf(name: string): InputBriefing | null {
    return this.#originals.get(name) ?? null;
  }

  /**
   * Takes over what a run says of the inputs, but not of the one that is being moved. Returns whether
   * they are those of another scenario.
   */
  take({ inputs }: Briefing): boolean {
    const before = new Map(this.#known.map((input) => [input.name, input]));
    const isOther =
      before.size !== inputs.length ||
      inputs.some(({ base, currency, name }) => {
        const was = before.get(name);
        return was === undefined || was.currency !== currency || !sameValue(was.base, base);
      });
    if (isOther) {
      this.#originals.clear();
      this.#moving = null;
    }
    for (const name of this.#edits.keys()) {
      if (name !== this.#moving) this.#edits.delete(name);
    }
    this.#known = steadyInputs(this.#known, inputs);
    for (const input of this.#known) {
      if (!input.changed) this.#originals.set(input.name, input);
    }
    return isOther;
  }

  /** Changes an input, or takes its change back with null; false for `settled` while it is moved. */
  change(name: string, input: InputBriefing | null, settled: boolean): void {
    this.#moving = settled ? null : name;
    const known = this.#known.find((each) => each.name === name);
    if (known === undefined) return;
    const original = this.originalOf(name);
    this.#edits.set(name, input ?? original ?? { ...withValue(known, known.base), sketches: {} });
  }
}
