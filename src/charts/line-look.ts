import type { AreaMark, PostureRole, Role } from './scene.ts';

/** Dashes of each posture's lines: a second cue beside their colour. */
export const dashes: Readonly<Record<PostureRole, string>> = {
  'posture-1': '',
  'posture-2': '2 4',
  'posture-3': '9 4',
  'posture-4': '9 4 2 4',
  'posture-5': '14 3',
  'posture-6': '5 3 1 3 1 3',
};

/** How much of what lies under it an area lets through: it is laid over grid and lines. */
export const areaOpacity: Readonly<Record<AreaMark['weight'], number>> = {
  outer: 0.16,
  inner: 0.2,
};

/** Of the lines that are a posture's. */
export const lineWidth = 2.5;

/** Of straight lines: those that a reader measures by are heavier. */
export function ruleWidth(role: Role): number {
  return role === 'zero' ? 1.5 : 1;
}
