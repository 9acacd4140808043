import { formatQuantity } from '../present/format-quantity.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { switchingRows } from '../present/switching.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { postureMark, postureRole } from './posture-look.ts';
import type { Mark, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

const most = 6;
const barHeight = 14;
const rowHeight = 96;

/**
 * Where each input would have to stand for another posture to cost least on average: its range as
 * a bar in the colours of who is best there, with the place where it stands now. `best` costs least now.
 */
export function breakEven(
  result: Result,
  values: readonly SwitchingValue[],
  best: string,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const rows = switchingRows(result, values, currency)
    .slice(0, most)
    .flatMap((row) => {
      const value = values.find(({ input }) => input === row.input);
      const unit = result.inputs[row.input]?.unit ?? '';
      return value?.factor == null ? [] : [{ ...row, value, factor: value.factor, unit }];
    });
  const [first] = rows;
  if (first === undefined) return null;
  const now = result.postures.find(({ id }) => id === best)?.label ?? best;
  const indexOf = (id: string | null) => result.postures.findIndex((each) => each.id === id);
  const [left, right] = [12, width - 16];
  const stops: Stop[] = [];
  const groups = rows.map((row, series): Mark => {
    const { base } = row.value;
    // Both places with room around them, from nothing on.
    const end = 1.25 * Math.max(base, base * row.factor);
    const x = (value: number) => Math.round(left + ((right - left) * value) / end);
    const [at, tie] = [x(base), x(base * row.factor)];
    const top = series * rowHeight;
    const y = top + 50;
    const isBelow = row.factor < 1;
    const side = (from: number, to: number, id: string | null): Mark => ({
      kind: 'rect',
      x: from,
      y,
      width: Math.max(1, to - from),
      height: barHeight,
      role: postureRole(indexOf(id)),
    });
    const note = (text: string, place: number): Mark => {
      const half = textWidth(text, 'label') / 2;
      return {
        kind: 'text',
        x: Math.min(width - 4 - half, Math.max(4 + half, place)),
        y: y + barHeight + 16,
        text,
        anchor: 'middle',
        role: 'label',
      };
    };
    stops.push({
      x: Math.min(at, tie),
      y: y + barHeight / 2,
      series,
      text: isBelow
        ? `${row.label} at ${row.changed}: ${row.best} costs least`
        : `${row.label} is ${row.now} now: ${now} costs least`,
    });
    stops.push({
      x: Math.max(at, tie),
      y: y + barHeight / 2,
      series,
      text: isBelow
        ? `${row.label} is ${row.now} now: ${now} costs least`
        : `${row.label} at ${row.changed}: ${row.best} costs least`,
    });
    const brief = `${row.best} at ${row.changed}`;
    const whole = `${brief} (${row.times})`;
    const zero = formatQuantity(0, row.unit, currency);
    return {
      kind: 'group',
      name: row.label,
      marks: [
        {
          kind: 'text',
          x: 12,
          y: top + 16,
          text: fitText(row.label, 'strong', width - 20),
          anchor: 'start',
          role: 'strong',
        },
        postureMark(postureRole(indexOf(row.value.best)), 18, top + 29, 5),
        {
          kind: 'text',
          x: 28,
          y: top + 33,
          text: fitText(
            textWidth(whole, 'label') > width - 36 ? brief : whole,
            'label',
            width - 36,
          ),
          anchor: 'start',
          role: 'label',
        },
        side(left, tie - 2, isBelow ? row.value.best : best),
        side(tie + 2, right, isBelow ? best : row.value.best),
        { kind: 'rule', x1: tie, y1: y - 4, x2: tie, y2: y + barHeight + 4, role: 'zero' },
        { kind: 'path', d: 'M-6,-10L6,-10L0,0Z', x: at, y: y - 1, role: 'strong' },
        note(`now ${row.now}`, at),
        ...(at > left + textWidth(zero, 'label') + textWidth(`now ${row.now}`, 'label') / 2 + 24
          ? [
              {
                kind: 'text',
                x: left,
                y: y + barHeight + 16,
                text: zero,
                anchor: 'start',
                role: 'label',
              } as const,
            ]
          : []),
      ],
    };
  });
  return {
    width,
    height: rows.length * rowHeight,
    title: `${now} costs least until \u201c${first.label}\u201d is ${first.times}; ${rows.length === 1 ? 'no other input alone changes that' : 'no other input has a nearer tie'}`,
    subtitle:
      'From nothing upwards, one input at a time: which posture costs least on average, and where it changes',
    hint: 'The arrow is where the input stands now, the upright line where two postures cost the same. Colours are those of the postures. All values of the input move together.',
    description: rows
      .map((row) => `${row.label} is ${row.now} now; at ${row.changed} ${row.best} costs least.`)
      .join(' '),
    marks: groups,
    stops,
    table: {
      head: ['Input', 'Now', 'The two tie at', 'Change', 'Then costs least'],
      rows: rows.map((row) => [row.label, row.now, row.changed, row.times, row.best]),
    },
  };
}
