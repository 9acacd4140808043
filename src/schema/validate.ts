import * as v from 'valibot';
import { checkKeys } from './check-keys.ts';
import type { Report } from './check-keys.ts';
import type { Issue } from './issue.ts';
import { childPointer } from './pointer.ts';
import { schemaMessage } from './schema-message.ts';
import type { Places } from './source.ts';

/** The most problems of one file that are told; more would only be scrolled past. */
export const mostProblems = 200;

/** Checks a value of a file against a schema and tells every problem in plain words, in file order. */
export function validate<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  places: Places,
): { readonly value: T | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const report: Report = {
    get full() {
      return issues.length >= 2 * mostProblems;
    },
    add(code, pointer, message) {
      issues.push({ code, severity: 'error', pointer, message, ...places.locate(pointer) });
    },
  };
  checkKeys(schema, value, '', report);
  const told = new Set(issues.map((issue) => issue.pointer));

  const parsed = v.safeParse(schema, value);
  for (const found of parsed.issues ?? []) {
    if (report.full) break;
    const pointer = (found.path ?? []).reduce(
      (parent, item) => childPointer(parent, String(item.key)),
      '',
    );
    // Unknown keys were told by checkKeys, with suggestions; so was whatever a list stood in for.
    if (found.expected === 'never' && found.type === 'strict_object') continue;
    if (
      told.has(pointer) ||
      (found.input === undefined && told.has(pointer.replace(/\/[^/]*$/, '')))
    )
      continue;
    const { code, message } = schemaMessage(found);
    report.add(code, pointer, message);
  }
  return {
    value: parsed.success && issues.length === 0 ? parsed.output : null,
    issues: inFileOrder(issues).slice(0, mostProblems),
  };
}

/** The problems of a document's text, then those of its contents that are not the same ones again. */
export function withContents(text: readonly Issue[], contents: readonly Issue[]): readonly Issue[] {
  const told = new Set(text.map((issue) => issue.pointer).filter((pointer) => pointer !== ''));
  return inFileOrder([...text, ...contents.filter((issue) => !told.has(issue.pointer))]);
}

/** The issues by file, line and column. */
export function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
