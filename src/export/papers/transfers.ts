import { lawName } from '../../present/lawfulness-in-words.ts';
import type { LawFlow, LawResult } from '../../schema/law-result.ts';

/** A flow before one law: what that law asks of its transfer. */
export interface Transfer {
  /** Place of the flow in the result. */
  readonly index: number;
  /** Id of the law. */
  readonly regime: string;
  /** With the mechanism of that law. */
  readonly flow: LawFlow;
}

/** Every flow before every law that knows mechanisms of transfer; flows that are none are left out. */
export function transfersOf({ flows }: LawResult): readonly Transfer[] {
  return flows.flatMap((flow, index) =>
    flow.exists === false
      ? []
      : flow.mechanisms.map(({ regime, ...mechanism }) => ({
          index,
          regime,
          flow: { ...flow, mechanism },
        })),
  );
}

/** Whether a law is known to ask for no mechanism: of such a transfer there is a memo. */
export function hasMemo({ flow: { exists, mechanism } }: Transfer): boolean {
  return exists === true && mechanism.status === 'none';
}

/** A flow by its name, with the law where more than one knows mechanisms. */
export function transferName(law: LawResult, { flow, regime }: Transfer): string {
  return flow.mechanisms.length < 2 ? flow.name : `${flow.name} (${lawName(law, regime)})`;
}
