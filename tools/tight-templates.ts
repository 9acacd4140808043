import { visit } from './syntax-tree.ts';
import type { Node } from './syntax-tree.ts';

interface TaggedTemplate extends Node {
  readonly tag: Node & { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

/** Between rules, selectors and values there need be no layout; what stands in quotes here has none. */
export function tightCss(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/** A browser shows a line break, and what indents the next line, as one space. */
export function tightHtml(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

const waysToTighten = new Map([
  ['css', tightCss],
  ['html', tightHtml],
]);

/** JavaScript whose `css` and `html` templates are without the layout that they have for their readers. */
export function tightTemplates(code: string, program: object): string {
  const texts: (readonly [Node, (text: string) => string])[] = [];
  visit(program, (node) => {
    if (node.type !== 'TaggedTemplateExpression') return;
    const { quasi, tag } = node as TaggedTemplate;
    const how = waysToTighten.get(tag.name ?? '');
    if (how !== undefined) texts.push(...quasi.quasis.map((each) => [each, how] as const));
  });
  return texts
    .toSorted(([a], [b]) => b.start - a.start)
    .reduce(
      (left, [{ start, end }, how]) =>
        `${left.slice(0, start)}${how(left.slice(start, end))}${left.slice(end)}`,
      code,
    );
}
