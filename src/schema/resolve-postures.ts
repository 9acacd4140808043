import { quoted } from './describe.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { Model } from './model.ts';
import { idProblem } from './name-rules.ts';
import { childPointer } from './pointer.ts';
import type { Scenario } from './scenario.ts';

/** A posture that is costed; `like` is the one whose values stand in for missing ones. */
export interface ResolvedPosture {
  readonly id: string;
  readonly label: string;
  /** What it is, in a sentence; '' where its name says all. */
  readonly description: string;
  readonly like: string | null;
}

const mostPostures = 12;
/** Of those that are too many, as many are known by name, so that values for them are not told of too. */
const mostLookedAt = 50;

/** The postures of the model, then those of the scenario. */
export function resolvePostures(
  model: Model,
  scenario: Scenario,
  issues: IssueCollector,
): readonly ResolvedPosture[] {
  const own = Object.entries(scenario.postures ?? {});
  const known = [...Object.keys(model.postures), ...own.map(([id]) => id)];
  const beyond = known[mostPostures];
  if (beyond !== undefined) {
    // Told where there is one too many, which is in the file that gives it.
    issues.error(
      'too-many',
      childPointer('/postures', beyond),
      `there are ${known.length} postures with those of the model; at most ${mostPostures} are possible`,
    );
  }
  const postures: ResolvedPosture[] = Object.entries(model.postures).map(([id, posture]) => ({
    id,
    label: posture.label,
    description: posture.description ?? '',
    like: null,
  }));
  for (const [id, { label, description = '', like }] of own.slice(0, mostLookedAt)) {
    const pointer = childPointer('/postures', id);
    issues.maybe('name', pointer, idProblem(id));
    if (Object.hasOwn(model.postures, id)) {
      issues.error(
        'posture-twice',
        pointer,
        `${quoted(id)} is a posture of the model already; choose another id`,
      );
      continue;
    }
    const exists =
      like === undefined || issues.reference('posture', like, known, `${pointer}/like`);
    // A posture whose own trouble is told shall not lack a value for every input besides.
    postures.push({ id, label, description, like: exists ? (like ?? null) : (known[0] ?? null) });
  }
  for (const { id } of postures) {
    if (circles(id, postures)) {
      issues.error(
        'posture-cycle',
        `${childPointer('/postures', id)}/like`,
        `${quoted(id)} is like itself in the end; make one of them like a posture of the model`,
      );
    }
  }
  return postures;
}

function circles(start: string, postures: readonly ResolvedPosture[]): boolean {
  const likeOf = new Map(postures.map(({ id, like }) => [id, like]));
  let current = likeOf.get(start) ?? null;
  for (let steps = 0; current !== null && steps < postures.length; steps++) {
    if (current === start) return true;
    current = likeOf.get(current) ?? null;
  }
  return false;
}
