/** What is to be met, and by what it may be met. */
export interface LeastChange {
  /** The figures at a change, which is told in standard deviations of each input. */
  readonly figuresAt: (change: readonly number[]) => Promise<readonly number[]>;
  /** How the figures move with each input there: `slopes[figure][input]`. */
  readonly slopesAt: (change: readonly number[]) => Promise<readonly (readonly number[])[]>;
  readonly targets: readonly number[];
  /** A figure is met when it is as near to its target as this. */
  readonly near: readonly number[];
  /** How far down and up each input may go. */
  readonly bounds: readonly (readonly [lowest: number, highest: number])[];
}

export interface FoundChange {
  readonly change: readonly number[];
  readonly figures: readonly number[];
  /** Whether each target is met. */
  readonly met: readonly boolean[];
}

const mostSteps = 16;
const mostHalvings = 5;
/** A step as short as this, in standard deviations, changes nothing that is told. */
const shortest = 2e-3;

/**
 * The smallest change, in the sum of squares, that meets all targets: Gauss-Newton. Each step takes
 * the least change that would meet the targets if all were straight, within the bounds. Where the
 * figures already meet the targets, nothing is changed.
 */
export async function leastChange(task: LeastChange): Promise<FoundChange> {
  let change: readonly number[] = task.bounds.map(() => 0);
  let figures = await task.figuresAt(change);
  if (isMet(task, figures)) return found(task, change, figures);
  for (let step = 0; step < mostSteps; step++) {
    const slopes = await task.slopesAt(change);
    const aim = aimFrom(task, change, figures, slopes);
    const length = Math.max(...aim.map((each, index) => Math.abs(each - (change[index] ?? 0))));
    let share = 1;
    let next = aim;
    let nextFigures = await task.figuresAt(next);
    // A step may go too far where the figures are far from straight.
    for (let k = 0; k < mostHalvings && !isBetter(task, nextFigures, figures); k++) {
      share /= 2;
      next = aim.map((each, index) => share * each + (1 - share) * (change[index] ?? 0));
      nextFigures = await task.figuresAt(next);
    }
    if (!isBetter(task, nextFigures, figures)) break;
    [change, figures] = [next, nextFigures];
    if (length < shortest || (isMet(task, figures) && share * length < 10 * shortest)) break;
  }
  return found(task, change, figures);
}

function found(
  task: LeastChange,
  change: readonly number[],
  figures: readonly number[],
): FoundChange {
  return { change, figures, met: missesOf(task, figures).map((miss) => miss <= 1) };
}

/** How far each figure is from its target, in what counts as near. */
function missesOf({ near, targets }: LeastChange, figures: readonly number[]): readonly number[] {
  return targets.map((target, index) =>
    Math.abs(((figures[index] ?? NaN) - target) / (near[index] ?? 1)),
  );
}

function isMet(task: LeastChange, figures: readonly number[]): boolean {
  return missesOf(task, figures).every((miss) => miss <= 1);
}

function isBetter(task: LeastChange, after: readonly number[], before: readonly number[]): boolean {
  if (isMet(task, after)) return true;
  const size = (figures: readonly number[]) =>
    missesOf(task, figures).reduce((sum, miss) => sum + miss * miss, 0);
  return size(after) < size(before);
}

/** The least change that meets the targets if slopes stay as they are; what would leave its bounds stays at them. */
function aimFrom(
  { bounds, near, targets }: LeastChange,
  change: readonly number[],
  figures: readonly number[],
  slopes: readonly (readonly number[])[],
): readonly number[] {
  const fixed = new Map<number, number>();
  for (;;) {
    const free = bounds.flatMap((_, index) => (fixed.has(index) ? [] : [index]));
    const rows = targets.map((target, row) => {
      const scale = near[row] ?? 1;
      const slope = slopes[row] ?? [];
      let rest = target - (figures[row] ?? NaN);
      for (const [index, at] of change.entries())
        rest += (slope[index] ?? 0) * (at - (fixed.get(index) ?? 0));
      return { rest: rest / scale, slope: free.map((index) => (slope[index] ?? 0) / scale) };
    });
    const weights = solve(
      rows.map(({ slope }) => rows.map((other) => dot(slope, other.slope))),
      rows.map(({ rest }) => rest),
    );
    const aim = bounds.map((_, index) => {
      const place = free.indexOf(index);
      return place < 0
        ? (fixed.get(index) ?? 0)
        : rows.reduce((sum, { slope }, row) => sum + (weights[row] ?? 0) * (slope[place] ?? 0), 0);
    });
    const over = free
      .map((index) => ({ index, by: beyond(aim[index] ?? 0, bounds[index]) }))
      .toSorted((a, b) => b.by - a.by)[0];
    if (over === undefined || over.by <= 0) return aim;
    const [lowest, highest] = bounds[over.index] ?? [0, 0];
    fixed.set(over.index, Math.min(highest, Math.max(lowest, aim[over.index] ?? 0)));
  }
}

function beyond(value: number, bounds: readonly [number, number] | undefined): number {
  const [lowest, highest] = bounds ?? [0, 0];
  return Math.max(lowest - value, value - highest);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, index) => sum + each * (b[index] ?? 0), 0);
}

/** Below this part of its size, a target asks for nothing that those before it do not ask for. */
const repeated = 1e-9;

/** Solves a symmetric positive semidefinite system by its Cholesky factor; a row that repeats others counts for nothing. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const factor = matrix.map(() => Array.from({ length: n }, () => 0));
  const at = (i: number, j: number) => factor[i]?.[j] ?? 0;
  const under = (i: number, j: number) => {
    let sum = matrix[i]?.[j] ?? 0;
    for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
    return sum;
  };
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j < i; j++) row[j] = at(j, j) > 0 ? under(i, j) / at(j, j) : 0;
    const rest = under(i, i);
    row[i] = rest > repeated * (matrix[i]?.[i] ?? 0) ? Math.sqrt(rest) : 0;
  }
  const result = [...right];
  for (let i = 0; i < n; i++) {
    let rest = result[i] ?? 0;
    for (let k = 0; k < i; k++) rest -= at(i, k) * (result[k] ?? 0);
    result[i] = at(i, i) > 0 ? rest / at(i, i) : 0;
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = result[i] ?? 0;
    for (let k = i + 1; k < n; k++) rest -= at(k, i) * (result[k] ?? 0);
    result[i] = at(i, i) > 0 ? rest / at(i, i) : 0;
  }
  return result;
}
