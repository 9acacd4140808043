import { TandemLaw } from './tandem-law.ts';
import { TandemPapers } from './tandem-papers.ts';
import { TandemQuestions } from './tandem-questions.ts';
import { TandemRegister } from './tandem-register.ts';

/** Inner elements first, so that what stands in a page is drawn whole at once. */
const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-questions': TandemQuestions,
  'tandem-papers': TandemPapers,
  'tandem-law': TandemLaw,
  'tandem-register': TandemRegister,
};

/** Registers the elements of the law and of the register, unless others of their names are there already. */
export function defineLaw(registry: CustomElementRegistry): void {
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
