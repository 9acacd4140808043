import { hashOf } from '../../analysis/canonical-json.ts';
import { tandemVersion } from '../../analysis/version.ts';
import { dueDates } from './dates.ts';
import type { DueDate } from './dates.ts';
import { stampOf } from './papers-parts.ts';
import type { PapersParts, Stamp } from './papers-parts.ts';

/**
 * The dates as an iCalendar file (RFC 5545), each a whole day. It reads no clock: an entry is
 * stamped with the law date, and the same case gives the same entries, so that a calendar that
 * takes the file in again changes what it has and doubles nothing.
 */
export function calendarText(parts: PapersParts): string {
  const stamp = stampOf(parts);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Tandem//Tandem ${tandemVersion}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(`Data protection: ${stamp.caseName}`)}`,
    `X-WR-CALNAME:${escaped(`Data protection: ${stamp.caseName}`)}`,
    `DESCRIPTION:${escaped(`${stamp.notice} Law of ${stamp.lawDate}, known until: ${stamp.reviewed}. ${stamp.made}.`)}`,
    ...dueDates(parts).flatMap((date) => event(date, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(date: DueDate, stamp: Stamp): readonly string[] {
  const { article, basis, day, everyMonths, flow, isAdvice, title } = date;
  const about = flow === null ? stamp.caseName : `${flow} (${stamp.caseName})`;
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf([stamp.caseName, ...date.key])}`,
    `DTSTAMP:${compact(stamp.lawDate)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    ...(everyMonths === null ? [] : [`RRULE:${recurrence(everyMonths)}`]),
    `SUMMARY:${escaped(`${isAdvice ? 'Advice: ' : ''}${title}: ${about}`)}`,
    `DESCRIPTION:${escaped(
      [
        `${article}.`,
        basis,
        `Law of ${stamp.lawDate}, known until: ${stamp.reviewed}.`,
        `${stamp.notice} ${stamp.made}.`,
      ].join('\n'),
    )}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function recurrence(months: number): string {
  return months % 12 === 0
    ? `FREQ=YEARLY;INTERVAL=${months / 12}`
    : `FREQ=MONTHLY;INTERVAL=${months}`;
}

/** The same for the same case and date, and another for every other. */
function uidOf(key: readonly string[]): string {
  return `${hashOf(key).slice(0, 32)}@tandem`;
}

function compact(iso: string): string {
  return iso.replaceAll('-', '');
}

// A text of a calendar holds no control characters but a tab, and line breaks are written.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n');
}

const longest = 75;

/** A line in pieces of at most 75 bytes, none of which cuts a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [''];
  let size = 0;
  for (const character of line) {
    const own = encoder.encode(character).length;
    if (size + own > longest) {
      pieces.push(' ');
      size = 1;
    }
    pieces[pieces.length - 1] += character;
    size += own;
  }
  return pieces.join('\r\n');
}
