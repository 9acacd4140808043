/** Text that is HTML already; everything else is escaped when it is put into HTML. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly (Markup | string)[];

/** HTML from a template: what is put in is text, never markup, unless it was made here. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, next, index) => `${text}${written(parts[index - 1] ?? '')}${next}`),
  );
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(part);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What HTML cannot hold stands for itself as a replacement character.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A table with heads for its columns and, in the first column, for its rows. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
  look = '',
): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="${look}"><caption>${caption}</caption><thead><tr>${heads.map(
    (each) => markup`<th scope="col">${each}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([first = '', ...cells]) =>
      markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** A list of points. */
export function points(items: readonly (Markup | string)[], look = ''): Markup {
  return markup`<ul class="${look}">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
