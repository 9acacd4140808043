import { loadOnce } from './load-once.ts';

/** Loads and registers the element of what moves together, which few readers open. */
export const loadCorrelations = loadOnce(async () => {
  const { TandemCorrelations } = await import('./tandem-correlations.ts');
  if (customElements.get('tandem-correlations') === undefined)
    customElements.define('tandem-correlations', TandemCorrelations);
});
