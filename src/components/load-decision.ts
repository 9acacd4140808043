import { loadOnce } from './load-once.ts';

/** Loads and registers the element of the decision, which a page needs only after the answer. */
export const loadDecision = loadOnce(async () => {
  const { defineDecision } = await import('./define-decision.ts');
  defineDecision(customElements);
});
