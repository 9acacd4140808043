import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Value } from '../schema/value-form.ts';

/** Values that were changed by hand, by input. */
export type ChangedInputs = Readonly<Record<string, Value>>;

interface Step {
  readonly inputs: ChangedInputs;
  readonly profile: ProfileChanges;
}

const longest = 200;

/**
 * What was changed in a scenario, with undo and redo. A slider that is dragged is one step, however
 * many values it passes.
 */
export class ChangeHistory {
  #now: Step;
  #past: readonly Step[] = [];
  #future: readonly Step[] = [];
  /** The input that is being dragged. */
  #moving: string | null = null;

  /** `inputs` and `profile` are what a scenario starts with. */
  constructor(inputs: ChangedInputs = {}, profile: ProfileChanges = {}) {
    this.#now = { inputs, profile };
  }

  get now(): ChangedInputs {
    return this.#now.inputs;
  }

  get profile(): ProfileChanges {
    return this.#now.profile;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Changes an input, or takes its change back with null. `settled` is false while it is dragged. */
  change(name: string, value: Value | null, settled: boolean): void {
    if (this.#moving !== name) this.#remember();
    this.#moving = settled ? null : name;
    const { [name]: _before, ...others } = this.#now.inputs;
    const inputs = value === null ? others : { ...others, [name]: value };
    this.#now = { ...this.#now, inputs };
  }

  /** Replaces what was changed in the profile, as one step. */
  changeProfile(profile: ProfileChanges): void {
    this.replace(this.#now.inputs, profile);
  }

  /** Replaces all changes at once, as one step. */
  replace(inputs: ChangedInputs, profile: ProfileChanges = {}): void {
    this.#moving = null;
    this.#remember();
    this.#now = { inputs, profile };
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [...this.#future, this.#now];
    this.#past = this.#past.slice(0, -1);
    this.#now = before;
    this.#moving = null;
  }

  redo(): void {
    const after = this.#future.at(-1);
    if (after === undefined) return;
    this.#past = [...this.#past, this.#now];
    this.#future = this.#future.slice(0, -1);
    this.#now = after;
    this.#moving = null;
  }

  #remember(): void {
    this.#past = [...this.#past, this.#now].slice(-longest);
    this.#future = [];
  }
}
