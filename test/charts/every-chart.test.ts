import { describe, expect, test } from 'vitest';
import { textSize, textWidth } from '../../src/charts/text-look.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import type { Scene, TextMark } from '../../src/charts/scene.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { oddCases, oddResult } from '../helpers/odd-results.ts';
import { charts, flat } from '../helpers/scenes.ts';

const widths = [248, 288, 358, 480, 620, 760, 1100];
const currencies = [hongKongDollars, { code: 'CNY', rate: 1.09 }];
const cases = Object.keys(charts).flatMap((chart) =>
  oddCases.map((each) => [chart, each] as const),
);

const scenesOf = (chart: string, each: (typeof oddCases)[number]): readonly Scene[] =>
  currencies.flatMap((currency) =>
    widths.flatMap((width) => charts[chart]?.(oddResult(each), { width }, currency) ?? []),
  );

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ anchor, role, text, x, y }: TextMark): Box {
  // Letters as wide as most fonts have them: the layout itself reckons with more.
  const width = 0.9 * textWidth(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, top: y - 0.7 * textSize, bottom: y + 0.2 * textSize };
}

describe.each(cases)('%s of %s', (chart, each) => {
  const scenes = scenesOf(chart, each);

  test('no words lie on others or run off the picture', () => {
    for (const { height, marks, width } of scenes) {
      const boxes = flat(marks).flatMap((mark) =>
        mark.kind === 'text' && mark.text !== '' ? [boxOf(mark)] : [],
      );
      const faults = boxes.flatMap((box, index) => [
        ...(box.left < -1 || box.right > width + 1 || box.top < -2 || box.bottom > height
          ? [`${box.text} leaves the picture`]
          : []),
        ...boxes.slice(index + 1).flatMap((other) => {
          const apart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          return apart ? [] : [`${box.text} lies on ${other.text}`];
        }),
      ]);
      expect(faults, `at ${width} px`).toEqual([]);
    }
  });

  test('all marks and places are inside the picture', () => {
    for (const { height, marks, stops, width } of scenes) {
      const inside = ([x, y]: readonly [number, number]) =>
        x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1;
      const points = flat(marks).flatMap((mark): (readonly [number, number])[] => {
        switch (mark.kind) {
          case 'rule':
            return [
              [mark.x1, mark.y1],
              [mark.x2, mark.y2],
            ];
          case 'rect':
            return [
              [mark.x, mark.y],
              [mark.x + mark.width, mark.y + mark.height],
            ];
          case 'dot':
          case 'path':
          case 'text':
            return [[mark.x, mark.y]];
          case 'line':
          case 'area':
            return [...mark.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
              ([, x, y]) => [Number(x), Number(y)] as const,
            );
        }
      });
      expect(
        points.filter((point) => !inside(point)),
        `at ${width} px`,
      ).toEqual([]);
      expect(stops.filter(({ x, y }) => !inside([x, y]))).toEqual([]);
    }
  });

  test('words and table have no holes, and no wrong plurals', () => {
    for (const scene of scenes) {
      const { description, hint, stops, subtitle, table, title } = scene;
      const texts = [
        title,
        subtitle,
        hint,
        description,
        ...stops.map(({ text }) => text),
        ...table.head,
        ...table.rows.flat(),
        ...flat(scene.marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/NaN|undefined|Infinity|null|\bin in\b| {2}|,,|\(\)/);
        expect(text).not.toMatch(/(^|[^\d,.])1 (years|rows|postures|futures cost\b|others)/);
      }
      for (const text of [title, subtitle, hint]) expect(text.trim()).not.toBe('');
      for (const row of table.rows) expect(row).toHaveLength(table.head.length);
      expect(toSvgString(scene)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
