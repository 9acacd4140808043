import { expect, test } from 'vitest';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import { withCaption } from '../../src/charts/with-caption.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { oddResult } from '../helpers/odd-results.ts';
import type { OddCase } from '../helpers/odd-results.ts';
import { charts } from '../helpers/scenes.ts';

const yuan = { code: 'CNY', rate: 1.09 };
/**
 * Pictures as they are saved, to be looked at beside each other: run the tests with `-u` after a
 * change that is meant, and look at what has changed.
 */
const pictures: readonly (readonly [string, OddCase, number, typeof yuan])[] = [
  ...Object.keys(charts).map((chart) => [chart, 'published', 720, hongKongDollars] as const),
  ['exceedanceCurve', 'six postures', 390, yuan],
  ['savingHistogram', 'dual not worth its price', 390, hongKongDollars],
  ['costComponents', 'a line that takes cost away', 390, hongKongDollars],
  ['costBridge', 'a long name', 390, yuan],
  ['cumulativeCost', 'thirty years', 390, hongKongDollars],
];

test.each(pictures)('%s of %s at %d px', async (chart, name, width, currency) => {
  const scene = charts[chart]?.(oddResult(name), { width }, currency) ?? null;
  expect(scene).not.toBeNull();
  if (scene === null) return;
  const file = `./${chart}-${name.replaceAll(' ', '-')}.svg`;
  const source = '2,000 simulated futures of a scenario for tests.';
  // A mark a line, so that a change can be read.
  const svg = toSvgString(withCaption(scene, source)).replaceAll('><', '>\n<');
  await expect(svg).toMatchFileSnapshot(file);
});
