import type { Briefing, InputBriefing } from '../schema/briefing.ts';
import { draftedInput, withValue } from '../schema/edited-input.ts';
import { sameValue } from '../schema/same-value.ts';
import { steadyInputs } from '../schema/steady-inputs.ts';
import type { Value } from '../schema/value-form.ts';
import type { ChangedInputs } from './change-history.ts';

/**
 * The inputs of a scenario as a person sees them: what was changed counts at once and for good, and
 * a run, which may have begun earlier, only says more of it. Remembers how each was before it was
 * changed.
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
   * Takes over what a run says of the inputs. `draft` are the values that now differ from the
   * scenario: where a run knows of another value, it is the draft's that counts. Without one, all
   * that a run says counts, but for the input that is being moved. Returns whether the inputs are
   * those of another scenario.
   */
  take({ inputs }: Briefing, draft: ChangedInputs | null = null): boolean {
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
    this.#known = steadyInputs(this.#known, inputs);
    for (const input of this.#known) {
      if (!input.changed) this.#originals.set(input.name, input);
    }
    for (const input of this.#known) {
      if (draft !== null) this.#follow(input, own(draft, input.name) ?? input.base);
      else if (input.name !== this.#moving) this.#edits.delete(input.name);
    }
    return isOther;
  }

  /** An input has a value, whatever a run knows of it. */
  #follow(known: InputBriefing, value: Value): void {
    const { name } = known;
    if (sameValue(known.value, value)) {
      this.#edits.delete(name);
      return;
    }
    const drawn = [this.#edits.get(name), this.#originals.get(name)].find(
      (input) => input !== undefined && sameValue(input.value, value),
    );
    this.#edits.set(name, drawn ?? draftedInput(known, value));
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

function own(changes: ChangedInputs, name: string): Value | undefined {
  return Object.hasOwn(changes, name) ? changes[name] : undefined;
}
