let loading: Promise<void> | null = null;

/** Loads and registers the elements of the editor, which a page needs only after the answer. */
export function loadInputs(): Promise<void> {
  loading ??= import('./define-inputs.ts').then(
    ({ defineInputs }) => defineInputs(customElements),
    (error: unknown) => {
      // A connection that fails may be back at the next change.
      loading = null;
      throw error;
    },
  );
  return loading;
}
