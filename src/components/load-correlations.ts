let loading: Promise<void> | null = null;

/** Loads and registers the element of what moves together, which few readers open. */
export function loadCorrelations(): Promise<void> {
  loading ??= import('./tandem-correlations.ts').then(
    ({ TandemCorrelations }) => {
      if (customElements.get('tandem-correlations') === undefined)
        customElements.define('tandem-correlations', TandemCorrelations);
    },
    (error: unknown) => {
      // A connection that fails may be back at the next change.
      loading = null;
      throw error;
    },
  );
  return loading;
}
