import { briefScenario } from '../../src/schema/brief-scenario.ts';
import type { Briefing } from '../../src/schema/briefing.ts';
import { preparePublished } from './published-run.ts';

/** What people need to know of the published scenario in order to change it. */
export function publishedBriefing(): Briefing {
  const { base, compiled, loaded } = preparePublished({ trials: 1024 });
  const { model, scenario: resolved } = compiled.source;
  return briefScenario({ model, resolved, base, loaded });
}
