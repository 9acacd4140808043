import { formatNumber } from './format-number.ts';
import { inYears } from './in-years.ts';
import type { Payback } from '../schema/result.ts';

/** How one posture's mean cumulative cost stands to another's. */
export interface PaybackAgainst {
  readonly against: string;
  /** Month from which on it stays at or below the other's; null where it does not. */
  readonly month: number | null;
  /** HK$ by which it lies above the other's at the end; below 0 where it has cost less. */
  readonly dearerBy: number;
}

export function paybackAgainst(
  against: string,
  payback: Payback | undefined,
  dearerBy: number,
): PaybackAgainst {
  return { against, month: dearerBy > 0 ? null : (payback?.months ?? null), dearerBy };
}

/** From when on the postures' mean costs part in favour of one of them, for all of the others. */
export function paybackClaim(
  name: string,
  all: readonly PaybackAgainst[],
  years: number,
  money: (hkd: number) => string,
): string {
  const end = `by the end of ${inYears(years)}`;
  const same = all.filter(({ dearerBy }) => money(Math.abs(dearerBy)) === money(0));
  const paid = all.filter((each) => each.month !== null && !same.includes(each));
  const unpaid = all.filter((each) => each.dearerBy > 0 && !same.includes(each));
  const list = (some: readonly PaybackAgainst[]) => names(some.map(({ against }) => against));
  if (all.length === 0) return `What ${name} has cost ${end}`;
  if (paid.length === 0 && unpaid.length === 0)
    return `On average ${name} has cost as much as ${list(same)} ${end}`;
  if (paid.length === 0) {
    const [least] = unpaid.toSorted((a, b) => a.dearerBy - b.dearerBy);
    const by = money(least?.dearerBy ?? 0);
    return unpaid.length === 1
      ? `On average ${name} has cost ${by} more than ${list(unpaid)} ${end}`
      : `On average ${name} has cost at least ${by} more than ${list(unpaid)} ${end}`;
  }
  const parts =
    paid.length > 3
      ? [`than ${slowest(paid, all.length)}`]
      : paid.map((each) => `than ${sinceWhen(each)}`);
  const never = unpaid.length === 0 ? '' : `, but not less than ${list(unpaid)} ${end}`;
  return `On average ${name} has cost less ${parts.join(', and ')}${never}`;
}

function slowest(paid: readonly PaybackAgainst[], of: number): string {
  const month = Math.max(...paid.map((each) => each.month ?? 0));
  return `${paid.length === of ? 'all ' : ''}${paid.length} others ${since(month)}`;
}

function sinceWhen({ against, month }: PaybackAgainst): string {
  return `${against} ${since(month ?? 0)}`;
}

/** `from month 11 on`, `from the start`. */
export function since(month: number): string {
  return month <= 0 ? 'from the start' : `from month ${formatNumber(month, 0)} on`;
}

function names(all: readonly string[]): string {
  if (all.length > 3) return `the ${all.length} others`;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}
