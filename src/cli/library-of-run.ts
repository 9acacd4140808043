import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { runWhole } from '../runner/run-whole.ts';
import { sipmathParts } from '../sipmath/sipmath-library.ts';
import type { PreparedFile } from './prepare-file.ts';
import { asFailedRun } from './run-scenario.ts';

/** As many trials as tools that read such libraries expect, and a file that mail carries. */
export const libraryTrials = 10_000;

/** A run as a library, in parts that are made as they are written: as a whole it may be too long for a text. */
export async function libraryOfRun(
  { evidence, prepared }: PreparedFile,
  asked: { readonly output?: string } = {},
): Promise<Iterable<string>> {
  await beginCompiledEngine();
  try {
    const { data, result } = await runWhole(prepared, evidence);
    return sipmathParts(prepared.compiled.source, data, result, asked);
  } catch (error) {
    throw asFailedRun(error);
  }
}
