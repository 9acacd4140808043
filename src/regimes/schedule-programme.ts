import type { ProgrammePlan } from '../schema/law-result.ts';
import { programmeStepIds } from '../schema/programme.ts';
import type { Programme, ProgrammeStepId } from '../schema/programme.ts';
import type { ProgrammeTemplates } from '../schema/regime.ts';

const labels: Readonly<Record<ProgrammeStepId, string>> = {
  mapping: 'Map data and flows',
  gaps: 'Find the gaps',
  controls: 'Put technical controls in place',
  training: 'Train staff',
  audit: 'Audit and update',
};

type Template = ProgrammeTemplates['fast']['steps']['mapping'];

/** The plan of a programme: when each step begins and ends, and which decide how long it takes. */
export function scheduleProgramme(
  programme: Programme,
  templates: ProgrammeTemplates,
): { readonly plan: ProgrammePlan } | { readonly problem: string } {
  const variant = programme.variant ?? 'traditional';
  const { label, note, steps: given } = templates[variant];
  const stepOf = (id: ProgrammeStepId): Template => ({
    ...given[id],
    ...Object.fromEntries(
      Object.entries(programme.steps?.[id] ?? {}).filter(([, value]) => value !== undefined),
    ),
  });
  const steps = new Map(programmeStepIds.map((id) => [id, stepOf(id)]));
  const ends = new Map<ProgrammeStepId, number>();
  const endOf = (id: ProgrammeStepId, path: readonly ProgrammeStepId[]): number | null => {
    const known = ends.get(id);
    if (known !== undefined) return known;
    if (path.includes(id)) return null;
    let start = 0;
    for (const before of steps.get(id)?.after ?? []) {
      const end = endOf(before, [...path, id]);
      if (end === null) return null;
      start = Math.max(start, end);
    }
    const end = start + (steps.get(id)?.weeks ?? 0);
    ends.set(id, end);
    return end;
  };
  for (const id of programmeStepIds) {
    if (endOf(id, []) === null)
      return {
        problem: `the step "${id}" waits for itself in the end; change what it comes after`,
      };
  }
  const weeks = Math.max(...ends.values());
  const critical = new Set<ProgrammeStepId>();
  const mark = (id: ProgrammeStepId) => {
    critical.add(id);
    const step = steps.get(id);
    const start = (ends.get(id) ?? 0) - (step?.weeks ?? 0);
    for (const before of step?.after ?? []) if (near(ends.get(before) ?? -1, start)) mark(before);
  };
  for (const [id, end] of ends) if (near(end, weeks)) mark(id);
  const changed = Object.keys(programme.steps ?? {}).length > 0;
  return {
    plan: {
      variant,
      label: changed ? `${label.split(':')[0] ?? label}, changed` : label,
      note,
      weeks: tidy(weeks),
      steps: programmeStepIds.map((id) => {
        const step = stepOf(id);
        const end = ends.get(id) ?? 0;
        return {
          id,
          label: labels[id],
          weeks: step.weeks,
          start: tidy(end - step.weeks),
          end: tidy(end),
          critical: critical.has(id),
          owner: step.owner,
          costShare: step.costShare,
          everyMonths: step.everyMonths,
          after: [...step.after],
        };
      }),
    },
  };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** Sums of tenths of weeks without the dust of binary fractions. */
function tidy(weeks: number): number {
  return Math.round(weeks * 1e6) / 1e6;
}
