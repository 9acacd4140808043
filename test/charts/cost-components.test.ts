import { expect, test } from 'vitest';
import { categoryGroups } from '../../src/charts/category-groups.ts';
import { costComponents } from '../../src/charts/cost-components.ts';
import type { Scene } from '../../src/charts/scene.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import type { Result } from '../../src/schema/result.ts';
import { oddCases, oddResult } from '../helpers/odd-results.ts';
import { flat, group } from '../helpers/scenes.ts';

const draw = (result: Result) => costComponents(result, { width: 700 }, hongKongDollars);
const key = (scene: Scene | null) =>
  flat(group(scene?.marks ?? [], 'key')?.marks ?? []).flatMap((mark) =>
    mark.kind === 'rect' ? [mark.role] : [],
  );
const read = (text: string) => Number(text.replace('\u2212', '-').replaceAll(',', ''));

test('categories have the same order and the same colour in every scenario', () => {
  const roles = new Map<string, string>();
  for (const name of oddCases) {
    const groups = categoryGroups(oddResult(name));
    // Fines, audits, remediations and attrition stand first, also where they cost nothing.
    expect(groups.slice(0, 4).map(({ categories }) => categories[0])).toEqual([
      'fines',
      'audits',
      'remediations',
      'attrition',
    ]);
    expect(groups.map(({ role }) => role)).toEqual(groups.map(({ role }) => role).toSorted());
    for (const { categories, role } of groups) {
      for (const category of categories) {
        expect(roles.get(category) ?? role).toBe(role);
        roles.set(category, role);
      }
    }
    expect(key(draw(oddResult(name)))).toEqual(groups.map(({ role }) => role));
  }
  expect(new Set(roles.values()).size).toBe(8);
});

test('in every bar the pieces stand in the order of the key', () => {
  const scene = draw(oddResult('published'));
  for (const label of ['PIPL only', 'PDPO only', 'Dual']) {
    const pieces = flat(group(scene?.marks ?? [], label)?.marks ?? []).flatMap((mark) =>
      mark.kind === 'rect' ? [mark] : [],
    );
    expect(pieces.map(({ role }) => role)).toEqual(key(scene));
    expect(pieces.map(({ x }) => x)).toEqual(pieces.map(({ x }) => x).toSorted((a, b) => a - b));
  }
});

test.each(oddCases)('the parts add up to the totals as they are read: %s', (name) => {
  const { rows } = draw(oddResult(name))?.table ?? { rows: [] };
  const columns = (rows[0]?.length ?? 1) - 1;
  for (let column = 1; column <= columns; column++) {
    const all = rows.map((row) => read(row[column] ?? ''));
    const total = all.pop() ?? NaN;
    expect(all.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
  }
});

test('what takes cost away is drawn to the left of nothing', () => {
  const scene = draw(oddResult('a line that takes cost away'));
  const [away, others] = [true, false].map((wanted) =>
    (scene?.stops ?? []).filter(({ text }) => text.includes(': \u2212HK$') === wanted),
  );
  // Dual and PIPL only pay nothing for isolation, of which the relief is a part.
  expect(away?.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^PIPL only, Isolation and disruption: \u2212HK\$0\.\d\d\u00a0M$/),
    expect.stringMatching(/^Dual, Isolation and disruption: \u2212HK\$0\.\d\d\u00a0M$/),
  ]);
  for (const { x } of away ?? []) for (const other of others ?? []) expect(x).toBeLessThan(other.x);
});

test('the claim names the largest part of the dearest posture', () => {
  expect(draw(oddResult('published'))?.title).toMatch(
    /^7\d % of what PDPO only costs on average goes on remediations$/,
  );
  expect(draw(oddResult('no costs at all'))?.title).toBe('What the costs are made of');
});
