import { expect, test } from 'vitest';
import { moneyMeasure } from '../../src/charts/measure.ts';
import { tornado } from '../../src/charts/tornado.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { flat, group } from '../helpers/scenes.ts';

const bar = (label: string, low: number, high: number) => ({
  label,
  low,
  lowLabel: '1',
  high,
  highLabel: '2',
});
const data = {
  title: 'The rate moves the saving most',
  subtitle: 'Mean saving, HK$ million',
  base: 3e6,
  measure: moneyMeasure([5e6], hongKongDollars),
  bars: [bar('Narrow', 2.9e6, 3.1e6), bar('Wide', -1e6, 5e6), bar('Turned', 4e6, 2e6)],
};
const draw = (bars = data.bars) => tornado({ ...data, bars }, { width: 600 });

test('tornado draws the widest bars first, around the figure as it is', () => {
  const scene = draw();
  const names = group(scene?.marks ?? [], 'inputs')?.marks.map((mark) =>
    mark.kind === 'group' ? mark.name : '',
  );
  expect(names).toEqual(['Wide', 'Turned', 'Narrow']);
  const base = flat(group(scene?.marks ?? [], 'base')?.marks ?? [])[0];
  const at = base?.kind === 'rule' ? base.x1 : NaN;
  for (const mark of flat(group(scene?.marks ?? [], 'inputs')?.marks ?? [])) {
    if (mark.kind === 'rect') expect([mark.x, mark.x + mark.width]).toContain(at);
  }
});

test('tornado says its numbers in words and in a table', () => {
  const scene = draw();
  expect(scene?.description).toContain('Wide: \u2212HK$1.0\u00a0M at 1, HK$5.0\u00a0M at 2.');
  expect(scene?.table.rows[0]).toEqual(['Wide', '1', '\u2212HK$1.0\u00a0M', '2', 'HK$5.0\u00a0M']);
});

test('tornado draws at most ten bars, and nothing where there are none', () => {
  expect(draw([])).toBeNull();
  const many = Array.from({ length: 14 }, (_, index) => bar(`Input ${index}`, 0, index * 1e5));
  expect(draw(many)?.table.rows).toHaveLength(10);
});
