import { loadOnce } from './load-once.ts';

/** Loads and registers the elements of the editor, which a page needs only after the answer. */
export const loadInputs = loadOnce(async () => {
  const { defineInputs } = await import('./define-inputs.ts');
  defineInputs(customElements);
});
