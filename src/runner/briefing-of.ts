import { briefScenario } from '../schema/brief-scenario.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Prepared } from './prepare.ts';

/** What people need to know of a scenario that is ready to run. */
export function briefingOf({ base, compiled, law, loaded }: Prepared): Briefing {
  const { model, scenario: resolved } = compiled.source;
  return briefScenario({
    model,
    resolved,
    base,
    loaded,
    ...(law === null ? {} : { byLaw: law.fallback }),
  });
}
