import { formatIssue } from '../schema/issue.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { exitCode } from './exit-code.ts';
import { validateFile } from './validate-file.ts';

/** `tandem validate`: every problem of every file, one a line, in the form that editors understand. */
export const validateCommand: CommandBody = async (given, terminal) => {
  let wrong = false;
  for (const file of given.files) {
    const { issues, kind } = validateFile(file);
    const errors = issues.filter((issue) => issue.severity === 'error').length;
    wrong ||= errors > 0;
    for (const issue of issues) await terminal.answer(`${formatIssue(issue)}\n`);
    if (errors === 0 && given.options.quiet === undefined)
      await terminal.answer(`${printable(file)}: ok, ${printable(kind)}\n`);
  }
  return wrong ? exitCode.wrongInput : exitCode.done;
};
