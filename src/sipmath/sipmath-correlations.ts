import { pearsonToSpearman } from '../numeric/cholesky.ts';
import type { IssueCollector } from '../schema/issue-collector.ts';
import type { ReadSip, SipmathLibrary } from '../schema/sipmath.ts';
import { rankCorrelation } from './rank-correlation.ts';
import type { SipPart } from './sipmath-assemble.ts';
import { readCopulas } from './sipmath-copula.ts';
import { randomKeys, streamReader } from './sipmath-streams.ts';
import type { SipStream } from './sipmath-streams.ts';

export type Correlation = readonly [string, string, number];

/** An input that a library gives, with its variables. */
export interface TakenInput {
  readonly input: string;
  readonly parts: readonly SipPart[];
  /** Drawn anew at each event, so that it can go with nothing. */
  readonly perEvent: boolean;
}

/** Digits of a correlation that a sample or a matrix can mean. */
const digits = 1e4;
/** Parts of an input whose correlations with another differ by less have one, as far as trials tell. */
const alike = 0.02;

/**
 * Rank correlations between inputs that a library joins by a copula, by the same random numbers, or
 * by trials that go together. What goes together in another way is refused: read as independent it
 * would give a wrong spread, and nobody would see it.
 */
export function readCorrelations(
  library: SipmathLibrary,
  taken: readonly TakenInput[],
  issues: IssueCollector,
): readonly Correlation[] {
  const streamOf = streamReader(library, readCopulas(library, issues), issues);
  const keys = randomKeys(library);
  const drawn = taken.map(({ input, parts, perEvent }) => ({
    input,
    perEvent,
    parts: parts.flatMap((part) => {
      const stream = streamOf(part);
      return stream === null ? [] : [{ ...part, stream }];
    }),
  }));
  const link = (one: DrawnPart, other: DrawnPart) => linkOf(one, other, keys);
  for (const { parts } of drawn) warnOfParts(parts, link, issues);
  const found: Correlation[] = [];
  for (const [index, one] of drawn.entries()) {
    for (const other of drawn.slice(index + 1)) {
      const rank = jointRank(one, other, link, issues);
      const [first = '', second = ''] = [one.input, other.input].toSorted();
      const rounded = Math.round(rank * digits) / digits;
      if (rounded !== 0) found.push([first, second, rounded]);
    }
  }
  return found;
}

interface DrawnPart extends SipPart {
  readonly stream: SipStream;
}
interface DrawnInput {
  readonly input: string;
  readonly perEvent: boolean;
  readonly parts: readonly DrawnPart[];
}
/** A rank correlation, or in which way two variables go together that is not one. */
type Link = number | { readonly problem: string };

function jointRank(
  one: DrawnInput,
  other: DrawnInput,
  link: (one: DrawnPart, other: DrawnPart) => Link,
  issues: IssueCollector,
): number {
  const ranks: number[] = [];
  const refuse = ({ pointer }: DrawnPart, problem: string) => {
    issues.error(
      'sipmath-together',
      pointer,
      `${one.input} and ${other.input} go together in a way that a scenario cannot say: ${problem}`,
    );
    return 0;
  };
  for (const a of one.parts) {
    for (const b of other.parts) {
      const found = link(a, b);
      if (typeof found !== 'number') return refuse(a, found.problem);
      const beside = [
        [a, one],
        [b, other],
      ] as const;
      // A multiplier beside a value that is uncertain itself is drawn apart from all else.
      if (beside.some(([{ times }, { parts }]) => times && parts.some((each) => !each.times))) {
        if (Math.abs(found) > alike)
          return refuse(a, 'a multiplier goes with nothing where its value is uncertain too');
        continue;
      }
      ranks.push(found);
    }
  }
  const [first] = [one.parts[0], other.parts[0]];
  if (first === undefined || ranks.length === 0) return 0;
  const [low, high] = [Math.min(...ranks), Math.max(...ranks)];
  if (high - low > alike)
    return refuse(
      first,
      `parts of one are correlated with the other by ${low.toFixed(2)} to ${high.toFixed(2)}, but all parts of an input move together`,
    );
  const event = [one, other].find(({ perEvent }) => perEvent);
  if (event !== undefined && Math.max(-low, high) > alike)
    return refuse(first, `${event.input} is drawn anew at each event`);
  return event === undefined ? (ranks[0] ?? 0) : 0;
}

function linkOf(one: DrawnPart, other: DrawnPart, keys: ReturnType<typeof randomKeys>): Link {
  const [a, b] = [one.stream, other.stream];
  if (a.kind === 'row' && b.kind === 'row') {
    if (a.copula === b.copula) {
      const pearson = a.copula.between(a.row, b.row);
      if (pearson === 0) return 0;
      return rises(one.sip) && rises(other.sip)
        ? pearsonToSpearman(pearson)
        : { problem: unordered };
    }
    const shared = new Set(a.copula.rng.map((name) => keys.get(name)?.key ?? name));
    return b.copula.rng.some((name) => shared.has(keys.get(name)?.key ?? name))
      ? { problem: 'two copulas are made of the same random numbers' }
      : 0;
  }
  if (a.kind === 'row' || b.kind === 'row') {
    const [row, plain] = a.kind === 'row' ? [a, b] : [b, a];
    if (row.kind !== 'row' || plain.kind !== 'random') return 0;
    return row.copula.rng.some((name) => keys.get(name)?.key === plain.key)
      ? { problem: 'one is drawn from random numbers that the copula of the other is made of' }
      : 0;
  }
  if (a.kind !== b.kind || a.key !== b.key) return 0;
  const [x, y] = [trialsOf(one.sip), trialsOf(other.sip)];
  if (x !== null && y !== null)
    return x.length === y.length
      ? rankCorrelation(x, y)
      : {
          problem: `one has ${x.length} trials and the other ${y.length}, though they are counted together; give both the same number`,
        };
  return rises(one.sip) && rises(other.sip) ? 1 : { problem: unordered };
}

const unordered =
  'the values of one are in no order, so that how they follow its random numbers is no correlation';

/** Says so where a library draws parts of one input apart, or in another order. */
function warnOfParts(
  parts: readonly DrawnPart[],
  link: (one: DrawnPart, other: DrawnPart) => Link,
  issues: IssueCollector,
): void {
  const [first, ...others] = parts.filter(({ times }) => !times);
  if (first === undefined) return;
  const apart = others.find((each) => {
    const found = link(first, each);
    return typeof found !== 'number' || found < 1 - alike;
  });
  if (apart !== undefined)
    issues.warning(
      'sipmath-apart',
      apart.pointer,
      `the library draws ${apart.sip.name} and ${first.sip.name} apart; here all parts of an input move together`,
    );
}

/** Whether a variable rises with the random number that it is drawn by. */
function rises(sip: ReadSip): boolean {
  if (sip.function === 'Metalog_1_0') return true;
  const { value } = sip.arguments as { readonly value?: unknown };
  if (!Array.isArray(value)) return false;
  const isTable = sip.function === 'Lookup_Table';
  const values = value.map((each: unknown) =>
    isTable && Array.isArray(each) ? (each[1] as unknown) : each,
  );
  return values.every((each, index) => index === 0 || Number(values[index - 1]) <= Number(each));
}

function trialsOf({ arguments: given, function: called }: ReadSip): readonly number[] | null {
  const { value } = given as { readonly value?: unknown };
  return called === 'SIP_Array' && Array.isArray(value) ? (value as number[]) : null;
}
