import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costDotplot } from '../../src/charts/cost-dotplot.ts';
import { savingDotplot } from '../../src/charts/saving-dotplot.ts';
import { darkPalette } from '../../src/charts/palette.ts';
import type { Mark, Scene } from '../../src/charts/scene.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';

const sceneOf = (width: number) =>
  costDotplot(sampleResult(clearSample), { width }, hongKongDollars);
const flat = (marks: readonly Mark[]): readonly Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
const dotsOf = ({ marks }: Scene, role: string) =>
  flat(marks).filter((mark) => (mark.kind === 'dot' || mark.kind === 'path') && mark.role === role);

test.each([320, 390, 700, 1100])(
  'costDotplot draws 50 dots and a key for each posture, inside %d px',
  (width) => {
    const scene = sceneOf(width);
    for (const role of ['posture-1', 'posture-2', 'posture-3']) {
      expect(dotsOf(scene, role)).toHaveLength(51);
    }
    for (const mark of flat(scene.marks)) {
      if (mark.kind === 'line' || mark.kind === 'area') continue;
      if (mark.kind === 'group') continue;
      const xs = mark.kind === 'rule' ? [mark.x1, mark.x2] : [mark.x];
      const ys = mark.kind === 'rule' ? [mark.y1, mark.y2] : [mark.y];
      for (const x of xs) expect(x).toSatisfy((value: number) => value >= 0 && value <= width);
      for (const y of ys)
        expect(y).toSatisfy((value: number) => value >= 0 && value <= scene.height);
    }
  },
);

test('costDotplot has a claim, a measure, a hint, and words for those who do not see it', () => {
  const scene = sceneOf(700);
  expect(scene.title).toBe('Dual is the most predictable: PDPO only spreads seven times as wide');
  expect(scene.subtitle).toBe('Total cost of each posture over 5 years, HK$ million');
  expect(scene.hint).toContain('2 of 100 simulated futures');
  expect(scene.description).toContain('Dual: half of the futures cost less than HK$3.64\u00a0M');
});

test('costDotplot gives the same numbers as a table', () => {
  const { head, rows } = sceneOf(700).table;
  expect(rows.map(([label]) => label)).toEqual(['PIPL only', 'PDPO only', 'Dual']);
  for (const row of rows) expect(row).toHaveLength(head.length);
});

test('toSvgString draws a scene as one document', async () => {
  await expect(toSvgString(sceneOf(700))).toMatchFileSnapshot('./cost-dotplot.svg');
});

test('toSvgString draws in other colours, and nothing that is not a number', () => {
  const text = toSvgString(sceneOf(320), darkPalette);
  expect(text).toContain(darkPalette['posture-3']);
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test('toSvgString writes names that hold markup as text', () => {
  const result = sampleResult(clearSample);
  const [first] = result.postures;
  if (first !== undefined) first.label = '<script>alert("1")</script>';
  const text = toSvgString(costDotplot(result, { width: 500 }, hongKongDollars));
  expect(text).not.toContain('<script');
  expect(text).toContain('&lt;script&gt;');
});

test('costDotplot and savingDotplot draw any finite result', () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const spread = fc
    .tuple(amount, amount, amount)
    .map((three) => three.toSorted((a, b) => a - b))
    .map(([p10 = 0, p50 = 0, p90 = 0]) => ({ p10, p50, p90 }));
  fc.assert(
    fc.property(
      spread,
      spread,
      spread,
      fc.integer({ min: 200, max: 1600 }),
      (a, b, saving, width) => {
        const result = sampleResult({
          costs: { 'pipl-only': a, dual: b },
          cheapest: { 'pipl-only': 0.5, dual: 0.5 },
          saving: { 'pipl-only': saving },
        });
        for (const draw of [costDotplot, savingDotplot]) {
          const scene = draw(result, { width }, hongKongDollars);
          expect(scene === null ? '' : toSvgString(scene)).not.toMatch(/NaN|undefined|Infinity/);
          expect(JSON.stringify(scene)).not.toMatch(/NaN|undefined|Infinity|null/);
        }
      },
    ),
    { numRuns: 50 },
  );
});
