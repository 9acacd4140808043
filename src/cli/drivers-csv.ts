import type { ChoiceMap } from '../schema/choice-map.ts';
import type { Decision } from '../schema/decision.ts';
import { csvText } from '../schema/csv-text.ts';
import type { CsvCell } from '../schema/csv-text.ts';

/** One row for each driver and figure. */
export function driversCsv({ drivers, figures }: Decision): string {
  const rows = drivers.flatMap((driver) =>
    figures.map(({ id }): CsvCell[] => [
      driver.id,
      driver.label,
      id,
      driver.shares[id]?.value ?? 0,
      driver.shares[id]?.error ?? 0,
      driver.totals?.[id]?.value ?? null,
      driver.totals?.[id]?.error ?? null,
      driver.swings?.[id]?.low ?? null,
      driver.swings?.[id]?.high ?? null,
      driver.information?.value ?? null,
      driver.information?.error ?? null,
    ]),
  );
  const head = 'driver,label,figure,share,shareError,total,totalError,low,high,worth,worthError';
  return csvText([head.split(','), ...rows]);
}

/** One row for each place of a map and posture. */
export function mapCsv({ axes, best, chances, means, postures }: ChoiceMap): string {
  const [first, second] = axes;
  const rows = best.flatMap((winner, cell) => {
    const width = first?.values.length ?? 1;
    const place = [
      first?.values[cell % width] ?? null,
      ...(second === undefined ? [] : [second.values[Math.floor(cell / width)] ?? null]),
    ];
    return postures.map(({ id }): CsvCell[] => [
      ...place,
      winner,
      id,
      means[id]?.[cell] ?? null,
      chances[id]?.[cell] ?? null,
    ]);
  });
  const names = axes.map(({ input }) => input);
  return csvText([[...names, 'best', 'posture', 'mean', 'chanceOfBest'], ...rows]);
}
