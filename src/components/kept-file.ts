import { asKept } from './kept-scenario.ts';
import type { KeptScenario } from './kept-scenario.ts';

/** Everything that is kept, as one file. */
export function keptFile(scenarios: readonly KeptScenario[]): string {
  return `${JSON.stringify({ format: 'tandem-kept-scenarios/1', scenarios }, null, 2)}\n`;
}

/** Reads what `keptFile` wrote, of this or an earlier version. Throws in plain words for anything else. */
export function readKeptFile(text: string): readonly KeptScenario[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('This file is not complete, or no file of kept scenarios.');
  }
  const scenarios: unknown =
    typeof value === 'object' && value !== null && 'scenarios' in value ? value.scenarios : null;
  if (!Array.isArray(scenarios))
    throw new Error(
      'This is no file of kept scenarios. A single scenario is opened with “Open file”.',
    );
  const read = scenarios.map(asKept);
  const found = read.filter((each) => each !== null);
  if (found.length < read.length)
    throw new Error(
      `${read.length - found.length} of ${read.length} scenarios in this file cannot be read; it may be of a newer version of Tandem. None was added.`,
    );
  return found;
}
