import type { ParseErrorCode } from 'jsonc-parser';
import { quoted } from './describe.ts';

/** What is wrong with the JSON at a place, in words for someone who does not know JSON. */
export function syntaxMessage(error: ParseErrorCode, text: string, offset: number): string {
  const found = textAt(text, offset);
  switch (error) {
    case 1:
      return unknownWord(found, text, offset);
    case 2:
      return `${quoted(found)} is not a number; write numbers like 250000 or 0.27`;
    case 3:
      return nameExpected(found, text, offset);
    case 4:
      return valueExpected(found);
    case 5:
      return 'a colon : is missing between the name and its value';
    case 6:
      return commaExpected(found, text, offset);
    case 7:
      return 'a closing brace } is missing; every { needs its }';
    case 8:
      return 'a closing bracket ] is missing; every [ needs its ]';
    case 9:
      return `there is more text after the end of the file's outermost { }: ${quoted(found)}`;
    case 10:
    case 11:
      return 'a comment that starts with /* is never closed with */';
    case 12:
      return 'a text that starts with " is not closed with " on the same line';
    case 13:
      return 'this number is not complete; write numbers like 250000 or 0.27';
    case 14:
      return 'an escape \\u must be followed by four hexadecimal digits';
    case 15:
      return 'a backslash in a text must be written twice: \\\\';
    case 16:
      return 'a line break, tab or control character stands inside a text; write \\n or \\t';
    default:
      return 'this is not JSON';
  }
}

function textAt(text: string, offset: number): string {
  return /^[^\s,:{}[\]]+|^\S/u.exec(text.slice(offset, offset + 60))?.[0] ?? '';
}

function unknownWord(word: string, text: string, offset: number): string {
  const plain = word.replace(/^[-+]/, '').toLowerCase();
  if (plain === 'nan' || plain === 'infinity' || plain === 'inf') {
    return `${quoted(word)} is not a number that a file can hold; write a finite number, or leave the line out`;
  }
  if (/^['\u2018-\u201f]/u.test(word)) {
    return `texts stand between straight double quotes, "like this"; found ${quoted(word)}`;
  }
  if (plain === 'none' || plain === 'undefined' || plain === 'nil') {
    return `${quoted(word)} is not a value; leave the line out where there is none`;
  }
  if (plain === 'true' || plain === 'false' || plain === 'null') {
    return `${quoted(word)} is written in small letters: ${plain}`;
  }
  if (word.startsWith('%')) return 'percentages are written as shares: 0.27, not 27%';
  if (word.startsWith('#')) return 'comments start with //, not with #';
  if (/^[-+]?\.\d/.test(word)) return `write a digit before the point: 0.27, not ${word}`;
  if (/^\+\d/.test(word)) return `write the number without its plus sign: ${word.slice(1)}`;
  if (word === '=') return 'a name and its value are joined by a colon, not by =';
  if (word === ';') return 'values are separated by a comma, not by ;';
  const before = text.slice(Math.max(0, offset - 1), offset);
  if (/\d/.test(before)) {
    return `a number is followed directly by ${quoted(word)}; write plain numbers like 250000`;
  }
  return `${quoted(word)} is not a value; names and texts need double quotes, "${quoted(word).slice(1, -1)}"`;
}

function nameExpected(found: string, text: string, offset: number): string {
  if (/^\d/.test(found) && /\d\s*,\s*$/.test(text.slice(Math.max(0, offset - 20), offset))) {
    return 'numbers are written without thousands separators: 250000, not 250,000';
  }
  if (found === '' || found === '}') return 'a name in double quotes is missing here';
  return `a name in double quotes is missing here; found ${quoted(found)}`;
}

function valueExpected(found: string): string {
  if (found === '' || '}],'.includes(found)) return 'a value is missing here';
  return `a value is missing here; found ${quoted(found)}`;
}

function commaExpected(found: string, text: string, offset: number): string {
  if (found === '}') return 'a closing bracket ] is missing before }';
  if (found === ']') return 'a closing brace } is missing before ]';
  if (/^\d/.test(found) && text[offset - 1] === '0')
    return 'numbers do not start with 0; write 7, not 007';
  if (found === '%') return 'percentages are written as shares: 0.27, not 27%';
  return `a comma is missing before ${found === '' ? 'the end' : quoted(found.replaceAll('"', ''))}`;
}
