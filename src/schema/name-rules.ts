import { quoted } from './describe.ts';
import { looksLikePercentile } from './looks-like-percentile.ts';
import { valueKeys } from './value-form.ts';

/** Words with a meaning of their own in formulas; nothing in a model may be called so. */
export const reservedWords: readonly string[] = [
  'min',
  'max',
  'abs',
  'floor',
  'ceil',
  'round',
  'sqrt',
  'exp',
  'log',
  'sum',
  'at',
  'cumulative',
  'previous',
  'npv',
  'discount',
  'posture',
  'year',
  'cost',
  'and',
  'or',
  'not',
  'xor',
  'mod',
  'to',
  'in',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'end',
  'e',
  'i',
  'pi',
];

const longestName = 60;

/** Why a word cannot be a name in formulas, or null where it can. */
export function nameProblem(
  name: string,
  reserved: readonly string[] = reservedWords,
): string | null {
  if (name.length > longestName)
    return `${quoted(name)} is too long; names have at most ${longestName} letters`;
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
    return `${quoted(name)} cannot be a name; names are made of letters and digits and start with a letter, such as auditCost`;
  }
  if (reserved.includes(name) || name in {})
    return `${quoted(name)} has a meaning of its own in formulas; choose another name`;
  return null;
}

/** Why a word cannot be the id of a posture or a group, or null where it can. */
export function idProblem(id: string): string | null {
  if (id.length > longestName)
    return `${quoted(id)} is too long; ids have at most ${longestName} letters`;
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) {
    return `${quoted(id)} cannot be an id; ids are made of letters, digits and hyphens and start with a letter, such as all-laws`;
  }
  const taken =
    valueKeys.includes(id) ||
    looksLikePercentile(id) ||
    id === 'all' ||
    id === 'bestSingle' ||
    id in {};
  return taken ? `${quoted(id)} has a meaning of its own; choose another id` : null;
}
