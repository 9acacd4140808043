import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import type { Cell, CellGraph, CellId } from './cells.ts';
import { operandsOf } from './schedule.ts';

/** Between what a value lies in every future, as far as its formula shows. */
export interface CellRange {
  readonly low: number;
  readonly high: number;
}

/** The probability of the most extreme draws of a sampler. */
const smallestTail = 1 / 8589934592;
const anything: CellRange = { low: -Infinity, high: Infinity };
const share: CellRange = { low: 0, high: 1 };

/**
 * Between what a cell lies, by interval arithmetic: never narrower than the truth, and wider where
 * a formula names the same value twice.
 */
export function rangeOf(graph: CellGraph, id: CellId, known: Map<CellId, CellRange>): CellRange {
  // Not by recursion: a sum of ten thousand lines must not exhaust the call stack.
  const stack = [id];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const cell = graph.get(top);
    const missing = known.has(top) ? [] : operandsOf(cell).filter((each) => !known.has(each));
    if (missing.length > 0) stack.push(...missing);
    else {
      stack.pop();
      if (!known.has(top))
        known.set(
          top,
          ofCell(cell, graph, (each) => known.get(each) ?? anything),
        );
    }
  }
  return known.get(id) ?? anything;
}

function ofCell(cell: Cell, graph: CellGraph, of: (id: CellId) => CellRange): CellRange {
  switch (cell.op) {
    case 'constant':
      return { low: cell.value, high: cell.value };
    case 'sample': {
      const spec = graph.samplers[cell.sampler];
      return spec === undefined ? anything : ofDraws(spec);
    }
    case 'of-trial':
      return of(cell.a);
    case 'add':
      return sane(of(cell.a).low + of(cell.b).low, of(cell.a).high + of(cell.b).high);
    case 'subtract':
      return sane(of(cell.a).low - of(cell.b).high, of(cell.a).high - of(cell.b).low);
    case 'multiply':
      return product(of(cell.a), of(cell.b));
    case 'divide': {
      const { high, low } = of(cell.b);
      return low > 0 ? product(of(cell.a), { low: 1 / high, high: 1 / low }) : anything;
    }
    case 'negate':
      return { low: -of(cell.a).high, high: -of(cell.a).low };
    case 'floor':
      return { low: Math.floor(of(cell.a).low), high: of(cell.a).high };
    case 'ceil':
    case 'round':
      return { low: Math.floor(of(cell.a).low), high: Math.ceil(of(cell.a).high) };
    case 'minimum':
      return each(Math.min, of(cell.a), of(cell.b));
    case 'maximum':
      return each(Math.max, of(cell.a), of(cell.b));
    case 'choose':
      return {
        low: Math.min(of(cell.b).low, of(cell.c).low),
        high: Math.max(of(cell.b).high, of(cell.c).high),
      };
    case 'power':
      return of(cell.a).low >= 0 ? { low: 0, high: Infinity } : anything;
    case 'squareRoot':
    case 'logarithm':
      return of(cell.a).low >= (cell.op === 'logarithm' ? 1 : 0)
        ? { low: 0, high: Infinity }
        : anything;
    case 'absolute':
    case 'exponential':
    case 'poisson':
    case 'negative-binomial':
      return { low: 0, high: Infinity };
    case 'event-sum':
      return of(cell.a).low >= 0 ? { low: 0, high: Infinity } : anything;
    case 'less':
    case 'lessOrEqual':
    case 'equal':
    case 'and':
    case 'or':
    case 'not':
    case 'bernoulli':
      return share;
    default:
      return anything;
  }
}

/** What a distribution can give to a draw: as far out as draws go. */
function ofDraws(spec: DistributionSpec): CellRange {
  const distribution = makeDistribution(spec);
  return sane(distribution.quantile(smallestTail), distribution.quantile(smallestTail, true));
}

function product(a: CellRange, b: CellRange): CellRange {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  // What is always nothing times anything is nothing.
  const known = ends.map((end) => (Number.isNaN(end) ? 0 : end));
  return { low: Math.min(...known), high: Math.max(...known) };
}

function each(pick: (a: number, b: number) => number, a: CellRange, b: CellRange): CellRange {
  return { low: pick(a.low, b.low), high: pick(a.high, b.high) };
}

function sane(low: number, high: number): CellRange {
  return Number.isNaN(low) || Number.isNaN(high) ? anything : { low, high };
}
