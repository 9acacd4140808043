/** A node of a syntax tree, as far as this looks into it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Tells every node of a tree, each before those under it. */
export function visit(node: unknown, meet: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, meet);
    return;
  }
  if ('type' in node && 'start' in node) meet(node as Node);
  for (const each of Object.values(node)) visit(each, meet);
}
