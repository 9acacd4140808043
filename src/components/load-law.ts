import { loadOnce } from './load-once.ts';

/** Loads and registers the elements of the law and of the register, which a page needs only after the answer. */
export const loadLaw = loadOnce(async () => {
  const { defineLaw } = await import('./define-law.ts');
  defineLaw(customElements);
});
