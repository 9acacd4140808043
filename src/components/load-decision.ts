let loading: Promise<void> | null = null;

/** Loads and registers the element of the decision, which a page needs only after the answer. */
export function loadDecision(): Promise<void> {
  loading ??= import('./define-decision.ts').then(
    ({ defineDecision }) => defineDecision(customElements),
    (error: unknown) => {
      // A connection that fails may be back at the next change.
      loading = null;
      throw error;
    },
  );
  return loading;
}
