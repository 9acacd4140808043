import { printable } from '../schema/describe.ts';
import type { Arguments } from './command.ts';
import { wrongCommand } from './exit-code.ts';
import { choiceOf } from './parse-arguments.ts';

export type Format = 'table' | 'json' | 'csv';

/** What a name says by its ending that the file holds; the longer endings first. */
const endings = {
  '.sip.json': 'a SIPmath library',
  '.json': 'json',
  '.csv': 'csv',
  '.html': 'a report',
  '.htm': 'a report',
  '.xlsx': 'a workbook',
} as const;
type Content = (typeof endings)[keyof typeof endings];

/** What the name of a file says that it holds; null where it does not say. */
export function contentOf(out: string): Content | null {
  const name = out.toLowerCase();
  const ending = (Object.keys(endings) as (keyof typeof endings)[]).find((each) =>
    name.endsWith(each),
  );
  return ending === undefined ? null : endings[ending];
}

/**
 * The format of an answer: what --format says, else what the name of --out says, else a table. A
 * name that says something else than what would be written is refused.
 */
export function formatOf<T extends Format>(given: Arguments, formats: readonly T[]): T | 'table' {
  const asked = choiceOf(given, 'format', formats);
  const { out } = given.options;
  const content = out === undefined ? null : contentOf(out);
  if (out === undefined || content === null) return asked ?? 'table';
  const format = formats.find((each) => each === content);
  if (format !== undefined && (asked ?? format) === format) return format;
  const written = asked ?? formats.join(', ').replace(/, (?=\w+$)/, ' or ');
  const instead =
    format === undefined && content !== 'json' && content !== 'csv'
      ? '"tandem report FILE --out NAME" writes such files'
      : format === undefined
        ? 'give a name with another ending'
        : `say --format ${format}, or give a name with another ending`;
  throw wrongCommand(
    `by its name ${printable(out)} holds ${content}, but this would write ${written}: ${instead}`,
  );
}

/** Ends the command where --out names a file that by its name holds something else. */
export function refuseOtherContent(
  { options: { out } }: Arguments,
  written: readonly Content[],
  inWords: string,
): void {
  const content = out === undefined ? null : contentOf(out);
  if (out === undefined || content === null || written.includes(content)) return;
  throw wrongCommand(
    `by its name ${printable(out)} holds ${content}, but this writes ${inWords}: give a name that ends in .json`,
  );
}
