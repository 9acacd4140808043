import { foreignFormat, formatWords } from './foreign-format.ts';
import { TextPositions } from './text-positions.ts';

/** Largest file that is read; real scenarios are a thousand times smaller. */
export const largestFile = 5_000_000;

/** The text of a file, or why it has none and at which character. */
export type DecodedText =
  | { readonly text: string }
  | {
      readonly code: string;
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/** Reads bytes as UTF-8; a byte order mark is dropped, other encodings are named. */
export function decodeText(source: string | Uint8Array): DecodedText {
  if (source.length > largestFile) {
    const size = (source.length / 1e6).toFixed(1);
    return refusal(
      'too-large',
      `the file is ${size} MB; files of up to ${largestFile / 1e6} MB are read`,
    );
  }
  if (typeof source !== 'string') {
    const foreign = asFormat(source);
    if (foreign !== null) return foreign;
  }
  const text = typeof source === 'string' ? source : new TextDecoder('utf-8').decode(source);
  if (text.startsWith('\ufffd\ufffd')) return utf16();
  const nul = asNul(text);
  if (nul !== null) return nul;
  const broken = typeof source === 'string' ? -1 : invalidCharacter(source, text);
  if (broken >= 0) {
    const position = new TextPositions(text).at(broken);
    return {
      code: 'encoding',
      message: 'the file is not valid UTF-8 from here on; save it as UTF-8 in your editor',
      ...position,
    };
  }
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

function asFormat(bytes: Uint8Array): DecodedText | null {
  const format = foreignFormat(bytes);
  if (format !== null)
    return refusal('encoding', `this is ${formatWords[format]}; a scenario is a JSON text file`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return utf16();
  return null;
}

/** Plain letters in UTF-16 have a zero each; a zero or two are a fault of some program. */
function asNul(text: string): DecodedText | null {
  const at = text.indexOf('\0');
  if (at < 0) return null;
  if (text.slice(0, 4000).split('\0').length > Math.min(4000, text.length) / 8) return utf16();
  const message = 'a NUL character stands here, which no text file holds; take it out';
  return { code: 'encoding', message, ...new TextPositions(text).at(at) };
}

function utf16(): DecodedText {
  return refusal('encoding', 'this file is UTF-16; save it as UTF-8 in your editor');
}

function refusal(code: string, message: string): DecodedText {
  return { code, message, line: 1, column: 1 };
}

// A file may hold U+FFFD honestly, so its presence alone proves nothing.
function invalidCharacter(bytes: Uint8Array, text: string): number {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return -1;
  } catch {
    return Math.max(0, text.indexOf('\ufffd'));
  }
}
