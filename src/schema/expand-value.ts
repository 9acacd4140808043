import { wordList } from './describe.ts';
import { expandCell, expandTimes } from './expand-cell.ts';
import type { CellContext } from './expand-cell.ts';
import { childPointer } from './pointer.ts';
import type { CellValue } from './resolved.ts';
import { isByPosture, isByYear, isStated } from './value-form.ts';
import type { ByYear, Quantity, StatedValue, Value } from './value-form.ts';

/** What a value is checked against. */
export interface ValueContext extends CellContext {
  /** In order; `like` is the posture whose value stands in for a missing one. */
  readonly postures: readonly { readonly id: string; readonly like: string | null }[];
  readonly years: number;
}

export interface ExpandedValue {
  readonly cells: readonly (readonly CellValue[])[];
  readonly times: CellValue | null;
  readonly source: string | null;
  readonly note: string | null;
}

/** Spreads a value over every posture and year, checking it on the way; null where that is impossible. */
export function expandValue(
  value: Value,
  pointer: string,
  context: ValueContext,
): ExpandedValue | null {
  const { issues } = context;
  const problems = issues.all.length;
  const stated = isStated(value) ? value : null;
  const inner = stated?.value ?? (value as Exclude<Value, StatedValue>);
  const innerPointer = stated === null ? pointer : `${pointer}/value`;
  const provenance = { sources: new Set<string>(), notes: new Set<string>() };
  remember(value, provenance);

  const times =
    stated?.times === undefined ? null : expandTimes(stated.times, `${pointer}/times`, context);
  const row = (given: Quantity | ByYear | StatedValue, at: string): readonly CellValue[] => {
    remember(given, provenance);
    if (isStated(given)) return row(given.value as Quantity | ByYear, `${at}/value`);
    return expandYears(given, at, times, provenance, context);
  };

  const rows = new Map<string, readonly CellValue[]>();
  let cells: (readonly CellValue[])[] = [];
  if (isByPosture(inner)) {
    if (!checkPostures(Object.keys(inner), innerPointer, context)) return null;
    for (const [posture, given] of Object.entries(inner)) {
      rows.set(posture, row(given, childPointer(innerPointer, posture)));
    }
    cells = context.postures.map(
      (posture) => rows.get(standIn(posture.id, rows, context) ?? '') ?? [],
    );
  } else {
    const same = row(inner, innerPointer);
    cells = context.postures.map(() => same);
  }
  const failed = issues.all.slice(problems).some((issue) => issue.severity === 'error');
  return failed
    ? null
    : { cells, times, source: joined(provenance.sources), note: joined(provenance.notes) };
}

function checkPostures(given: readonly string[], pointer: string, context: ValueContext): boolean {
  const { name, input, postures, issues } = context;
  const known = postures.map((posture) => posture.id);
  const strangers = given.filter((id) => !known.includes(id));
  if (!input.by.includes('posture')) {
    const meant = strangers.length === given.length ? ` (found ${wordList(given, 4)})` : '';
    issues.error(
      'axis',
      pointer,
      `${name} has one value for all postures; a value by posture is not possible${meant}`,
    );
    return false;
  }
  for (const id of strangers.slice(0, 20))
    issues.reference('posture', id, known, childPointer(pointer, id));
  const missing = known.filter((id) => standIn(id, new Set(given), context) === null);
  if (missing.length > 0 && strangers.length === 0) {
    issues.error(
      'missing',
      pointer,
      `${name} has no value for ${wordList(missing)}; give one for every posture`,
    );
  }
  return missing.length === 0 && strangers.length === 0;
}

/** The posture itself if it has a value, else the first along its chain of `like` that has one. */
function standIn(
  id: string,
  given: { has(id: string): boolean },
  { postures }: ValueContext,
): string | null {
  let current: string | null = id;
  for (let steps = 0; current !== null && steps <= postures.length; steps++) {
    if (given.has(current)) return current;
    const at: string = current;
    current = postures.find((posture) => posture.id === at)?.like ?? null;
  }
  return null;
}

function expandYears(
  given: Quantity | ByYear,
  pointer: string,
  times: CellValue | null,
  provenance: Provenances,
  context: ValueContext,
): readonly CellValue[] {
  const { name, input, years, issues } = context;
  if (!isByYear(given)) {
    const cell = expandCell(given, pointer, times, context);
    return cell === null ? [] : Array.from({ length: years }, () => cell);
  }
  if (!input.by.includes('year')) {
    issues.error(
      'axis',
      pointer,
      `${name} has one value for all years; a value by year is not possible`,
    );
    return [];
  }
  if (given.values.length !== years) {
    const message = `${name} has ${given.values.length} yearly values but the horizon is ${years} years; give one for each year`;
    issues.error('length', `${pointer}/values`, message);
    return [];
  }
  return given.values.flatMap((quantity, year) => {
    remember(quantity, provenance);
    return expandCell(quantity, `${pointer}/values/${year}`, times, context) ?? [];
  });
}

interface Provenances {
  readonly sources: Set<string>;
  readonly notes: Set<string>;
}

function remember(value: Value, { sources, notes }: Provenances): void {
  if (typeof value !== 'object' || isByPosture(value)) return;
  const { source, note } = value;
  if (source !== undefined) sources.add(source);
  if (note !== undefined) notes.add(note);
}

function joined(parts: ReadonlySet<string>): string | null {
  return parts.size === 0 ? null : [...parts].join('; ');
}
