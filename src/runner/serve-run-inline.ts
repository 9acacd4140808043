import { beginEngine } from './inlined-engine.ts';
import type { serveRun as serveRunOf } from './serve-run.ts';

/** Stands for serve-run.ts in the classic file, where page and worker share one text of the engine. */
export const serveRun: typeof serveRunOf = (...setting) => beginEngine().serveRun(...setting);
