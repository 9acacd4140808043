import { evidenceKinds } from '../present/evidence-entries.ts';
import { leafViews } from '../present/leaf-views.ts';
import type { Briefing, InputBriefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Quantity } from '../schema/value-form.ts';
import type { Result } from '../schema/result.ts';

/** One figure that a run rests on. */
export interface AssumptionRow {
  readonly input: string;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  /** Such as `Dual, year 2`; '' where it is for all. */
  readonly of: string;
  /** Whether it multiplies all other figures of the input. */
  readonly isMultiplier: boolean;
  /** The number or word, or the middle of its distribution. */
  readonly value: number | string | null;
  /** Its unit, in which money stands for the currency beside it. */
  readonly unit: string;
  readonly currency: string;
  /** Its distribution with its parameters; '' for a number. */
  readonly distribution: string;
  /** How it spreads, in words; '' where it does not. */
  readonly spread: string;
  readonly source: string;
  readonly note: string;
  /** `Law`, `Our assumption`, `A vendor's claim`; each once. */
  readonly classes: readonly string[];
  readonly evidence: readonly string[];
  /** Who set it: the scenario, the law, the model, or a person by hand, above what. */
  readonly setBy: string;
}

/** All inputs of a scenario, a row for each posture and year that has a figure of its own. */
export function assumptionRows(
  briefing: Briefing,
  result: Result,
  evidence: Evidence,
): readonly AssumptionRow[] {
  const groups = new Map(briefing.groups.map(({ id, label }) => [id, label]));
  const overridden = new Map(
    (result.law?.derived ?? []).flatMap(({ input, rules, status }) =>
      status === 'overridden' ? [[input, rules.join(', ')] as const] : [],
    ),
  );
  return briefing.inputs.flatMap((input) =>
    leafViews(input, null, briefing.postures).map(
      ({ caption, detail, leaf, middle }): AssumptionRow => ({
        input: input.name,
        label: input.label,
        help: input.help,
        group: groups.get(input.group) ?? input.group,
        of: leaf.isMultiplier ? 'Multiplies all of it' : caption,
        isMultiplier: leaf.isMultiplier,
        value: typeof leaf.quantity === 'string' ? leaf.quantity : middle,
        unit: leaf.isMultiplier ? '1' : input.unit,
        currency: leaf.isMultiplier ? '' : (input.currency ?? ''),
        distribution: distributionText(leaf.quantity),
        spread: detail,
        source: input.source ?? '',
        note: input.note ?? '',
        classes: classesOf(input, evidence),
        evidence: input.evidence,
        setBy: setBy(input, overridden.get(input.name)),
      }),
    ),
  );
}

function setBy({ changed, from }: InputBriefing, rules: string | undefined): string {
  const above = rules === undefined ? '' : `, above rule ${rules} of the law`;
  if (changed) return `changed by hand${above}`;
  switch (from) {
    case 'scenario':
      return `the scenario${above}`;
    case 'law':
      return 'the law';
    case 'model':
      return 'the model\u2019s default';
  }
}

function classesOf({ evidence: ids }: InputBriefing, evidence: Evidence): readonly string[] {
  const classes = ids.flatMap((id) => {
    const known =
      (Object.hasOwn(evidence.facts, id) ? evidence.facts[id] : undefined) ??
      (Object.hasOwn(evidence.claims, id) ? evidence.claims[id] : undefined);
    return known === undefined ? [] : [evidenceKinds[known.class]];
  });
  return [...new Set(classes)];
}

/** A distribution as the file gives it: `pert: min 0.13, mode 0.27, max 0.41`. */
function distributionText(quantity: Quantity): string {
  if (typeof quantity !== 'object') return '';
  const given: Readonly<Record<string, unknown>> = { ...quantity };
  const parameters = Object.entries(given)
    .filter(([key, value]) => !['dist', 'source', 'note'].includes(key) && value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === 'number' ? value : JSON.stringify(value)}`);
  const kind = typeof given['dist'] === 'string' ? given['dist'] : 'metalog';
  return `${kind}: ${parameters.join(', ')}`;
}
