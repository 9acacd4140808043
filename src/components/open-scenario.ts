import type { ScenarioOrigin } from './opened-scenario.ts';
import { readOpenedFiles, readScenario, readScenarioText } from './read-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';
import type { OfferedScenario } from './tandem-scenario-bar.ts';

/** The page that a scenario is opened in. */
interface Page {
  readonly offered: readonly OfferedScenario[];
  querySelector(selector: string): Element | null;
}

/**
 * Reads what a person opened; else the scenario that the page gives, as a property before an
 * address before a child. null where there is none.
 */
export function openScenario(
  page: Page,
  { opened, scenario, src }: ScenarioOrigin,
  signal: AbortSignal,
): Promise<ScenarioFiles> | null {
  const addresses = [...page.offered.map((each) => each.src), ...(src === null ? [] : [src])];
  if (opened !== null) return readOpenedFiles(opened, addresses, signal);
  if (scenario !== null) return readScenarioText(JSON.stringify(scenario), signal);
  if (src !== null) return readScenario(src, signal);
  const text = page.querySelector('script[type="application/json"]')?.textContent;
  return text == null ? null : readScenarioText(text, signal);
}
