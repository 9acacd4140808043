interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly parameters?: readonly Described[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** An element as custom-elements.json tells of it. */
export interface ElementDescription {
  readonly attributes?: readonly Described[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

/** What an element offers, as tables in Markdown: one kind each, with what the code says of it. */
export function elementTables(element: ElementDescription): string {
  const attributes = new Set((element.attributes ?? []).map(({ name }) => name));
  const members = element.members ?? [];
  const properties = members.filter(
    ({ kind, attribute }) => kind === 'field' && !attributes.has(attribute ?? ''),
  );
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    table('Attribute, also a property', element.attributes, ({ type }) => type?.text),
    table('Property', properties, ({ type }) => type?.text),
    table('Method', methods.map(withParameters)),
    table('Event', element.events, ({ type }) => type?.text),
    table('Slot', element.slots),
    table('State, for `:state()`', element.cssStates),
    table('Part, for `::part()`', element.cssParts),
    table('Custom property', element.cssProperties),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function withParameters({
  name,
  description,
  parameters = [],
  return: returned,
}: Member): Described {
  const given = parameters.map((each) => `${each.name}: ${each.type?.text ?? ''}`).join(', ');
  const called = `${name}(${given})${returned?.type === undefined ? '' : `: ${returned.type.text}`}`;
  return { name: called, ...(description === undefined ? {} : { description }) };
}

function table(
  head: string,
  rows: readonly Described[] = [],
  typeOf?: (row: Described) => string | undefined,
): string {
  if (rows.length === 0) return '';
  const line = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const code = (text: string) => `\`${text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
  const typed = typeOf === undefined ? [] : [''];
  return [
    line(head, ...typed, ''),
    line('---', ...typed.map(() => '---'), '---'),
    ...rows.map((row) =>
      line(
        code(row.name),
        ...(typeOf === undefined ? [] : [code((typeOf(row) ?? '').replace(/^\s*\| /, ''))]),
        (row.description ?? '').replaceAll(/\s+/g, ' ').trim(),
      ),
    ),
  ].join('\n');
}
