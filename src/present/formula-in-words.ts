/** A piece of a formula: text as it is, or something that has a name for people. */
export type FormulaPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly label: string };

const piece =
  /"[^"]*"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?(?=(\s*\()?)|<=|>=|==|!=|[*/^?:+-]|\d[\d.]*(?:e[+-]?\d+)?|\s+|./g;

const signs: ReadonlyMap<string, string> = new Map([
  ['*', '×'],
  ['/', '÷'],
  ['-', '\u2212'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['==', '='],
  ['!=', '≠'],
]);

/**
 * A formula as a finance reader reads it: what has a name for people goes by it, and signs are those
 * of print. `labelOf` gives the name of an input, an event's part or a definition; null for others.
 */
export function formulaInWords(
  formula: string,
  labelOf: (name: string) => string | null,
): readonly FormulaPart[] {
  const parts: FormulaPart[] = [];
  const text = (more: string): void => {
    const last = parts.at(-1);
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + more };
    else parts.push({ kind: 'text', text: more });
  };
  for (const [word, isCalled] of formula.matchAll(piece)) {
    const label =
      isCalled === undefined && /^[A-Za-z_]/.test(word)
        ? labelOf(word)
        : word.startsWith('"')
          ? labelOf(word.slice(1, -1))
          : null;
    if (label === null) text(signs.get(word) ?? word);
    else if (word.startsWith('"')) text(label);
    else parts.push({ kind: 'name', name: word, label });
  }
  return parts;
}
