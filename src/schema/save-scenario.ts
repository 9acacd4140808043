import type { LoadedScenario } from './load-scenario.ts';

/**
 * A scenario as the text of one file that stands alone: what it extends and what was changed are
 * written out. Comments are lost; values, sources and notes are not.
 */
export function scenarioText({ scenario }: LoadedScenario): string {
  const { extends: _extends, $schema = './scenario.schema.json', ...rest } = scenario;
  const says = Object.entries(rest).filter(
    ([, part]) => typeof part !== 'object' || Object.keys(part).length > 0,
  );
  return `${JSON.stringify({ $schema, ...Object.fromEntries(says) }, null, 2)}\n`;
}
