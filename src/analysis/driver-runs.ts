import type { Compiled } from '../language/compile.ts';
import type { Driver } from '../schema/decision.ts';
import type { FigureColumn } from './decision-figures.ts';
import type { Pause } from './decision-run.ts';
import { inputSwing, swingBase } from './swings.ts';
import { streamsOfEvent, streamsOfInput, totalEffects } from './total-effects.ts';

/** Beyond so many inputs only the weightiest are run at their ends. */
const mostSwung = 16;

/** Adds what each input does at its ends: a few short runs for each of the weightiest. */
export async function withSwings(
  { source }: Compiled,
  drivers: readonly Driver[],
  figures: readonly FigureColumn[],
  pause: Pause,
): Promise<readonly Driver[]> {
  const weight = ({ shares }: Driver) =>
    Math.max(0, ...Object.values(shares).map(({ value }) => value));
  const swung = new Set(
    drivers
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, mostSwung)
      .map(({ name }) => name),
  );
  const base = await swingBase(source, figures, pause);
  const result: Driver[] = [];
  for (const driver of drivers) {
    if (!swung.has(driver.name)) {
      result.push({ ...driver, levels: [], means: {} });
      continue;
    }
    const found = await inputSwing(base, driver.name, pause);
    result.push({ ...driver, swings: found?.swings ?? null, ties: found?.ties.slice() ?? null });
  }
  return result;
}

/** Adds total effects: a short run for each driver. */
export async function withTotals(
  { source }: Compiled,
  drivers: readonly Driver[],
  pause: Pause,
): Promise<Driver[]> {
  const effects = await totalEffects(source, pause);
  const correlated = new Set(source.scenario.correlations.flatMap(([a, b]) => [a, b]));
  const result: Driver[] = [];
  for (const driver of drivers) {
    const { id, kind, name } = driver;
    const input = kind === 'severity' ? id.slice(id.indexOf('.') + 1) : null;
    // What is correlated cannot be drawn again alone.
    const totals =
      kind === 'input'
        ? correlated.has(name)
          ? null
          : await effects.of(streamsOfInput(name))
        : await effects.of(streamsOfEvent(name, input));
    result.push({ ...driver, totals });
  }
  return result;
}
