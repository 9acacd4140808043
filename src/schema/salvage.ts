import * as v from 'valibot';
import { pointerKeys } from './pointer.ts';
import type { Issue } from './issue.ts';

/** What is left of a file when all that is wrong is taken out, so that the rest can be looked at too. */
export interface Rest<T> {
  readonly value: T;
  /** Pointers of what was taken out. */
  readonly lost: readonly string[];
}

/** Takes out of a value what a schema refuses; null where nothing useful is left. */
export type Salvage = <T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  issues: readonly Issue[],
) => Rest<T> | null;

/** Parts whose members stand by themselves: one that is wrong leaves the others. */
const collections = new Set([
  'inputs',
  'lines',
  'definitions',
  'events',
  'outputs',
  'ratios',
  'postures',
]);

/** Drops whatever an issue is about: a member of a collection, else the whole part of the file. */
export const salvage: Salvage = (schema, value, issues) => {
  if (!isObject(value)) return null;
  const rest: Record<string, unknown> = { ...value };
  const lost = new Set<string>();
  for (const { pointer } of issues) {
    const [part, member] = pointerKeys(pointer);
    if (part === undefined) continue;
    const whole = rest[part];
    if (member === undefined || !collections.has(part) || !isObject(whole)) {
      delete rest[part];
      lost.add(`/${part}`);
      continue;
    }
    // A posture that is wrong is still one: values that are given for it are right.
    const kept = Object.entries(whole).flatMap(([name, each]) => {
      if (name !== member) return [[name, each] as const];
      return part === 'postures' && pointer.split('/').length > 3
        ? [[name, plainPosture(each)] as const]
        : [];
    });
    rest[part] = Object.fromEntries(kept);
    lost.add(`/${part}/${member}`);
  }
  let parsed = v.safeParse(schema, rest);
  if (!parsed.success) parsed = v.safeParse(schema, { ...rest, name: '-' });
  return parsed.success ? { value: parsed.output, lost: [...lost] } : null;
};

function plainPosture(given: unknown): object {
  const like = isObject(given) && typeof given['like'] === 'string' ? { like: given['like'] } : {};
  return { label: '-', ...like };
}

/**
 * Whether an issue of what is left may come of what was taken out: it stands there, is about it, or
 * counts on it. One fault gives one issue. `lost` is of a scenario or of a model.
 */
export function isEcho(issue: Issue, lost: readonly string[], of: 'scenario' | 'model'): boolean {
  return lost.some((each) => {
    const [part = '', member] = pointerKeys(each);
    if (issue.pointer === each || issue.pointer.startsWith(`${each}/`)) return true;
    if (member === undefined) return (echoes[part] ?? never)(issue);
    // An input without its value has that of the model.
    if (part === 'inputs' && of === 'scenario')
      return issue.code === 'correlation' && isAbout(issue, member);
    return isAbout(issue, member) || (part === 'postures' && issue.code === 'missing');
  });
}

/** Whether a message names something, but for what it would be right to write and the formula it is of. */
function isAbout({ message }: Issue, name: string): boolean {
  const [said = ''] = message.split(/\b[Dd]id you mean| \(in "/);
  return said.split(/[^\w-]+/).includes(name);
}

const never = (): boolean => false;
const codes =
  (...some: readonly string[]) =>
  ({ code }: Issue): boolean =>
    some.includes(code);

/** What the lack of a whole part may bring about. */
const echoes: Readonly<Record<string, (issue: Issue) => boolean>> = {
  horizon: ({ code, message }) => code === 'length' || message.includes('needs a year'),
  currency: codes('currency', 'currency-mixed'),
  exchangeRates: codes('currency'),
  postures: codes('posture-unknown', 'missing', 'formula-type', 'law'),
  inputs: codes('correlation', 'input-unknown'),
  lines: codes('formula-type'),
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
