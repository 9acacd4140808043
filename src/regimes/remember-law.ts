import type { ApplyLaw } from './apply-law.ts';

/**
 * Asks the law anew only when something changes that it looks at: of the inputs that is which ones
 * the scenario gives, not their values, so that it is asked once while a slider moves.
 */
export function rememberLaw(applyLaw: ApplyLaw): ApplyLaw {
  let last: { readonly asked: string; readonly model: unknown; readonly answer: Answer } | null =
    null;
  return (scenario, model, setting, tell) => {
    const { inputs, run: _run, ...others } = scenario;
    const asked = JSON.stringify([others, Object.keys(inputs ?? {}).toSorted(), setting]);
    if (last === null || last.asked !== asked || last.model !== model)
      last = { asked, model, answer: applyLaw(scenario, model, setting, tell) };
    return last.answer;
  };
}

type Answer = ReturnType<ApplyLaw>;
