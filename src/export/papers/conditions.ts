import { whyOf } from '../../regimes/why.ts';
import type { Why } from '../../regimes/why.ts';
import type { LawResult } from '../../schema/law-result.ts';
import { provisionsOf } from './papers-of-law.ts';
import type { Transfer } from './transfers.ts';

/** A line of what a verdict rests on. */
export interface Condition {
  readonly label: string;
  readonly value: LawResult['facts'][string];
  readonly unit: string;
  /** Worked out from the lines under it, or from others; else given. */
  readonly worked: boolean;
  /** 0 for the conditions of the rule itself. */
  readonly depth: number;
}

const deepest = 3;

/** What the verdict on the transfer of a flow rests on, each name once, down to what the file says. */
export function conditionsOf(law: LawResult, transfer: Transfer): readonly Condition[] {
  const { index } = transfer;
  const { id, rule } = transfer.flow.mechanism;
  const own = whyOf(law, rule, index)?.from;
  const named = provisionsOf(transfer)
    .filter(({ mechanism }) => mechanism === id)
    .flatMap(({ rests }) => rests.flatMap((name) => whyOf(law, name, index) ?? []));
  const seen = new Set<string>();
  const rows = (why: Why, depth: number): readonly Condition[] => {
    if (seen.has(why.name) || depth > deepest) return [];
    seen.add(why.name);
    const { formula, label, unit, value } = why;
    return [
      { label, value, unit, worked: formula !== null, depth },
      ...why.from.flatMap((each) => rows(each, depth + 1)),
    ];
  };
  return (own ?? named).flatMap((each) => rows(each, 0));
}
