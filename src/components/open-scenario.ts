import { readOpenedFiles, readScenario, readScenarioText } from './read-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import type { OfferedScenario } from './tandem-scenario-bar.ts';

/** Where a calculator may have its scenario from. */
export interface ScenarioSources {
  readonly scenario: object | null;
  readonly src: string | null;
  readonly offered: readonly OfferedScenario[];
  querySelector(selector: string): Element | null;
}

/**
 * Reads what a person opened; else the scenario that the page gives, as a property before an
 * address before a child. null where there is none.
 */
export function openScenario(
  sources: ScenarioSources,
  opened: readonly File[] | null,
  signal: AbortSignal,
): Promise<ScenarioFiles> | null {
  const { scenario, src, offered } = sources;
  const addresses = [...offered.map((each) => each.src), ...(src === null ? [] : [src])];
  if (opened !== null) return readOpenedFiles(opened, addresses, signal);
  if (scenario !== null) return readScenarioText(JSON.stringify(scenario), signal);
  if (src !== null) return readScenario(src, signal);
  const text = sources.querySelector('script[type="application/json"]')?.textContent;
  return text == null ? null : readScenarioText(text, signal);
}
