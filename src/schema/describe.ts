const longestShown = 48;

// Control and direction-changing characters would let a file repaint the reader's terminal.
const unprintable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Text of a file made safe to print on one line. */
export function printable(text: string): string {
  return text.replace(unprintable, writtenOut);
}

/** Text of several lines made safe to print; as JSON it still says the same. A mark that it is UTF-8 stays. */
export function printableLines(text: string): string {
  return text.replace(unprintable, (character, at: number) => {
    const endsLine = character === '\n' || (character === '\r' && text[at + 1] === '\n');
    return endsLine || (at === 0 && character === '\ufeff') ? character : writtenOut(character);
  });
}

function writtenOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A word of a file, quoted, printable and never longer than about 50 characters. */
export function quoted(text: string): string {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown - 3)}...` : text;
  return `"${printable(shown).slice(0, longestShown)}"`;
}

/** What a value of a file is, in the reader's words: `the text "abc"`, `a list`, `12`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `the text ${quoted(value)}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list [ ]';
  if (typeof value === 'object')
    return Object.keys(value).length === 0 ? 'an empty object { }' : 'an object { }';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'something else';
}

/** The words as a list in quotes; cut short where there are too many to read. */
export function wordList(words: readonly string[], most = 16): string {
  const shown = words.slice(0, most).map(quoted).join(', ');
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}
