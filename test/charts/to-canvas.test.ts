import { expect, test } from 'vitest';
import { darkPalette, lightPalette } from '../../src/charts/palette.ts';
import { toCanvas } from '../../src/charts/to-canvas.ts';
import type { DrawingSurface } from '../../src/charts/to-canvas.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import { withCaption } from '../../src/charts/with-caption.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { oddCases, oddResult } from '../helpers/odd-results.ts';
import { charts, flat } from '../helpers/scenes.ts';

interface Call {
  readonly name: string;
  readonly of: readonly unknown[];
  readonly fill: unknown;
  readonly stroke: unknown;
  readonly alpha: number;
  readonly dash: readonly number[];
}

/** A canvas that writes down what is drawn on it, with the colours that were set at that time. */
function recorder(): { readonly surface: DrawingSurface<string>; readonly calls: Call[] } {
  const calls: Call[] = [];
  interface State {
    fillStyle: unknown;
    strokeStyle: unknown;
    globalAlpha: number;
    dash: readonly number[];
  }
  const kept: State[] = [];
  let dash: readonly number[] = [];
  const note =
    (name: string) =>
    (...of: readonly unknown[]) => {
      const { fillStyle: fill, strokeStyle: stroke, globalAlpha: alpha } = surface;
      calls.push({ name, of, fill, stroke, alpha, dash });
    };
  const surface: DrawingSurface<string> = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineJoin: '',
    globalAlpha: 1,
    font: '',
    textAlign: '',
    fillRect: note('fillRect'),
    fillText: note('fillText'),
    strokeText: note('strokeText'),
    fill: note('fill'),
    stroke: note('stroke'),
    scale: note('scale'),
    translate: note('translate'),
    setLineDash: (segments) => {
      dash = segments;
    },
    save: () => {
      const { fillStyle, strokeStyle, globalAlpha } = surface;
      kept.push({ fillStyle, strokeStyle, globalAlpha, dash });
    },
    restore: () => {
      const state = kept.pop();
      if (state === undefined) throw new Error('more was restored than saved');
      ({ dash } = state);
      Object.assign(surface, state);
    },
  };
  return { surface, calls };
}

function drawn(chart: string, name: (typeof oddCases)[number], palette = lightPalette) {
  const scene = charts[chart]?.(oddResult(name), { width: 700 }, hongKongDollars);
  if (scene == null) throw new Error('nothing to draw');
  const whole = withCaption(scene, 'From a test.');
  const { calls, surface } = recorder();
  toCanvas(whole, surface, { path: (d) => d, ratio: 3, palette });
  return { calls, whole, texts: calls.filter((call) => call.name === 'fillText') };
}

test.each(Object.keys(charts))('%s is the same on a canvas as in an SVG document', (chart) => {
  const { calls, texts, whole } = drawn(chart, 'published');
  const marks = flat(whole.marks);
  const svg = toSvgString(whole);
  const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
  const named = (name: string) => calls.filter((call) => call.name === name).length;
  expect(named('fill')).toBe(count('path') + count('area') + count('dot'));
  expect(named('stroke')).toBe(count('line') + count('rule'));
  expect(named('fillRect')).toBe(count('rect') + 1);
  expect(texts).toHaveLength(count('text'));
  const tags = (tag: string) => svg.split(`<${tag} `).length - 1;
  expect(tags('path')).toBe(count('path') + count('area') + count('line'));
  expect(tags('circle')).toBe(count('dot'));
  expect(tags('line')).toBe(count('rule'));
  expect(tags('text')).toBe(count('text'));
  for (const { of } of texts)
    expect(svg).toContain(
      `>${String(of[0]).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
    );
});

test('a picture that is kept has its claim, its measure and its source on it', () => {
  const { texts, whole } = drawn('costDotplot', 'published');
  const all = texts.map(({ of }) => of[0]).join(' ');
  expect(all).toContain(whole.title);
  expect(all).toContain(whole.subtitle);
  expect(all).toContain('From a test.');
});

test('a canvas gets each mark in the colour of its role, lines with their dashes, bands lightly', () => {
  const { calls } = drawn('cumulativeCost', 'published', darkPalette);
  const lines = calls.filter((call) => call.name === 'stroke' && call.dash.length > 0);
  expect(lines.map(({ stroke }) => stroke)).toEqual([
    darkPalette['posture-2'],
    darkPalette['posture-3'],
  ]);
  const bands = calls.filter(({ alpha, name }) => name === 'fill' && alpha < 1);
  expect(bands.map(({ fill }) => fill)).toEqual([
    darkPalette['posture-3'],
    darkPalette['posture-3'],
  ]);
  expect(calls.find(({ name }) => name === 'fillRect')?.fill).toBe(darkPalette.surface);
  expect(calls[0]).toMatchObject({ name: 'scale', of: [3, 3] });
});

test('long claims are broken into lines that stay on the picture', () => {
  const { texts } = drawn('exceedanceCurve', 'a long name');
  const lines = texts.map(({ of }) => String(of[0]));
  expect(lines.length).toBeGreaterThan(8);
  for (const { of } of texts) expect(Number(of[1])).toBeGreaterThanOrEqual(0);
});
