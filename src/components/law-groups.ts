import type { AskedGroup } from '../analysis/decision-options.ts';
import type { Result } from '../schema/result.ts';

/** Inputs that the law has set, grouped by the rule that set them. */
export function lawGroups({ law }: Pick<Result, 'law'>): readonly AskedGroup[] {
  if (law === undefined) return [];
  const used = law.derived.filter(({ status }) => status === 'used');
  const rules = [...new Set(used.flatMap(({ rules: own }) => own))];
  return rules.map((id) => ({
    id: `rule ${id}`,
    label: `What ${law.rules[id]?.article ?? id} sets`,
    inputs: used.filter((each) => each.rules.includes(id)).map(({ input }) => input),
  }));
}
