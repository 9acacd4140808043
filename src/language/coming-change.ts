import type { ComingChange, LaterCells } from '../schema/resolved.ts';
import type { CellGraph, CellId } from './cells.ts';

/** A value now, and once some changes of the law count. */
interface Values {
  readonly now: CellId;
  readonly later: readonly { readonly changes: LaterCells['changes']; readonly value: CellId }[];
}

/**
 * The share of a year in which a change counts: nothing before it does, all of a year after. `year`
 * is counted from 0, `inputOf` gives the cell of an input.
 */
export function shareOfYear(
  { from, passes }: ComingChange,
  year: number,
  graph: CellGraph,
  inputOf: (name: string) => CellId,
): CellId {
  const one = graph.constant(1);
  const end = graph.constant(year + 1);
  const begins = typeof from === 'number' ? graph.constant(from) : inputOf(from);
  const rest = graph.combine('minimum', one, graph.combine('subtract', end, begins));
  const share = graph.combine('maximum', graph.constant(0), rest);
  return passes === null ? share : graph.combine('multiply', inputOf(passes), share);
}

/**
 * The value of a year in which changes count for a share each, all of them to its end: every
 * combination of changes weighs as much as the part of the year in which exactly they count.
 */
export function blended(
  graph: CellGraph,
  { later, now }: Values,
  shares: ReadonlyMap<string, CellId>,
): CellId {
  if (later.every(({ value }) => value === now)) return now;
  const [zero, one] = [graph.constant(0), graph.constant(1)];
  const weight = (changes: readonly string[]): CellId => {
    // A change that may not come, as where two scenarios are compared input by input.
    if (!changes.every((id) => shares.has(id))) return zero;
    const [within, without] = [new Array<CellId>(), new Array<CellId>()];
    for (const [id, share] of shares) (changes.includes(id) ? within : without).push(share);
    const all = within.reduce((least, each) => graph.combine('minimum', least, each), one);
    if (without.length === 0) return all;
    const any = without.reduce((most, each) => graph.combine('maximum', most, each), zero);
    const part = graph.combine('subtract', all, any);
    return within.length === 0 ? part : graph.combine('maximum', zero, part);
  };
  return [{ changes: [], value: now }, ...later].reduce(
    (sum, { changes, value }) =>
      graph.combine('add', sum, graph.combine('multiply', weight(changes), value)),
    zero,
  );
}
