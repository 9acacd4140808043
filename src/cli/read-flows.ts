import { openFlows } from '../export/open-flows.ts';
import { printable } from '../schema/describe.ts';
import type { Flow } from '../schema/flow.ts';
import { formatIssue } from '../schema/issue.ts';
import type { Arguments } from './command.ts';
import { wrongInput } from './exit-code.ts';
import { readBytes } from './read-file.ts';
import type { Terminal } from './terminal.ts';

/**
 * The inventory that --flows names; undefined where it names none. Ends the command where it cannot be
 * read; what was taken for what is told on stderr.
 */
export async function readFlowsOrStop(
  { options: { flows: path, quiet } }: Arguments,
  terminal: Terminal,
): Promise<readonly Flow[] | undefined> {
  if (path === undefined) return undefined;
  const source = readBytes(path);
  if (source === null) throw wrongInput(`${printable(path)}: there is no such file`);
  const { flows, issues } = await openFlows(source, path);
  if (flows === null)
    throw wrongInput(`${printable(path)} cannot be read\n${issues.map(formatIssue).join('\n')}`);
  if (quiet === undefined) for (const issue of issues) terminal.remark(`${formatIssue(issue)}\n`);
  return flows;
}
