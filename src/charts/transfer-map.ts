import { inSentence } from '../present/law-in-words.ts';
import { lawName } from '../present/lawfulness-in-words.ts';
import type { LawFlow, LawResult } from '../schema/law-result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import type { Mark, Role, Scene, Stop } from './scene.ts';
import { borders, columnsOf, headMarks, line, margin } from './transfer-map-places.ts';
import type { PlaceColumn, RegionOf } from './transfer-map-places.ts';
import { wrapText } from './wrap-text.ts';

/** Room between one step of a flow and the next, and around them. */
const stepHeight = 14;
const gap = 22;
const mostRows = 100;

type Status = LawFlow['mechanism']['status'];

/** Colour is the second sign: each flow says in words what it needs. */
const looks: Readonly<Record<Status, Role>> = {
  needed: 'category-6',
  none: 'less',
  unsettled: 'category-8',
  'not known': 'category-8',
};

/**
 * Where data goes: places side by side, those of one region together and a line between regions;
 * flows one under the other, each with its steps from place to place and with what its transfer
 * needs. null where there is no flow.
 */
export function transferMap(
  law: LawResult,
  regionOf: RegionOf,
  { width }: ChartSize,
): Scene | null {
  const flows = law.flows.filter(({ exists }) => exists !== false);
  if (flows.length === 0) return null;
  const shown = flows.slice(0, mostRows);
  const { columnOf, columns } = columnsOf(shown, regionOf, width);
  const head = headMarks(columns, width);
  const rows: Mark[] = [];
  const stops: Stop[] = [];
  let top = head.bottom + 10;
  for (const [series, flow] of shown.entries()) {
    const role = looks[statusOf(flow)];
    const words = wrapText(
      `${verdictOf(law, flow)}${crossings(law, flow)}`,
      'label',
      width - 2 * margin,
    ).slice(0, 3);
    const texts: Mark[] = [
      text(fitText(flow.name, 'strong', width - 2 * margin), 'strong', top + line - 4),
      ...words.map((each, index) =>
        text(fitText(each, 'label', width - 2 * margin), 'label', top + (index + 2) * line - 4),
      ),
    ];
    const first = top + (words.length + 1) * line + 12;
    const way = flow.path.map((place) => columnOf(place));
    rows.push({ kind: 'group', name: flow.name, marks: [...texts, ...wayMarks(way, first, role)] });
    const steps = Math.max(1, way.length - 1);
    stops.push({
      x: Math.round(way.at(-1)?.x ?? margin),
      y: first + (steps - 1) * stepHeight,
      series,
      text: `${flow.name}: ${wayInWords(flow)}. ${verdictOf(law, flow)}${crossings(law, flow)}`,
    });
    top = first + (steps - 1) * stepHeight + gap;
  }
  const left = flows.length - shown.length;
  const more: Mark[] =
    left === 0 ? [] : [text(`and ${left} more, which the register lists`, 'label', top + line - 4)];
  const bottom = top + (left === 0 ? 0 : line + 6);
  return {
    width,
    height: bottom,
    title: titleOf(flows),
    subtitle: 'Where personal data goes: places side by side, and each flow from place to place',
    hint: 'A dot is where a flow begins, an arrow a step to the next place; a ring stays where it is; the upright lines are borders. The words say what the transfer needs; blue needs nothing, brown a mechanism, grey is not known or not settled.',
    description: flows
      .map((flow) => `${flow.name}: ${wayInWords(flow)}; ${verdictOf(law, flow)}.`)
      .join(' '),
    marks: [
      {
        kind: 'group',
        name: 'places',
        marks: [
          ...borders(columns).map((x): Mark => ({
            kind: 'rule',
            x1: x,
            y1: head.top,
            x2: x,
            y2: bottom,
            role: 'axis',
          })),
          ...columns.map(({ x }): Mark => ({
            kind: 'rule',
            x1: Math.round(x),
            y1: head.bottom + 4,
            x2: Math.round(x),
            y2: bottom,
            role: 'grid',
          })),
          ...head.marks,
        ],
      },
      { kind: 'group', name: 'flows', marks: [...rows, ...more] },
    ],
    stops,
    table: {
      head: ['Flow', 'Way', 'Crosses a border', 'What it needs', 'Rule'],
      rows: flows.map((flow) => [
        flow.name,
        wayInWords(flow),
        flow.crossBorder ? 'yes' : 'no',
        verdictOf(law, flow),
        flow.mechanisms.flatMap(({ rule }) => (rule === '' ? [] : [rule])).join(', '),
      ]),
    },
  };
}

function text(words: string, role: Role, y: number): Mark {
  return { kind: 'text', x: margin, y, text: words, anchor: 'start', role };
}

