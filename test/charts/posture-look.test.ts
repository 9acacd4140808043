import { describe, expect, test } from 'vitest';
import { dashes } from '../../src/charts/line-look.ts';
import { darkPalette, lightPalette } from '../../src/charts/palette.ts';
import { postureMark, postureRole } from '../../src/charts/posture-look.ts';
import { postureRoles } from '../../src/charts/scene.ts';

/** The corners of a mark with straight sides. */
function cornersOf(path: string): readonly (readonly [number, number])[] {
  return path
    .slice(1, -1)
    .split('L')
    .map((corner) => corner.split(',').map(Number) as [number, number]);
}

describe('the look of postures', () => {
  test('is another one for each of the first six: colour, shape and dashes', () => {
    const looks = postureRoles.map((role) => ({
      light: lightPalette[role],
      dark: darkPalette[role],
      dashes: dashes[role],
      shape: JSON.stringify({ ...postureMark(role, 0, 0, 5), role: '', y: 0 }),
    }));
    for (const cue of ['light', 'dark', 'dashes', 'shape'] as const)
      expect(new Set(looks.map((look) => look[cue])).size, cue).toBe(6);
  });

  test('goes by the place of the posture; those after the sixth share its look', () => {
    expect([0, 1, 5, 6, 40].map(postureRole)).toEqual([
      'posture-1',
      'posture-2',
      'posture-6',
      'posture-6',
      'posture-6',
    ]);
  });

  test.each(postureRoles.slice(1))(
    'of %s is around its middle, nearly as large as a dot',
    (role) => {
      const mark = postureMark(role, 10, 20, 5);
      if (mark.kind !== 'path') throw new Error('a dot');
      expect(mark.x).toBe(10);
      expect(Math.abs(mark.y - 20)).toBeLessThan(1);
      const corners = cornersOf(mark.d);
      const twice = corners.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = corners[(index + 1) % corners.length]!;
        return sum + x * nextY - nextX * y;
      }, 0);
      const share = Math.abs(twice) / 2 / (Math.PI * 25);
      expect(share).toBeGreaterThan(0.8);
      expect(share).toBeLessThan(1);
    },
  );
});
