import { formatPercent } from '../present/format-share.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ChoiceMap, ChoiceMapAxis } from '../schema/choice-map.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

const valueOf = ({ unit }: ChoiceMapAxis, value: number) =>
  formatQuantity(value, unit, hongKongDollars);

/** A map in letters: chances along one input, or who is best over two. */
export function mapTable(map: ChoiceMap, styled: boolean): string {
  const [first, second] = map.axes;
  if (first === undefined) return '';
  const now = map.axes.map((axis) => `${axis.label} is ${valueOf(axis, axis.now)} now`).join('; ');
  const title = strong(
    wrapped(`Which posture is best by ${map.axes.map(({ label }) => label).join(' and ')}`),
    styled,
  );
  const body = second === undefined ? alongOne(map, first) : overTwo(map, first, second);
  const notes = [
    `${now}. Everything else is as it is, with the same luck everywhere (${map.trials} futures a place).`,
    ...(second === undefined
      ? []
      : ['~ not told apart by so few futures; - the model says that it makes no sense.']),
  ];
  return `${title}\n\n${textTable(body, styled)}\n${notes.map((note) => wrapped(note)).join('\n')}\n`;
}

function alongOne(map: ChoiceMap, axis: ChoiceMapAxis): Row[] {
  const label = (id: string | null | undefined) =>
    map.postures.find((posture) => posture.id === id)?.label ?? '-';
  return [
    {
      kind: 'heading',
      text: `Chance of being best at ${axis.label}`,
      cells: [...map.postures.map((posture) => posture.label), 'Best on average'],
    },
    ...axis.values.map((value, cell): Row => ({
      kind: 'row',
      label: valueOf(axis, value),
      cells: [
        ...map.postures.map(({ id }) => formatPercent(map.chances[id]?.[cell] ?? 0)),
        label(map.best[cell]),
      ],
    })),
  ];
}

function overTwo(map: ChoiceMap, first: ChoiceMapAxis, second: ChoiceMapAxis): Row[] {
  const letter = (cell: number) => {
    const index = map.postures.findIndex(({ id }) => id === map.best[cell]);
    if (index < 0) return '-';
    const unsure = (map.leads[cell] ?? 0) < 2 * (map.leadErrors[cell] ?? 0);
    return `${String.fromCharCode(65 + index)}${unsure ? '~' : ''}`;
  };
  const rows = second.values.map((value, row) => ({ value, row })).toReversed();
  return [
    {
      kind: 'heading',
      text: `${second.label}, upwards`,
      cells: first.values.map((value) => valueOf(first, value)),
    },
    ...rows.map(({ row, value }): Row => ({
      kind: 'row',
      label: valueOf(second, value),
      cells: first.values.map((_, column) => letter(row * first.values.length + column)),
    })),
    { kind: 'gap' },
    ...map.postures.map(({ label }, index): Row => ({
      kind: 'row',
      label: `${String.fromCharCode(65 + index)}: ${label}`,
      cells: [],
    })),
  ];
}
