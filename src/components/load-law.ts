let loading: Promise<void> | null = null;

/** Loads and registers the elements of the law and of the register, which a page needs only after the answer. */
export function loadLaw(): Promise<void> {
  loading ??= import('./define-law.ts').then(
    ({ defineLaw }) => defineLaw(customElements),
    (error: unknown) => {
      // A connection that fails may be back at the next change.
      loading = null;
      throw error;
    },
  );
  return loading;
}
