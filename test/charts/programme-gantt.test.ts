import { describe, expect, it, test } from 'vitest';
import { programmeGantt } from '../../src/charts/programme-gantt.ts';
import { textWidth } from '../../src/charts/text-look.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { scheduleProgramme } from '../../src/regimes/schedule-programme.ts';
import { programmeFile } from '../../src/runner/regime-files.ts';
import type { ProgrammePlan } from '../../src/schema/law-result.ts';
import type { Programme } from '../../src/schema/programme.ts';
import { flat } from '../helpers/scenes.ts';

function planOf(programme: Programme): ProgrammePlan {
  const scheduled = scheduleProgramme(programme, programmeFile);
  if ('problem' in scheduled) throw new Error(scheduled.problem);
  return scheduled.plan;
}

const draw = (programme: Programme, width = 700) =>
  programmeGantt(
    { plan: planOf(programme), weekOfDelay: 23_208, oneTimeCost: 600_000 },
    { width },
    hongKongDollars,
  );

describe('the plan of a programme', () => {
  test.each([
    ['fast', 11.3],
    ['traditional', 26],
  ] as const)('%s takes %d weeks', (variant, weeks) => {
    expect(planOf({ variant }).weeks).toBe(weeks);
  });
  it('starts a step when all that it comes after is done, and marks what decides the length', () => {
    const { steps } = planOf({ variant: 'traditional' });
    expect(steps.map(({ critical, end, id, start }) => [id, start, end, critical])).toEqual([
      ['mapping', 0, 6, true],
      ['gaps', 6, 10, true],
      ['controls', 10, 21, true],
      ['training', 10, 13, false],
      ['audit', 21, 26, true],
    ]);
  });
  it('takes over what a scenario says of a step', () => {
    const plan = planOf({ variant: 'fast', steps: { training: { weeks: 10, owner: 'Anna' } } });
    // 2.3 + 2 + 10 + 2.5: training now decides, and the controls do not.
    expect(plan.weeks).toBe(16.8);
    expect(plan.steps.find(({ id }) => id === 'training')).toMatchObject({
      critical: true,
      owner: 'Anna',
    });
    expect(plan.steps.find(({ id }) => id === 'controls')?.critical).toBe(false);
  });
});

describe('programmeGantt', () => {
  it('says how long the programme takes and what a week is worth', () => {
    const scene = draw({ variant: 'fast' });
    expect(scene.title).toBe('The programme takes 11.3 weeks; four of its five steps decide that');
    expect(scene.subtitle).toMatch(/^Weeks from the start; each week sooner saves HK\$23\u00a0k/);
    expect(scene.hint).toContain("vendor's claim (C17)");
  });
  it('draws each step where it stands, its end and its cost to be read out', () => {
    const scene = draw({ variant: 'traditional' });
    const bars = flat(scene.marks).filter((mark) => mark.kind === 'rect');
    expect(bars.map(({ role }) => role)).toEqual(['total', 'total', 'total', 'less', 'total']);
    expect(bars[2]).toMatchObject({ x: 12 + Math.round((676 * 10) / 26), width: 286 });
    expect(scene.stops[2]?.text).toBe(
      'Put technical controls in place: weeks 10 to 21, Technology, 50 % of the cost, HK$300\u00a0k',
    );
  });
  test.each([248, 358, 700, 1100])(
    'no words leave the picture or lie on others at %d px',
    (width) => {
      for (const variant of ['fast', 'traditional'] as const) {
        const scene = draw({ variant }, width);
        const boxes = flat(scene.marks).flatMap((mark) => {
          if (mark.kind !== 'text') return [];
          const wide = 0.9 * textWidth(mark.text, mark.role);
          const left =
            mark.anchor === 'start'
              ? mark.x
              : mark.anchor === 'end'
                ? mark.x - wide
                : mark.x - wide / 2;
          return [{ text: mark.text, y: mark.y, left, right: left + wide }];
        });
        for (const [index, box] of boxes.entries()) {
          expect(box.left, box.text).toBeGreaterThanOrEqual(-1);
          expect(box.right, box.text).toBeLessThanOrEqual(width + 1);
          for (const other of boxes.slice(index + 1))
            if (other.y === box.y)
              expect(
                box.right <= other.left || other.right <= box.left,
                `${box.text} / ${other.text}`,
              ).toBe(true);
        }
      }
    },
  );
});
