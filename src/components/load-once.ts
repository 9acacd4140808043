/**
 * Loads and registers elements once, however often they are asked for. What could not be fetched is
 * tried again the next time: a connection that fails may be back by then.
 */
export function loadOnce(load: () => Promise<void>): () => Promise<void> {
  let loading: Promise<void> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
