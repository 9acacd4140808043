import { symbol, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Mark, PostureRole } from './scene.ts';

const roles: readonly PostureRole[] = ['posture-1', 'posture-2', 'posture-3', 'posture-4'];

/** The role of the posture at a place of the result; from the fifth on they share the last. */
export function postureRole(index: number): PostureRole {
  return roles[index] ?? 'posture-4';
}

const shapes = {
  'posture-2': symbolTriangle,
  'posture-3': symbolSquare,
  'posture-4': symbolDiamond,
};

/** A posture's mark: its shape says as much as its colour, for those who do not see the one. */
export function postureMark(role: PostureRole, x: number, y: number, radius: number): Mark {
  const at = { x: round(x), y: round(y), role };
  if (role === 'posture-1') return { kind: 'dot', ...at, radius };
  // Areas at which the shapes look as large as a circle of that radius.
  const fill = role === 'posture-2' ? 0.82 : 0.92;
  const d = symbol(shapes[role], Math.PI * radius * radius * fill).digits(2)() ?? '';
  // A triangle's centre of mass is not the middle of its height.
  return { kind: 'path', d, ...at, y: round(role === 'posture-2' ? y + radius * 0.15 : y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
