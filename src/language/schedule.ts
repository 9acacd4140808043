import type { Cell, CellId, Cells } from './cells.ts';

/** A step of the program: a cell to compute, a pass over events, or something to record. */
export type Step =
  | { readonly kind: 'cell'; readonly id: CellId }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'observe'; readonly index: number; readonly id: CellId };

/** Everything computed for each event of one list: the sums it gives and the cells in between. */
export interface Section {
  readonly list: CellId;
  readonly sums: readonly CellId[];
  /** Cells of each event, in the order in which they are computed. */
  readonly body: readonly CellId[];
  /** Cells of the trial that the body reads. */
  readonly reads: readonly CellId[];
  /** Cells of each event that are recorded one by one. */
  readonly watched: readonly Root[];
}

/** Something to record: its index and its cell. */
export interface Root {
  readonly index: number;
  readonly id: CellId;
}

/** The cells that a cell is computed from. */
export function operandsOf(cell: Cell): readonly CellId[] {
  switch (cell.op) {
    case 'constant':
    case 'held':
    case 'uniform':
    case 'event-uniform':
      return [];
    case 'choose':
      return [cell.a, cell.b, cell.c];
    case 'poisson':
    case 'bernoulli':
      return [cell.a, cell.rate];
    case 'negative-binomial':
      return [cell.a, cell.rate, cell.dispersion];
    case 'event-sum':
      return [cell.a, cell.over];
    default:
      return 'b' in cell ? [cell.a, cell.b] : [cell.a];
  }
}

/**
 * An order in which each root is computed and at once recorded, depth first, so that columns live
 * briefly. Constants are left out: they need no step.
 */
export function schedule(graph: Cells, roots: readonly Root[]): readonly Step[] {
  const sections = findSections(graph, roots);
  const steps: Step[] = [];
  const done = new Set<CellId | Section>();
  for (const root of roots) {
    visit(root.id);
    if (graph.get(root.id).list === null)
      steps.push({ kind: 'observe', index: root.index, id: root.id });
  }
  return steps;

  // An explicit stack: a sum of ten thousand lines must not exhaust the call stack.
  function visit(start: CellId): void {
    const stack: { readonly id: CellId; readonly opened: boolean }[] = [
      { id: start, opened: false },
    ];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const cell = graph.get(top.id);
      const unit = sections.get(top.id) ?? top.id;
      if (cell.op === 'constant' || done.has(unit)) continue;
      if (top.opened) {
        done.add(unit);
        steps.push(
          typeof unit === 'number'
            ? { kind: 'cell', id: unit }
            : { kind: 'section', section: unit },
        );
        continue;
      }
      stack.push({ id: top.id, opened: true });
      const needed = typeof unit === 'number' ? operandsOf(cell) : [unit.list, ...unit.reads];
      for (const id of needed.toReversed()) stack.push({ id, opened: false });
    }
  }
}

/**
 * Groups the event sums of each list into as few passes as possible. Sums that rest on other sums
 * come in a later pass: their depth says how many passes must come before.
 */
function findSections(graph: Cells, roots: readonly Root[]): ReadonlyMap<CellId, Section> {
  const live = reachable(
    graph,
    roots.map((root) => root.id),
  );
  const depth = new Map<CellId, number>();
  const groups = new Map<string, CellId[]>();
  // Ids rise from operands to results, so one pass in their order sees operands first.
  for (const id of live) {
    const cell = graph.get(id);
    const below = Math.max(0, ...operandsOf(cell).map((operand) => depth.get(operand) ?? 0));
    const own = cell.op === 'event-sum' ? below + 1 : below;
    depth.set(id, own);
    if (cell.op !== 'event-sum') continue;
    const key = `${cell.over}:${own}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const watched = new Map<string, Root[]>();
  for (const root of roots) {
    const { list } = graph.get(root.id);
    if (list === null) continue;
    const key = `${list}:${(depth.get(root.id) ?? 0) + 1}`;
    watched.set(key, [...(watched.get(key) ?? []), root]);
  }
  const sections = new Map<CellId, Section>();
  for (const key of new Set([...groups.keys(), ...watched.keys()])) {
    const sums = groups.get(key) ?? [];
    const roots = watched.get(key) ?? [];
    const section = sectionOf(graph, Number(key.slice(0, key.indexOf(':'))), sums, roots);
    for (const id of [...sums, ...roots.map((root) => root.id)]) sections.set(id, section);
  }
  return sections;
}

/** All cells that some are made of, themselves among them, in rising order. */
export function reachable(graph: Cells, roots: readonly CellId[]): readonly CellId[] {
  const live = new Set<CellId>();
  const stack = [...roots];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (live.has(id)) continue;
    live.add(id);
    stack.push(...operandsOf(graph.get(id)));
  }
  return [...live].sort((a, b) => a - b);
}

function sectionOf(
  graph: Cells,
  list: CellId,
  sums: readonly CellId[],
  watched: readonly Root[],
): Section {
  const body = new Set<CellId>();
  const reads = new Set<CellId>();
  const stack: CellId[] = watched.map((root) => root.id);
  for (const id of sums) {
    const cell = graph.get(id);
    if (cell.op === 'event-sum') stack.push(cell.a);
  }
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (body.has(id)) continue;
    const cell = graph.get(id);
    if (cell.op === 'constant') continue;
    body.add(id);
    if (cell.op === 'of-trial') reads.add(cell.a);
    else stack.push(...operandsOf(cell));
  }
  const inOrder = (ids: Iterable<CellId>) => [...ids].sort((a, b) => a - b);
  return { list, sums, body: inOrder(body), reads: inOrder(reads), watched };
}
