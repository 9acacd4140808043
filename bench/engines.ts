import { beginCompiledEngine, endCompiledEngine } from '../src/engine/compiled-engine.ts';

/** Tandem's two engines, and what brings each of them into use. */
export const engines = {
  'TypeScript engine': () => endCompiledEngine(),
  'WebAssembly engine': () => beginCompiledEngine(),
} as const;
