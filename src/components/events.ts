import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';

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

declare global {
  interface HTMLElementEventMap {
    'tandem-result': TandemResultEvent;
    'tandem-error': TandemErrorEvent;
  }
}
