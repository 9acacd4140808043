/**
 * The engine as the classic file carries it: a function that needs nothing from outside itself, so
 * that its text is the source of a worker. See tools/embed-plugin.ts.
 */
declare const tandemEngine: () => Pick<typeof import('./serve-run.ts'), 'serveRun'>;

/** Begins the engine in this thread. */
export const beginEngine = (): ReturnType<typeof tandemEngine> => tandemEngine();

/** What a worker has to run to be one of Tandem's. */
export const engineSource = (): string => `(${tandemEngine.toString()})();`;
