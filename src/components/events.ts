import type { FutureDot } from '../charts/scene.ts';
import type { Company } from '../schema/company.ts';
import type { InputBriefing } from '../schema/briefing.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { ProfileChanges, ProfileEdit } from '../schema/apply-changes.ts';
import type { Value } from '../schema/value-form.ts';
import type { ExportKind } from './export-result.ts';
import type { ChangedInputs } from './change-history.ts';

/** A finished run; not fired for the first, coarse picture. */
export class TandemResultEvent extends Event {
  readonly result: Result;

  constructor(result: Result) {
    super('tandem-result', { bubbles: true, composed: true });
    this.result = result;
  }
}

/** A scenario that cannot be read or run. */
export class TandemErrorEvent extends Event {
  readonly message: string;
  /** What is wrong in the files, with places; empty where the run itself failed. */
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    super('tandem-error', { bubbles: true, composed: true });
    this.message = message;
    this.issues = issues;
  }
}

/** A person changed the inputs, and has let go of what was moved; or chose or opened another scenario. */
export class TandemChangeEvent extends Event {
  /** All inputs that now differ from the scenario, with their values. */
  readonly changes: ChangedInputs;
  /** Whether the scenario is a file that the person opened, which the page knows no address of. */
  readonly isOwnFile: boolean;
  /** What now differs in what the law is asked about. */
  readonly profile: ProfileChanges;

  constructor(changes: ChangedInputs, isOwnFile: boolean, profile: ProfileChanges = {}) {
    super('tandem-change', { bubbles: true, composed: true });
    this.changes = changes;
    this.isOwnFile = isOwnFile;
    this.profile = profile;
  }
}

/** An input was changed in the editor. */
export class TandemEditEvent extends Event {
  readonly name: string;
  /** null takes the change back. */
  readonly value: Value | null;
  /** false while it is still being moved. */
  readonly settled: boolean;

  constructor(name: string, value: Value | null, settled: boolean) {
    super('tandem-edit', { bubbles: true, composed: true });
    this.name = name;
    this.value = value;
    this.settled = settled;
  }
}

/** The profile, the inventory of flows, what is left to the law, or what moves together was changed. */
export class TandemProfileEvent extends Event {
  /** From all that differs from the scenario to what is to differ. */
  readonly edit: ProfileEdit;

  constructor(edit: ProfileEdit) {
    super('tandem-profile', { bubbles: true, composed: true });
    this.edit = edit;
  }
}

/** From the questions to what they belong to: an answer, to be written into the company as it is. */
export class TandemCompanyEvent extends Event {
  readonly edit: (company: Company) => Company;

  constructor(edit: (company: Company) => Company) {
    super('tandem-company', { bubbles: true });
    this.edit = edit;
  }
}

/** Somebody asks why an input has its value, and the register of evidence is not there yet. */
export class TandemEvidenceWantedEvent extends Event {
  /** To be told why it cannot be had. */
  readonly fail: (message: string) => void;

  constructor(fail: (message: string) => void) {
    super('tandem-evidence-wanted', { bubbles: true });
    this.fail = fail;
  }
}

/** From an input to the list that it stands in: it was changed, or its change taken back. */
export class TandemInputEvent extends Event {
  readonly name: string;
  /** As it is now; null takes the change back. */
  readonly input: InputBriefing | null;
  /** false while it is still being moved. */
  readonly settled: boolean;

  constructor(name: string, input: InputBriefing | null, settled: boolean) {
    super('tandem-input', { bubbles: true });
    this.name = name;
    this.input = input;
    this.settled = settled;
  }
}

/** A reader has said in a picture which cost is not to be exceeded. */
export class TandemBudgetEvent extends Event {
  /** HK$. */
  readonly budget: number;

  constructor(budget: number) {
    super('tandem-budget', { bubbles: true, composed: true });
    this.budget = budget;
  }
}

/** Somebody wants to see one of the futures that a picture is made of. */
export class TandemFutureEvent extends Event {
  readonly future: FutureDot;

  constructor(future: FutureDot) {
    super('tandem-future', { bubbles: true, composed: true });
    this.future = future;
  }
}

/** Somebody wants to see an input that a formula names. */
export class TandemInputWantedEvent extends Event {
  readonly name: string;

  constructor(name: string) {
    super('tandem-input-wanted', { bubbles: true });
    this.name = name;
  }
}

/** What a person asks of a scenario as a whole. */
export type ScenarioCommand =
  | 'undo'
  | 'redo'
  | 'reset'
  | 'save'
  | 'share'
  | 'print'
  | Exclude<ExportKind, 'scenario'>;

/** From the scenario bar to the calculator that it belongs to. */
export class TandemCommandEvent extends Event {
  readonly command: ScenarioCommand;

  constructor(command: ScenarioCommand) {
    super('tandem-command', { bubbles: true });
    this.command = command;
  }
}

/** Files that a person opened, or a scenario that was chosen from those offered. */
export class TandemOpenEvent extends Event {
  readonly opened: readonly File[] | string;

  constructor(opened: readonly File[] | string) {
    super('tandem-open', { bubbles: true });
    this.opened = opened;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tandem-result': TandemResultEvent;
    'tandem-error': TandemErrorEvent;
    'tandem-change': TandemChangeEvent;
    'tandem-edit': TandemEditEvent;
    'tandem-company': TandemCompanyEvent;
    'tandem-profile': TandemProfileEvent;
    'tandem-evidence-wanted': TandemEvidenceWantedEvent;
    'tandem-budget': TandemBudgetEvent;
    'tandem-future': TandemFutureEvent;
    'tandem-input': TandemInputEvent;
    'tandem-input-wanted': TandemInputWantedEvent;
    'tandem-command': TandemCommandEvent;
    'tandem-open': TandemOpenEvent;
  }
}
