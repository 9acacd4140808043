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
  if (reach.low >= lowest && reach.high <= highest) return;

  const what =
    cell.kind === 'number' && (times === null || times.kind === 'number')
      ? `${name} is ${show(reach.low)}`
      : `${name} reaches ${show(reach.low < lowest ? reach.low : reach.high)}`;
  const loose = cell.kind === 'distribution' && cell.spec.dist === 'normal' && times === null;
  if (isShare(input)) {
    const advice = loose ? '; add "min": 0 and "max": 1, or a smaller sd' : '';
    const message = `${what}; a share lies between 0 and 1${times === null ? percent(reach.high, cell) : ''}${advice}`;
    if (loose && reach.high > 0 && reach.low < 1) issues.warning('share', pointer, message);
    else issues.error('share', pointer, message);
    return;
  }
  if (input.unit === '1/year' && lowest >= 0 && reach.low < 0) {
    const advice = loose ? '; add "min": 0, or a smaller sd' : '';
    const message = `${what}; a rate cannot be below 0${advice}`;
    if (loose && reach.high > 0) issues.warning('rate', pointer, message);
    else issues.error('rate', pointer, message);
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

function boundsOf(cell: CellValue): StatedBounds | null {
  if (cell.kind === 'text') return null;
  return cell.kind === 'number' ? { low: cell.value, high: cell.value } : statedBounds(cell.spec);
}

function scaled(a: StatedBounds, b: StatedBounds): StatedBounds {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function percent(high: number, cell: CellValue): string {
  return cell.kind === 'number' && high >= 2 && high <= 100
    ? `, so ${show(high)} % is ${show(high / 100)}`
    : '';
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
