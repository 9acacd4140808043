import { TandemDecision } from './tandem-decision.ts';
import { TandemFutures } from './tandem-futures.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-decision': TandemDecision,
  'tandem-futures': TandemFutures,
};

/** Registers the elements of the decision, unless others of their names are there already. */
export function defineDecision(registry: CustomElementRegistry): void {
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