function titleOf(flows: readonly LawFlow[]): string {
  const count = (...statuses: readonly Status[]) =>
    flows.filter((flow) => statuses.includes(statusOf(flow))).length;
  const needed = count('needed');
  const open = count('unsettled', 'not known');
  const of =
    flows.length === 1
      ? 'The one flow'
      : `Of ${flows.length} flows, ${needed === 0 ? 'none' : needed}`;
  const verb =
    flows.length === 1
      ? needed === 1
        ? 'needs'
        : open === 1
          ? 'may need'
          : 'needs no'
      : needed < 2
        ? 'needs'
        : 'need';
  const a = verb === 'needs no' ? '' : 'a ';
  const rest =
    open === 0 || flows.length === 1 ? '' : `; of ${open} it is not known or not settled`;
  return `${of} ${verb} ${a}transfer mechanism${rest}`;
}

/** What matters most of what the laws ask: one that needs something, then what is not known. */
function statusOf({ mechanisms }: LawFlow): Status {
  const asked = mechanisms.map(({ status }) => status);
  const order: readonly Status[] = ['needed', 'unsettled', 'not known'];
  return order.find((status) => asked.includes(status)) ?? 'none';
}

/** What each law asks of the transfer; of several, those that do not apply are left out. */
function verdictOf(law: LawResult, flow: LawFlow): string {
  const { exists, mechanisms, regimes } = flow;
  const touching = mechanisms.filter(
    ({ regime }) => regimes.find((each) => each.regime === regime)?.applies !== false,
  );
  const told = touching.length === 0 ? mechanisms : touching;
  const words = told
    .map((each) => {
      const own = mechanismInWords(law, each);
      return mechanisms.length < 2 ? own : `${lawName(law, each.regime)}: ${own}`;
    })
    .join('; ');
  if (words === '') return 'No law that was asked has a mechanism of transfer';
  return exists === null ? `If there is such a flow: ${words}` : words;
}

function mechanismInWords(law: LawResult, mechanism: LawFlow['mechanisms'][number]): string {
  const { alternatives, label, rule, status } = mechanism;
  if (status === 'not known')
    return 'Not known whether it needs a mechanism: answer the open questions';
  const or = alternatives.length === 0 ? '' : ` or ${alternatives.map(inSentence).join(' or ')}`;
  const article = law.rules[rule]?.article ?? '';
  return `${status === 'needed' ? 'Needs: ' : ''}${label}${or}${article === '' ? '' : ` (${article})`}`;
}

function wayInWords({ path }: LawFlow): string {
  return path.every((place) => place === path[0])
    ? `stays in ${path[0] ?? 'a place that is not known'}`
    : path.join(' \u2192 ');
}

/** Which borders a flow crosses for certain, in the words of the law's own facts. */
function crossings(law: LawResult, { facts }: LawFlow): string {
  const labels = Object.entries(facts).flatMap(([name, value]) =>
    value === true && name.startsWith('leaves') ? (law.names[name]?.label ?? []) : [],
  );
  return labels.length === 0
    ? ''
    : `. ${labels.map((label, index) => (index === 0 ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`)).join(', ')}`;
}

/** The steps of a flow, each at a height of its own, so that a way back does not hide the way there. */
function wayMarks(way: readonly PlaceColumn[], top: number, role: Role): readonly Mark[] {
  const [start] = way;
  if (start === undefined) return [];
  const x = (column: PlaceColumn) => Math.round(column.x);
  const steps = way.slice(1).map((to, index) => ({ from: way[index] ?? to, to }));
  if (steps.every(({ from, to }) => from.x === to.x))
    return [{ kind: 'path', x: x(start), y: top, d: ring, role }];
  return [
    { kind: 'dot', x: x(start), y: top, radius: 4, role },
    ...steps.flatMap(({ from, to }, index): Mark[] => {
      const y = top + index * stepHeight;
      if (from.x === to.x) return [{ kind: 'path', x: x(to), y, d: ring, role }];
      const forwards = to.x > from.x;
      const [low, high] = forwards ? [x(from), x(to)] : [x(to), x(from)];
      return [
        ...(index === 0 ? [] : [rect(x(from) - 1, y - stepHeight, 2, stepHeight + 1, role)]),
        rect(low, y - 1, high - low, 2, role),
        { kind: 'path', x: x(to), y, d: forwards ? headRight : headLeft, role },
      ];
    }),
  ];
}

function rect(x: number, y: number, width: number, height: number, role: Role): Mark {
  return { kind: 'rect', x, y, width, height, role };
}

const headRight = 'M0,0L-9,-5L-9,5Z';
const headLeft = 'M0,0L9,-5L9,5Z';
/** Two circles, the inner one the other way round, so that it is left empty. */
const ring = 'M-6,0A6,6,0,1,1,6,0A6,6,0,1,1,-6,0ZM-3,0A3,3,0,1,0,3,0A3,3,0,1,0,-3,0Z';
