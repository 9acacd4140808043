import { printable } from './describe.ts';

/** A problem in a file, as data: what is wrong, where, and what would be right. */
export interface Issue {
  /** Stable kebab-case name of the kind of problem, for programs and tests. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** 1-based; 0 where the problem belongs to the whole file. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) of the value at fault, '' for the whole file. */
  readonly pointer: string;
  /** In a formula: the characters at fault, from the first, counted from 0, to that after the last. */
  readonly span?: { readonly from: number; readonly to: number };
  /** One or two plain sentences: what was found and what would be right. */
  readonly message: string;
}

/** `FILE:LINE:COLUMN POINTER: message`, the form that editors and terminals make clickable. */
export function formatIssue(issue: Issue): string {
  const pointer = issue.pointer === '' ? '' : ` ${printable(issue.pointer)}`;
  const severity = issue.severity === 'warning' ? 'warning: ' : '';
  return `${printable(issue.file)}:${issue.line}:${issue.column}${pointer}: ${severity}${issue.message}`;
}
