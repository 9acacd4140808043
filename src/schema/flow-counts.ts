import { quoted } from './describe.ts';
import { markOf, numberText, readingBy, readingsInEnglish } from './number-text.ts';
import type { DecimalMark, NumberReading, NumberText } from './number-text.ts';
import { mostPeople } from './company.ts';

/** What a cell of a column of counts says: a number, what is wrong with it, or nothing. */
export type CountRead =
  | { readonly value: number; readonly remark?: string }
  | { readonly problem: string }
  | null;

/** The texts of one column of counts; numbers are those that the file itself says are numbers. */
export type CountColumn = readonly (string | number)[];

interface Evidence {
  /** The decimal mark that the column gives away; null where none does, or both do. */
  readonly mark: DecimalMark | null;
  /** Whether a number of it has decimals, so that three of them are nothing odd. */
  readonly hasDecimals: boolean;
}

/**
 * Reads the columns of counts of a table together: a number that can be read in one way only decides
 * for those of its column that could be read in two, else for those of the file. Semicolons between
 * cells are a sign of decimal commas. What cannot be told is refused with both numbers.
 */
export function readCounts(
  columns: readonly CountColumn[],
  delimiter: string | null,
): readonly (readonly CountRead[])[] {
  const own = columns.map(evidenceOf);
  const ofFile = evidenceOf(columns.flat());
  return columns.map((column, index) => {
    const told = own[index] ?? ofFile;
    // Written in two ways that cannot both be, a column is no guide, and nothing else is for it.
    const isTorn = marksOf(column).size > 1;
    const evidence = told.mark === null && !isTorn ? ofFile : told;
    return column.map((cell) => readCount(cell, evidence, isTorn ? null : delimiter));
  });
}

function marksOf(column: CountColumn): ReadonlySet<DecimalMark> {
  return new Set(
    column.flatMap((cell) => {
      const number = typeof cell === 'string' ? numberText(withoutWords(cell)) : null;
      return number === null ? [] : (markOf(number) ?? []);
    }),
  );
}

function evidenceOf(column: CountColumn): Evidence {
  const [mark = null, other] = marksOf(column);
  if (mark === null || other !== undefined) return { mark: null, hasDecimals: false };
  const decimals = mark === '.' ? /\.\d+$/ : /,\d+$/;
  const hasDecimals = column.some((cell) => {
    if (typeof cell === 'number') return false;
    const number = numberText(withoutWords(cell));
    return number !== null && markOf(number) === mark && decimals.test(withoutWords(cell));
  });
  return { mark, hasDecimals };
}

function readCount(cell: string | number, evidence: Evidence, delimiter: string | null): CountRead {
  if (typeof cell === 'number') return asCount(cell, String(cell));
  const text = cell.trim();
  if (text === '') return null;
  const number = numberText(withoutWords(text));
  if (number === null) return { problem: `should be a number; found the text ${quoted(text)}` };
  if (number.currency !== null || number.isPercent)
    return { problem: `is ${quoted(text)}; write how many people` };
  const reading = readingOf(number, evidence, delimiter);
  if (reading === null) {
    const [one = 0, other = 0] = number.readings
      .map(({ value }) => value)
      .toSorted((a, b) => b - a);
    return {
      problem: `is ${quoted(text)}, which can be ${one} or ${other}; write ${one} or ${other}`,
    };
  }
  const isGuess = number.readings.length > 1 && reading !== readingsInEnglish(number)[0];
  const count = asCount(reading.value, text);
  return isGuess && count !== null && 'value' in count
    ? { ...count, remark: `${quoted(text)} is read as ${reading.value}` }
    : count;
}

/** The number that is meant; null where it cannot be told. */
function readingOf(
  number: NumberText,
  evidence: Evidence,
  delimiter: string | null,
): NumberReading | null {
  const mark = evidence.mark ?? (delimiter === ';' ? ',' : null);
  const reading = mark === null ? null : readingBy(number, mark);
  if (number.readings.length > 1 && reading !== null) {
    const isThousands = number.readings.every(
      ({ value }) => Math.abs(value) <= Math.abs(reading.value),
    );
    // People have no thousandths: three decimals are only meant where others have decimals too.
    const isCents = number.readings.some(({ mark: of }) => of === null);
    return isThousands || isCents || evidence.hasDecimals ? reading : null;
  }
  const [first, ...others] = mark === ',' ? number.readings : readingsInEnglish(number);
  return first !== undefined && others.length === 0 ? first : null;
}

function asCount(value: number, text: string): CountRead {
  if (!Number.isInteger(value))
    return { problem: `is ${quoted(text)}, which is ${value}; it must be a whole number` };
  if (value > mostPeople)
    return { problem: `is ${quoted(text)}, more people than there are; at most ${mostPeople}` };
  if (value < 0) return { problem: `is ${quoted(text)}; it must be at least 0` };
  return { value: Object.is(value, -0) ? 0 : value };
}

/** A count without the words that people put around it: 12万人, 24,000 customers. */
function withoutWords(text: string): string {
  return text
    .trim()
    .replace(/^'/, '')
    .replace(/\s*(?:people|persons|individuals|records|customers|employees|users|members)$/i, '')
    .replace(/\s*(?:人次|人|名|位|個|个|条|條)$/, '');
}
