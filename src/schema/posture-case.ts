import * as v from 'valibot';
import { companySchema } from './company.ts';
import type { Company } from './company.ts';
import { flowSchema } from './flow.ts';
import type { Flow } from './flow.ts';
import { didYouMean } from './near-miss.ts';
import { childPointer } from './pointer.ts';
import type { PostureFacts } from './posture-facts.ts';
import type { LawProblem } from './law-problem.ts';

/** Stands for every flow of the inventory. */
export const everyFlow = '*';

/** Whether what a posture says of a flow is a flow that it adds: a change of one names no data. */
export function isAddedFlow(change: object | null | undefined): boolean {
  return change != null && 'data' in change && change.data !== undefined;
}

/** What a company is under a posture that has facts of its own. */
export interface PostureCase {
  readonly company: Company;
  readonly flows: readonly Flow[] | undefined;
}

/**
 * Lays the facts of a posture over those of the company: members are replaced, null takes one away,
 * and flows are found by their name. What comes out is checked as a company and its flows are.
 */
export function postureCase(
  given: PostureCase,
  { company: changes, flows: changed }: PostureFacts,
  pointer: string,
): { readonly value: PostureCase; readonly problems: readonly LawProblem[] } {
  const problems: LawProblem[] = [];
  const checked = <T>(
    schema: v.GenericSchema<unknown, T>,
    value: unknown,
    at: string,
  ): T | null => {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    for (const issue of result.issues)
      problems.push({
        pointer: at,
        message: `under this posture, ${v.getDotPath(issue) ?? 'it'} is not as it should be: ${issue.message}`,
      });
    return null;
  };
  const company =
    changes === undefined
      ? given.company
      : (checked(companySchema, patched(given.company, changes), `${pointer}/company`) ??
        given.company);
  const flows = ((): readonly Flow[] | undefined => {
    if (changed === undefined || Object.keys(changed).length === 0) return given.flows;
    if (given.flows === undefined) {
      problems.push({
        pointer: `${pointer}/flows`,
        message:
          'there is no list of flows that could be different; say what is different about the company, or list the flows',
      });
      return undefined;
    }
    const own = given.flows;
    const known = own.map(({ name }) => name);
    const every = changed[everyFlow] ?? {};
    const kept = own.flatMap((flow) => {
      const change = Object.hasOwn(changed, flow.name) ? changed[flow.name] : {};
      if (change === null) return [];
      const at = childPointer(`${pointer}/flows`, flow.name);
      return checked(flowSchema, patched(patched(flow, every), change ?? {}), at) ?? [];
    });
    const added = Object.entries(changed)
      .filter(([name]) => name !== everyFlow && !known.includes(name))
      .flatMap(([name, flow]) => {
        const at = childPointer(`${pointer}/flows`, name);
        // Few members are no flow that is added, but a name that was misspelt.
        if (flow === null || !isAddedFlow(flow)) {
          problems.push({
            pointer: at,
            message: `there is no flow "${name.slice(0, 40)}"${didYouMean(name, known)}; a flow that is added needs all that a flow has`,
          });
          return [];
        }
        return checked(flowSchema, { ...patched({}, flow), name }, at) ?? [];
      });
    return [...kept, ...added];
  })();
  return { value: { company, flows }, problems };
}

/** One thing laid over another, member by member; null takes a member away. */
function patched(base: object, changes: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const before = result[name];
    if (change === null) delete result[name];
    else if (isRecord(change) && isRecord(before)) result[name] = patched(before, change);
    else result[name] = change;
  }
  return result;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
