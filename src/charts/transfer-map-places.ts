import type { LawFlow } from '../schema/law-result.ts';
import { fitText } from './fit-text.ts';
import type { Mark } from './scene.ts';
import { wrapText } from './wrap-text.ts';

/** Room around a map, and the height of a line of its words. */
export const margin = 16;
export const line = 17;
/** A place needs so much room at least; narrower, places share a column. */
const narrowest = 26;
/** From so much room on a place has its name above its column, else a number. */
const named = 76;

/** The part of the world that a place lies in, by its label; null where no law speaks of it. */
export type RegionOf = (place: string) => string | null;

/** A place of a map: the node at the head of a column. */
export interface PlaceColumn {
  readonly label: string;
  /** null where the place is a region by itself. */
  readonly region: string | null;
  readonly x: number;
}

/** Places in the order in which flows come to them, as many as there is room for. */
export function columnsOf(
  flows: readonly LawFlow[],
  regionOf: RegionOf,
  width: number,
): { readonly columns: readonly PlaceColumn[]; readonly columnOf: (place: string) => PlaceColumn } {
  const places = [...new Set(flows.flatMap(({ path }) => path))];
  const most = Math.max(2, Math.floor((width - 2 * margin) / narrowest));
  const uses = (place: string) => flows.filter(({ path }) => path.includes(place)).length;
  const kept =
    places.length <= most
      ? places
      : places
          .toSorted((a, b) => uses(b) - uses(a))
          .slice(0, most - 1)
          .toSorted((a, b) => places.indexOf(a) - places.indexOf(b));
  const homes = [...new Set(kept.map((place) => regionOf(place) ?? place))];
  const grouped = homes.flatMap((home) =>
    kept.filter((place) => (regionOf(place) ?? place) === home),
  );
  const labels = kept.length < places.length ? [...grouped, 'Other places'] : grouped;
  const room = (width - 2 * margin) / labels.length;
  const columns = labels.map((label, index) => ({
    label,
    region: regionOf(label),
    x: margin + room * (index + 0.5),
  }));
  const other: PlaceColumn = columns.at(-1) ?? { label: '', region: null, x: margin };
  return { columns, columnOf: (place) => columns.find(({ label }) => label === place) ?? other };
}

/** Where one region ends and the next begins. */
export function borders(columns: readonly PlaceColumn[]): readonly number[] {
  return columns.flatMap((column, index) => {
    const next = columns[index + 1];
    const isBorder = next !== undefined && !isTogether(column, next);
    return isBorder ? [Math.round((column.x + next.x) / 2)] : [];
  });
}

function isTogether(one: PlaceColumn, other: PlaceColumn): boolean {
  return one.region !== null && one.region === other.region;
}

/** The names of the regions above their places, where they are other names than those. */
function regionMarks(columns: readonly PlaceColumn[], room: number, top: number): readonly Mark[] {
  const groups: PlaceColumn[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && isTogether(before, column)) last.push(column);
    else groups.push([column]);
  }
  return groups.flatMap((group): Mark[] => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined || first.region === null) return [];
    if (group.length === 1 && first.label === first.region) return [];
    const name = `${first.region.slice(0, 1).toUpperCase()}${first.region.slice(1)}`;
    return [
      {
        kind: 'text',
        x: Math.round((first.x + last.x) / 2),
        y: top + line - 4,
        text: fitText(name, 'strong', group.length * room - 8),
        anchor: 'middle',
        role: 'strong',
      },
    ];
  });
}

/** The places as nodes: by their names where there is room, else by numbers that are told above. */
export function headMarks(
  columns: readonly PlaceColumn[],
  width: number,
): { readonly marks: readonly Mark[]; readonly top: number; readonly bottom: number } {
  const room = (width - 2 * margin) / columns.length;
  const isNamed = room >= named;
  const legend = isNamed
    ? []
    : wrapText(
        columns
          .map(({ label }, index) => `${index + 1}\u00a0${label.replaceAll(' ', '\u00a0')}`)
          .join(', '),
        'label',
        width - 2 * margin,
      );
  const top = legend.length * line + (legend.length === 0 ? 0 : 6);
  const regions = regionMarks(columns, room, top);
  const below = top + (regions.length === 0 ? 0 : line);
  const names = columns.map(({ label }, index) =>
    isNamed
      ? wrapText(label, 'label', room - 8)
          .slice(0, 3)
          .map((each) => fitText(each, 'label', room - 8))
      : [String(index + 1)],
  );
  const lines = Math.max(...names.map(({ length }) => length));
  const bottom = below + lines * line + 12;
  const nodes = columns.flatMap(({ x }, index): Mark[] => {
    const own = names[index] ?? [];
    return [
      ...own.map((each, place): Mark => ({
        kind: 'text',
        x: Math.round(x),
        y: below + (lines - own.length + place + 1) * line - 4,
        text: each,
        anchor: 'middle',
        role: 'label',
      })),
      {
        kind: 'rect',
        x: Math.round(x) - 5,
        y: bottom - 10,
        width: 10,
        height: 10,
        role: 'total',
      },
    ];
  });
  return {
    marks: [
      ...legend.map(
        (each, index) =>
          ({
            kind: 'text',
            x: margin,
            y: (index + 1) * line - 4,
            text: fitText(each, 'label', width - 2 * margin),
            anchor: 'start',
            role: 'label',
          }) satisfies Mark,
      ),
      ...regions,
      ...nodes,
    ],
    top,
    bottom,
  };
}
