let loading: Promise<void> | null = null;

/** Loads and registers the elements of kept scenarios, which most visitors never open. */
export function loadLibrary(): Promise<void> {
  loading ??= import('./define-library.ts').then(
    ({ defineLibrary }) => defineLibrary(customElements),
    (error: unknown) => {
      // A connection that fails may be back at the next time.
      loading = null;
      throw error;
    },
  );
  return loading;
}
