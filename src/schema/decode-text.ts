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
    const foreign = foreignFormat(source);
    if (foreign !== null) return foreign;
  }
  const text = typeof source === 'string' ? source : new TextDecoder('utf-8').decode(source);
  if (text.includes('\0') || text.startsWith('\ufffd\ufffd')) return utf16();
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

function foreignFormat(bytes: Uint8Array): DecodedText | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) {
    return refusal(
      'encoding',
      'this is an Excel workbook or a zip archive; a scenario is a JSON text file',
    );
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return utf16();
  return null;
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
