import { postureRoles } from './scene.ts';
import type { Mark, PostureRole } from './scene.ts';

/** The role of the posture at a place of the result; from the seventh on they share the last. */
export function postureRole(index: number): PostureRole {
  return postureRoles[index] ?? 'posture-6';
}

type Corners = readonly (readonly [x: number, y: number])[];

const wide = Math.sqrt(3);

/** Shapes with straight sides by their corners, around their centre of mass, each of area 1. */
const shapes: Readonly<Record<Exclude<PostureRole, 'posture-1'>, Corners>> = {
  'posture-2': ofAreaOne([
    [0, -2],
    [wide, 1],
    [-wide, 1],
  ]),
  'posture-3': ofAreaOne([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  'posture-4': ofAreaOne([
    [0, -wide],
    [1, 0],
    [0, wide],
    [-1, 0],
  ]),
  'posture-5': ofAreaOne([
    [0, 2],
    [-wide, -1],
    [wide, -1],
  ]),
  'posture-6': ofAreaOne([
    [-1, -3],
    [1, -3],
    [1, -1],
    [3, -1],
    [3, 1],
    [1, 1],
    [1, 3],
    [-1, 3],
    [-1, 1],
    [-3, 1],
    [-3, -1],
    [-1, -1],
  ]),
};

/** How far a triangle's centre of mass stands below the middle of its height, in radii. */
const tilts: Partial<Record<PostureRole, number>> = { 'posture-2': 0.15, 'posture-5': -0.15 };

/** A posture's mark: its shape says as much as its colour, for those who do not see the one. */
export function postureMark(role: PostureRole, x: number, y: number, radius: number): Mark {
  const at = { x: round(x), y: round(y), role };
  if (role === 'posture-1') return { kind: 'dot', ...at, radius };
  // Areas at which the shapes look as large as a circle of that radius.
  const tilt = tilts[role] ?? 0;
  const fill = tilt === 0 ? 0.92 : 0.82;
  const d = pathOf(shapes[role], Math.PI * radius * radius * fill);
  return { kind: 'path', d, ...at, y: round(y + radius * tilt) };
}

function pathOf(corners: Corners, area: number): string {
  const size = Math.sqrt(area);
  const points = corners.map((corner) => corner.map((each) => toHundredths(each * size)).join());
  return `M${points.join('L')}Z`;
}

function ofAreaOne(corners: Corners): Corners {
  // Each side spans with the origin half of what is summed here.
  let twice = 0;
  let [before = [0, 0]] = corners.slice(-1);
  for (const corner of corners) {
    twice += before[0] * corner[1] - corner[0] * before[1];
    before = corner;
  }
  const size = Math.sqrt(twice / 2);
  return corners.map(([x, y]) => [x / size, y / size]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
