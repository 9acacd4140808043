import { printable } from '../schema/describe.ts';
import type { Flow } from '../schema/flow.ts';
import { formatIssue } from '../schema/issue.ts';
import { readFlowsCsv } from '../schema/read-flows-csv.ts';
import { wrongInput } from './exit-code.ts';
import { readBytes } from './read-file.ts';

/** The inventory that --flows names; undefined where it names none. Ends the command where it cannot be read. */
export function readFlowsOrStop(path: string | undefined): readonly Flow[] | undefined {
  if (path === undefined) return undefined;
  const source = readBytes(path);
  if (source === null) throw wrongInput(`${printable(path)}: there is no such file`);
  const { flows, issues } = readFlowsCsv(source, path);
  if (flows === null)
    throw wrongInput(`${printable(path)} cannot be read\n${issues.map(formatIssue).join('\n')}`);
  return flows;
}
