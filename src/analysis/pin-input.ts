import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { ProgramSource } from '../language/program-source.ts';
import type { CellValue, ResolvedInput, ResolvedScenario } from '../schema/resolved.ts';

/** A value of an input in the unit of its model: HK$ for money. */
export function meanOfCell(cell: CellValue): number {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? NaN : makeDistribution(cell.spec).mean;
}

/** An input with its cells made anew, also those that it has once changes of the law count. */
export function withCells(
  { later, ...input }: ResolvedInput,
  make: (cells: ResolvedInput['cells']) => ResolvedInput['cells'],
): ResolvedInput {
  return {
    ...input,
    cells: make(input.cells),
    ...(later === undefined
      ? {}
      : { later: later.map(({ cells, changes }) => ({ changes, cells: make(cells) })) }),
  };
}

/** An input as it is when its uncertainty turns out at a percentile: fixed. */
export function pinnedAt(input: ResolvedInput, probability: number): ResolvedInput {
  const pin = (cell: CellValue): CellValue =>
    cell.kind === 'distribution'
      ? { kind: 'number', value: makeDistribution(cell.spec).quantile(probability) }
      : cell;
  return {
    ...withCells(input, (cells) => cells.map((row) => row.map(pin))),
    times: input.times === null ? null : pin(input.times),
  };
}

/** The value of an input that is told where it stands at a percentile: that of its largest posture and year. */
export function valueAt({ later: _later, ...input }: ResolvedInput, probability: number): number {
  const uncertain = input.cells.flat().filter((cell) => cell.kind === 'distribution');
  const told = uncertain.length > 0 ? uncertain : input.cells.flat();
  const sizes = told.map((cell) => Math.abs(meanOfCell(cell)));
  const largest = told[sizes.indexOf(Math.max(...sizes))];
  if (largest === undefined) return NaN;
  const { cells, times } = pinnedAt({ ...input, cells: [[largest]] }, probability);
  const shared = times?.kind === 'number' ? times.value : 1;
  const cell = cells[0]?.[0];
  return (cell?.kind === 'number' ? cell.value : NaN) * shared * input.currencyFactor;
}

/**
 * The same model and scenario with some inputs changed; names, units and formulas stay. Changed
 * figures restate no claims.
 */
export function withInputs(
  source: ProgramSource,
  inputs: Readonly<Record<string, ResolvedInput>>,
): ProgramSource {
  const scenario: ResolvedScenario = {
    ...source.scenario,
    inputs: { ...source.scenario.inputs, ...inputs },
    restates: Object.keys(inputs).length === 0 ? source.scenario.restates : [],
  };
  return { ...source, scenario };
}

/** What an input is on average, of its largest posture and year; NaN for a word. */
export function meanOfInput({ cells, currencyFactor, times }: ResolvedInput): number {
  const shared = times === null ? 1 : meanOfCell(times);
  return shared * Math.max(...cells.flat().map(meanOfCell)) * currencyFactor;
}

/**
 * An input known to be a value: all postures and years in proportion to their means, or all alike
 * where the input is nothing now. What is drawn for each event stays uncertain around its new mean.
 */
export function knownAt(input: ResolvedInput, value: number, perEvent: boolean): ResolvedInput {
  const now = meanOfInput(input);
  if (now === 0) {
    const cell: CellValue = { kind: 'number', value: value / input.currencyFactor };
    const same = withCells(input, (cells) => cells.map((row) => row.map(() => cell)));
    return { ...same, times: null };
  }
  const factor = value / now;
  const shared = input.times === null ? 1 : meanOfCell(input.times);
  const known = (cell: CellValue): CellValue =>
    cell.kind === 'text' || (perEvent && cell.kind === 'distribution')
      ? cell
      : { kind: 'number', value: meanOfCell(cell) };
  return {
    ...withCells(input, (cells) => cells.map((row) => row.map(known))),
    times: { kind: 'number', value: shared * factor },
  };
}
