import { TandemChoiceMap } from './tandem-choice-map.ts';
import { TandemFindings } from './tandem-findings.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-choice-map': TandemChoiceMap,
  'tandem-findings': TandemFindings,
};

/** Registers what shows the analysis of a decision, unless others of their names are there already. */
export function defineFindings(registry: CustomElementRegistry): void {
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
