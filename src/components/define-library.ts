import { TandemLibrary } from './tandem-library.ts';
import { TandemSideBySide } from './tandem-side-by-side.ts';

/** Inner elements first, so that what stands in a page is drawn whole at once. */
const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-side-by-side': TandemSideBySide,
  'tandem-library': TandemLibrary,
};

/** Registers the elements of kept scenarios, unless others of their names are there already. */
export function defineLibrary(registry: CustomElementRegistry): void {
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
