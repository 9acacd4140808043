import { checkTails } from './check-tails.ts';
import { statedBounds } from './distribution-bounds.ts';
import type { StatedBounds } from './distribution-bounds.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ModelInput } from './model.ts';
import type { CellValue } from './resolved.ts';

/** Tells of a cell that cannot be (a probability above 1, a rate below 0) or that is hardly meant. */
export function checkRange(
  cell: CellValue,
  times: CellValue | null,
  pointer: string,
  {
    name,
    input,
    factor,
    issues,
  }: { name: string; input: ModelInput; factor: number; issues: IssueCollector },
): void {
  const { range } = input;
  const own = boundsOf(cell);
  if (range === undefined || own === null) return;
  const reach = scaled(scaled(own, (times && boundsOf(times)) ?? one), {
    low: factor,
    high: factor,
  });
  const [lowest, highest] = range;
  if (lowest > highest) return;
  if (checkTails(cell, times, pointer, { name, input, issues })) return;
  if (reach.low >= lowest && reach.high <= highest) return;

  const what =
    cell.kind === 'number' && (times === null || times.kind === 'number')
      ? `${name} is ${show(reach.low)}`
      : `${name} reaches ${show(reach.low < lowest ? reach.low : reach.high)}`;
  if (isShare(input)) {
    const advice = times === null ? percent(reach, 2) : '';
    issues.error('share', pointer, `${what}; a share lies between 0 and 1${advice}`);
    return;
  }
  if (isPartOfOne(input) && (reach.high > 1 || reach.low < -1)) {
    const message = `${what}, which is ${grouped(100 * (reach.high > 1 ? reach.high : reach.low))} %${percent(reach, 1)}`;
    issues.error('share', pointer, message);
    return;
  }
  if (isRate(input) && reach.low < 0) {
    issues.error('rate', pointer, `${what}; a rate cannot be below 0`);
    return;
  }
  const amount = (value: number) => inWords(value, input.unit ?? '');
  const verb = what.startsWith(`${name} is`) ? 'is' : 'reaches';
  const far = amount(reach.low < lowest ? reach.low : reach.high);
  issues.warning(
    'unusual',
    pointer,
    `${input.label} (${name}) ${verb} ${far}; usual are ${amount(lowest)} to ${amount(highest)}`,
  );
}

/** A value with its unit as people write both: HK$55,897,800 a year. */
function inWords(value: number, unit: string): string {
  const [of = '', ...per] = unit.split('/').map((word) => word.trim());
  const rate = per.map((word) => ` a ${word}`).join('');
  if (of === 'share') return `${grouped(100 * value)} %${rate}`;
  if (of === 'HKD') return `${value < 0 ? '-' : ''}HK$${grouped(Math.abs(value))}${rate}`;
  return `${grouped(value)}${/^(1|number|index|ratio|)$/.test(of) ? '' : ` ${of}`}${rate}`;
}

function grouped(value: number): string {
  const [whole = '', ...rest] = show(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

const one: StatedBounds = { low: 1, high: 1 };

function isShare({ unit, range }: ModelInput): boolean {
  return unit === 'share' && range !== undefined && range[0] === 0 && range[1] === 1;
}

/** A part of a whole that is usually below 1 and may be negative, such as inflation. */
function isPartOfOne({ unit, range }: ModelInput): boolean {
  return unit === 'share' && range !== undefined && range[1] <= 1;
}

function isRate({ unit, range }: ModelInput): boolean {
  return unit === '1/year' && range !== undefined && range[0] >= 0;
}

function boundsOf(cell: CellValue): StatedBounds | null {
  if (cell.kind === 'text') return null;
  return cell.kind === 'number' ? { low: cell.value, high: cell.value } : statedBounds(cell.spec);
}

function scaled(a: StatedBounds, b: StatedBounds): StatedBounds {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** What was meant where a percentage of at least so many is written as a number: 27 % is 0.27. */
function percent({ low, high }: StatedBounds, least: number): string {
  const far = Math.abs(low) > Math.abs(high) ? low : high;
  const size = Math.abs(far);
  return size >= least && size <= 100 ? `, so ${show(far)} % is ${show(far / 100)}` : '';
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
