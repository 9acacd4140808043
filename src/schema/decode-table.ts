import { chineseText, hiddenChinese } from './chinese-text.ts';
import { largestFile } from './decode-text.ts';
import { foreignFormat, formatWords } from './foreign-format.ts';
import { TextPositions } from './text-positions.ts';

/** The text of a table, with what is to be said of its encoding, or why it has none and where. */
export type DecodedTable =
  | { readonly text: string; readonly remark: string | null }
  | {
      readonly code: string;
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

const advice = 'save the sheet as "CSV UTF-8" or as .xlsx';

/**
 * Reads bytes as spreadsheets write text: UTF-8, UTF-16, or the GB 18030, Big5 or Western characters of
 * a system. `countKnown` counts the words that a text should hold, by which encodings are told apart.
 */
export function decodeTable(
  source: string | Uint8Array,
  countKnown: (text: string) => number,
): DecodedTable {
  if (source.length > largestFile) {
    const size = (source.length / 1e6).toFixed(1);
    const message = `the file is ${size} MB; files of up to ${largestFile / 1e6} MB are read`;
    return refusal('too-large', message);
  }
  if (typeof source === 'string') return withoutNul(withoutMark(source), null);
  const format = foreignFormat(source);
  if (format !== null) {
    // Workbooks that can be read never come here.
    const what = format === 'zip' ? 'no workbook that can be read' : formatWords[format];
    return refusal('encoding', `this is ${what}; ${advice}`);
  }
  const wide = utf16Of(source);
  if (wide !== null) {
    const text = decode(source, wide);
    return text === null
      ? refusal('encoding', `this UTF-16 is broken; ${advice}`)
      : withoutNul(withoutMark(text), null);
  }
  const text = decode(source, 'utf-8');
  if (text !== null) {
    const hidden = text.startsWith('\ufeff') ? null : hiddenChinese(source, text);
    return hidden === null
      ? withoutNul(withoutMark(text), null)
      : withoutNul(hidden, takenFor('GB18030'));
  }
  if (isWestern(source))
    return withoutNul(new TextDecoder('windows-1252').decode(source), takenFor('Windows-1252'));
  const chinese = chineseText(source, countKnown);
  if (chinese !== null) {
    const name = chinese.encoding === 'big5' ? 'Big5' : 'GB18030';
    return withoutNul(chinese.text, takenFor(name));
  }
  const loose = new TextDecoder('utf-8').decode(source);
  const place = new TextPositions(loose).at(Math.max(0, loose.indexOf('\ufffd')));
  const message = `from here on this is neither UTF-8 nor GB18030 nor Big5; ${advice}`;
  return { code: 'encoding', message, ...place };
}

function takenFor(encoding: string): string {
  return `the file is read as ${encoding}; where names look wrong, ${advice}`;
}

/** UTF-16 by its byte order mark, or by the zero beside each plain letter; null for anything else. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  let [even, odd] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  // A zero or two are a fault of some program, not an encoding.
  if (even + odd < sample.length / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether every byte above the plain ones stands alone among plain letters, as an accent does. */
function isWestern(bytes: Uint8Array): boolean {
  const isHigh = (at: number) => (bytes[at] ?? 0) >= 0x80;
  const isLetter = (at: number) => /[a-z]/i.test(String.fromCharCode(bytes[at] ?? 0));
  return bytes.every(
    (byte, at) =>
      byte < 0x80 ||
      (!isHigh(at - 1) &&
        !isHigh(at + 1) &&
        byte >= 0x91 &&
        (isLetter(at - 1) || isLetter(at + 1))),
  );
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function withoutNul(text: string, remark: string | null): DecodedTable {
  const at = text.indexOf('\0');
  if (at < 0) return { text, remark };
  const message = `a NUL character stands here, which no text holds; ${advice}`;
  return { code: 'encoding', message, ...new TextPositions(text).at(at) };
}

function refusal(code: string, message: string): DecodedTable {
  return { code, message, line: 1, column: 1 };
}
