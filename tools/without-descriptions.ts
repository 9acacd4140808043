import { visit } from './syntax-tree.ts';
import type { Node } from './syntax-tree.ts';

/**
 * JavaScript of a schema without the texts that describe its fields: those given to
 * `v.description`, and to a function of the file whose parameter is called `description`. They
 * are for the JSON Schema files; no message shows them.
 */
export function withoutDescriptions(code: string, program: object): string {
  const calls: Call[] = [];
  /** The place of the parameter, by the name of the function. */
  const describing = new Map([['v.description', 0]]);
  visit(program, (node) => {
    if (node.type === 'CallExpression') calls.push(node as Call);
    const { name, value } = functionOf(node);
    const place = value?.params.findIndex((each) => each.name === 'description') ?? -1;
    if (name !== undefined && place >= 0) describing.set(name, place);
  });
  const texts = calls.flatMap(({ callee, arguments: given }) => {
    const place = describing.get(code.slice(callee.start, callee.end));
    const text = place === undefined ? undefined : given[place];
    return text !== undefined && isText(text) ? [text] : [];
  });
  return texts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)}""${left.slice(end)}`, code);
}

interface Call extends Node {
  readonly callee: Node;
  readonly arguments: readonly Node[];
}

interface Function extends Node {
  readonly params: readonly (Node & { readonly name?: string })[];
}

/** `const name = (...) => ...` and `function name(...) {...}`. */
function functionOf(node: Node): { readonly name?: string | undefined; readonly value?: Function } {
  const { id, init } = node as { id?: { name?: string }; init?: Node } & Node;
  if (node.type === 'FunctionDeclaration') return { name: id?.name, value: node as Function };
  return init?.type === 'ArrowFunctionExpression'
    ? { name: id?.name, value: init as Function }
    : {};
}

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof (node as { value?: unknown }).value === 'string');
