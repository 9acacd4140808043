import { categoryOrder } from '../present/category-order.ts';
import { nameInWords } from '../present/name-in-words.ts';
import { roundToSum } from '../present/round-to-sum.ts';
import type { Result } from '../schema/result.ts';

/** One step of a bridge, in whole units of the shown precision. */
export interface BridgeStep {
  readonly label: string;
  readonly kind: 'total' | 'less' | 'more';
  readonly start: number;
  readonly end: number;
  /** What it counts for; null for totals, and for what is left over. */
  readonly category: string | null;
}

interface Difference {
  readonly label: string;
  readonly category: string | null;
  readonly hkd: number;
}

/** What is left over counts as one step. */
const mostSteps = 14;
const leftOver = 'Everything else';

/**
 * From one posture's mean cost to another's, cost line by cost line. All numbers are rounded to the
 * same unit, and so that they add up exactly as they are read.
 */
export function bridgeSteps(
  result: Result,
  from: string,
  to: string,
  unit: number,
): readonly BridgeStep[] {
  const [start, end] = [meansOf(result, from), meansOf(result, to)];
  const name = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const differences = linesInOrder(result).map((line): Difference => ({
    label: result.labels.lines[line] ?? nameInWords(line),
    category: result.labels.lineCategories[line] ?? null,
    hkd: (end[line] ?? 0) - (start[line] ?? 0),
  }));
  const shown = gathered(differences, unit);
  const total = { category: null, kind: 'total', start: 0 } as const;
  const { parts } = roundToSum([sum(start), ...shown.map(({ hkd }) => hkd)], unit);
  let at = parts[0] ?? 0;
  const steps: BridgeStep[] = [{ ...total, label: name(from), end: at }];
  for (const [index, { category, label }] of shown.entries()) {
    const change = parts[index + 1] ?? 0;
    if (change === 0) continue;
    const kind = change < 0 ? 'less' : 'more';
    steps.push({ label, category, kind, start: at, end: at + change });
    at += change;
  }
  return [...steps, { ...total, label: name(to), end: at }];
}

/** Mean cost of each line of a posture. */
export function meansOf(result: Result, posture: string): Readonly<Record<string, number>> {
  const lines = Object.entries(result.lines[posture] ?? {});
  return Object.fromEntries(lines.map(([line, { mean }]) => [line, mean]));
}

/** The largest steps in their order, all others as one: what is too small to show is not lost. */
function gathered(differences: readonly Difference[], unit: number): readonly Difference[] {
  const size = ({ hkd }: Difference) => Math.abs(hkd);
  const visible = differences.filter((each) => size(each) >= unit / 2);
  const most = visible.length === differences.length ? mostSteps : mostSteps - 1;
  const kept = new Set(visible.toSorted((a, b) => size(b) - size(a)).slice(0, most));
  const rest = differences.filter((each) => !kept.has(each));
  if (rest.length === 0) return differences;
  const hkd = rest.reduce((total, each) => total + each.hkd, 0);
  return [
    ...differences.filter((each) => kept.has(each)),
    { label: leftOver, category: null, hkd },
  ];
}

/** The lines by category, in the order in which categories are always shown. */
function linesInOrder({ components, labels }: Result): readonly string[] {
  const lines = Object.entries(labels.lineCategories);
  return categoryOrder(components).flatMap((category) =>
    lines.flatMap(([line, own]) => (own === category ? [line] : [])),
  );
}

function sum(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((total, cost) => total + cost, 0);
}
