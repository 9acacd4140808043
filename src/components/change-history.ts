import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Value } from '../schema/value-form.ts';
import type { OpenedScenario } from './opened-scenario.ts';

/** Values that were changed by hand, by input. */
export type ChangedInputs = Readonly<Record<string, Value>>;

/** A scenario as it is at one moment: what was opened, and what was changed in it. */
export interface HistoryStep {
  /** null until a scenario has been read. */
  readonly opened: OpenedScenario | null;
  readonly inputs: ChangedInputs;
  readonly profile: ProfileChanges;
}

const longest = 200;

/**
 * The scenario that a person works on, with undo and redo: what was changed in it, and which one it
 * is. A slider that is dragged is one step, however many values it passes; to open another scenario
 * is one too, so that what was changed in the one before can be had again.
 */
export class ChangeHistory {
  #now: HistoryStep;
  #past: readonly HistoryStep[] = [];
  #future: readonly HistoryStep[] = [];
  /** The input that is being dragged. */
  #moving: string | null = null;

  /** `inputs` and `profile` are what a scenario starts with. */
  constructor(
    inputs: ChangedInputs = {},
    profile: ProfileChanges = {},
    opened: OpenedScenario | null = null,
  ) {
    this.#now = { opened, inputs, profile };
  }

  /** All of it as it is now; another object after each change. */
  get step(): HistoryStep {
    return this.#now;
  }

  get opened(): OpenedScenario | null {
    return this.#now.opened;
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
    this.#now = { ...this.#now, inputs, profile };
  }

  /** Another scenario takes the place of the one that is there, as one step. */
  open(opened: OpenedScenario, inputs: ChangedInputs = {}, profile: ProfileChanges = {}): void {
    this.#moving = null;
    if (this.#now.opened !== null) this.#remember();
    this.#now = { opened, inputs, profile };
  }

  /** The scenario that is there was read anew: no step of its own. */
  reread(opened: OpenedScenario): void {
    const { opened: before } = this.#now;
    const renew = (step: HistoryStep) => (step.opened === before ? { ...step, opened } : step);
    this.#now = renew(this.#now);
    this.#past = this.#past.map(renew);
    this.#future = this.#future.map(renew);
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
