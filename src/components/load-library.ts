import { loadOnce } from './load-once.ts';

/** Loads and registers the elements of kept scenarios, which most visitors never open. */
export const loadLibrary = loadOnce(async () => {
  const { defineLibrary } = await import('./define-library.ts');
  defineLibrary(customElements);
});
