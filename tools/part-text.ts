import { visit } from './syntax-tree.ts';
import type { Node } from './syntax-tree.ts';

/** What is known of a built file and of those that it names. */
export interface PartSetting {
  /** Whether the file itself is fetched later, and not at once with the page. */
  readonly isPart: boolean;
  /** Whether a path, as an import of the file has it, leads to one that is fetched later. */
  readonly isLater: (path: string) => boolean;
  /** The name of the function that fetches parts; see import-part.ts. */
  readonly reach: string;
}

interface Name extends Node {
  readonly name: string;
  /** Instead of `name`, where it is written as a string. */
  readonly value?: string;
}

interface Literal extends Node {
  readonly value: string;
}

interface Statement extends Node {
  readonly source?: Literal | null;
  readonly declaration?: Node | null;
  readonly specifiers?: readonly (Node & {
    readonly local: Name;
    readonly imported?: Name;
    readonly exported?: Name;
  })[];
}

/** A stretch of text and what stands there instead. */
type Edit = readonly [from: Node, text: string];

/**
 * A built module whose `import()` of what is fetched later goes through `reach`; one that is itself
 * fetched later is a function, the default export, of `reach` to what it used to export. null where
 * nothing is to be changed. Throws where the module does what such a function cannot.
 */
export function partText(
  code: string,
  program: { readonly body: readonly object[] },
  { isLater, isPart, reach }: PartSetting,
): string | null {
  const edits: Edit[] = [];
  visit(program, (node) => {
    if (node.type !== 'ImportExpression') return;
    const { source } = node as Node & { readonly source: Partial<Literal> };
    if (source.value === undefined || !isLater(source.value)) return;
    edits.push([node, reached(source.value, code.slice(node.start, node.end))]);
  });
  if (!isPart) return edits.length === 0 ? null : edited(code, edits);

  const kept: string[] = [];
  const needed: { readonly pattern: string; readonly path: string }[] = [];
  const given: string[] = [];
  const locals = new Set<string>();
  for (const statement of program.body as readonly Statement[]) {
    const text = code.slice(statement.start, statement.end);
    if (statement.type === 'ImportDeclaration') {
      const path = statement.source?.value ?? '';
      if (isLater(path)) needed.push({ pattern: patternOf(statement), path });
      else kept.push(text);
    } else if (statement.type.startsWith('Export')) {
      const { declaration, source, specifiers, type } = statement;
      if (type !== 'ExportNamedDeclaration' || declaration != null || source != null)
        throw new Error(`a part exports in a way that is not known: ${text}`);
      for (const { exported, local } of specifiers ?? []) {
        given.push(`${JSON.stringify(nameOf(exported))}:${local.name}`);
        locals.add(local.name);
      }
    } else continue;
    edits.push([statement, '']);
  }
  const changed = changedLater(program, locals);
  if (changed.length > 0)
    throw new Error(`exports of a part change after it has run: ${changed.join(', ')}`);
  // Last in the text: Vite looks from each import() onwards for the place of its list to preload.
  const needs = `function needs(){return Promise.all([${needed
    .map(({ path }) => reached(path, `import(${JSON.stringify(path)})`))
    .join()}])}`;
  return [
    ...kept,
    `export default async(${reach})=>{`,
    needed.length === 0
      ? ''
      : `const[${needed.map(({ pattern }) => pattern).join()}]=await needs();`,
    edited(code, edits),
    `return{${given.join()}};`,
    needed.length === 0 ? '' : needs,
    '};',
  ].join('\n');

  function reached(path: string, expression: string): string {
    return `${reach}(${JSON.stringify(path)},import.meta.url,()=>${expression})`;
  }
}

/** As an import names it, for what the module gives: `a as b` is `{a: b}`. */
function patternOf({ specifiers = [] }: Statement): string {
  const [first] = specifiers;
  if (first?.type === 'ImportNamespaceSpecifier') return first.local.name;
  const names = specifiers.map(({ imported, local }) => {
    const name = imported === undefined ? 'default' : nameOf(imported);
    return `${JSON.stringify(name)}:${local.name}`;
  });
  return `{${names.join()}}`;
}

function nameOf(name: Name | undefined): string {
  return name?.name ?? name?.value ?? '';
}

/** Those names that a function gives another value: who was handed the first would keep it. */
function changedLater(program: object, names: ReadonlySet<string>): readonly string[] {
  const functions: Node[] = [];
  const changes: Name[] = [];
  visit(program, (node) => {
    if (/Function/.test(node.type)) functions.push(node);
    const { argument, left } = node as Node & { argument?: Name; left?: Name };
    const target = { UpdateExpression: argument, AssignmentExpression: left }[node.type];
    if (target?.type === 'Identifier' && names.has(target.name)) changes.push(target);
  });
  const later = changes.filter((change) =>
    functions.some(({ end, start }) => start < change.start && change.end < end),
  );
  return [...new Set(later.map(({ name }) => name))];
}

function edited(code: string, edits: readonly Edit[]): string {
  return edits
    .toSorted(([a], [b]) => b.start - a.start)
    .reduce((left, [{ end, start }, text]) => left.slice(0, start) + text + left.slice(end), code);
}
