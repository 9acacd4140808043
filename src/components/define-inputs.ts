import { TandemEvidence } from './tandem-evidence.ts';
import { TandemHandOver } from './tandem-hand-over.ts';
import { TandemInput } from './tandem-input.ts';
import { TandemInputs } from './tandem-inputs.ts';
import { TandemNumber } from './tandem-number.ts';
import { TandemScenarioBar } from './tandem-scenario-bar.ts';
import { TandemSlider } from './tandem-slider.ts';
import { TandemSpread } from './tandem-spread.ts';

/** Inner elements first, so that what stands in a page is drawn whole at once. */
const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-number': TandemNumber,
  'tandem-slider': TandemSlider,
  'tandem-spread': TandemSpread,
  'tandem-evidence': TandemEvidence,
  'tandem-input': TandemInput,
  'tandem-inputs': TandemInputs,
  'tandem-hand-over': TandemHandOver,
  'tandem-scenario-bar': TandemScenarioBar,
};

/** Registers the elements of the editor, unless others of their names are there already. */
export function defineInputs(registry: CustomElementRegistry): void {
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
