import type { Flow } from '../schema/flow.ts';
import type { FactValue, Open } from './fact.ts';

/** Where the answer to something about a flow goes: an implied flow has none, so a list of flows is asked for. */
export function askedOf({ implied, pointer }: KnownFlow, field: keyof Flow): string {
  return implied ? '/flows' : `${pointer}/${field}`;
}

/** A flow of the inventory, or one that the profile implies. */
export interface KnownFlow {
  readonly flow: Flow;
  readonly implied: boolean;
  /** Where it stands in the scenario; the answers that imply it, where it stands nowhere. */
  readonly pointer: string;
  /** What of an implied flow is not known. */
  readonly open?: {
    /** Whether there is such a flow at all. */
    readonly exists?: Open;
    readonly people?: FactValue;
    /** Where it begins and ends, which hangs on where the company is. */
    readonly places?: Open;
    readonly sensitivePeople?: FactValue;
    readonly minors?: FactValue;
    readonly under18?: FactValue;
    /** Whether and where a vendor handles it. */
    readonly processor?: Open;
  };
}
