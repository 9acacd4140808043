import type * as v from 'valibot';
import { mostPeople } from './company.ts';
import { describe, quoted, wordList } from './describe.ts';
import { didYouMean } from './near-miss.ts';
import { numberHint } from './number-hint.ts';

type SchemaIssue = v.BaseIssue<unknown>;

/** What a valibot issue says, for someone who has not heard of schemas. */
export function schemaMessage(issue: SchemaIssue): {
  readonly code: string;
  readonly message: string;
} {
  const last = issue.path?.at(-1);
  const key = typeof last?.key === 'string' ? quoted(last.key) : 'this';
  const found = describe(issue.input);
  const limit = String(issue.requirement);
  const wrong = (right: string) => ({
    code: 'type',
    message: `${key} should be ${right}; found ${found}`,
  });
  const range = (right: string) => ({
    code: 'out-of-range',
    message: `${key} is ${found}; ${right}`,
  });

  if (issue.input === undefined && last?.type === 'array') {
    return {
      code: 'missing',
      message: `too short: member ${last.key + 1} of the list is missing`,
    };
  }
  switch (issue.type) {
    case 'strict_object':
    case 'loose_object':
    case 'record':
      return last !== undefined && issue.input === undefined
        ? { code: 'missing', message: `${key} is missing` }
        : wrong('an object { }');
    case 'array':
      return wrong('a list [ ]');
    case 'strict_tuple':
      return { code: 'type', message: tupleMessage(issue, found) };
    case 'number':
      return wrong(numberAdvice(issue.input));
    case 'string':
      return wrong('a text in double quotes');
    case 'boolean':
      return wrong('true or false');
    case 'literal':
    case 'picklist':
      return choice(issue, key);
    case 'finite':
      return range('it must be finite');
    case 'integer':
      return range('it must be a whole number');
    case 'min_value':
      return range(`it must be at least ${limit}`);
    case 'max_value':
      return range(
        issue.requirement === mostPeople
          ? 'there are not so many people: at most 8,000,000,000'
          : `it must be at most ${limit}`,
      );
    case 'gt_value':
      return range(`it must be above ${limit}`);
    case 'min_length':
      return typeof issue.input === 'string'
        ? { code: 'empty', message: `${key} is empty; write a text` }
        : range(`it must have at least ${limit} ${limit === '1' ? 'member' : 'members'}`);
    case 'max_length':
      return range(`it may have at most ${limit} members`);
    case 'iso_date':
    case 'check':
    case 'raw_check':
      return range(issue.message);
    case 'custom':
      return { code: 'type', message: `found ${found}; ${issue.message}` };
    default:
      return wrong('something else');
  }
}

function choice(issue: SchemaIssue, key: string) {
  const words = [...(issue.expected ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
    (match) => match[1] ?? '',
  );
  const last = issue.path?.at(-1);
  // The key of a record is at fault itself, not what it holds.
  const subject = last?.origin === 'key' ? '' : `${key} is ${describe(issue.input)}; `;
  const near = typeof issue.input === 'string' ? didYouMean(issue.input, words) : '';
  const only =
    words.length === 1
      ? `it must be ${wordList(words)}`
      : `it must be one of ${wordList(words, 24)}`;
  const message =
    subject === ''
      ? `${quoted(String(issue.input))} is not known here; ${only}`
      : `${subject}${only}`;
  if (near === '') return { code: 'unknown-name', message };
  const short = `${quoted(String(issue.input))} is not known here${near}`;
  return { code: 'unknown-name', message: words.length > 6 ? short : `${message}${near}` };
}

function numberAdvice(found: unknown): string {
  const hint = typeof found === 'string' ? numberHint(found) : '';
  return hint === '' ? 'a number' : `a number; ${hint}`;
}

function tupleMessage(issue: SchemaIssue, found: string): string {
  const right =
    'a correlation is a list of two input names and a number, such as ["trustDrop", "passThrough", 0.4]';
  return issue.input === undefined ? `too short; ${right}` : `found ${found}; ${right}`;
}
