import type { RunData } from '../analysis/run-data.ts';
import type { ProgramSource } from '../language/program-source.ts';
import type { Result } from '../schema/result.ts';
import type { WrittenLibrary } from './sipmath-format.ts';
import { exportInputs } from './sipmath-inputs.ts';
import { exportOutputs, indexName } from './sipmath-outputs.ts';

/**
 * A run as a SIPmath 3.0 library, for spreadsheets and programs that read the standard: its
 * uncertain inputs as distributions that another tool can draw anew, its outputs as the trials
 * themselves, all of them or only those of one `output` or of "saving". The same run gives the same text.
 */
export function sipmathLibrary(
  source: ProgramSource,
  data: RunData,
  result: Result,
  { output }: { readonly output?: string } = {},
): string {
  const { copula, matrices, rng, sips } = exportInputs(source);
  const { manifest } = result;
  const library: WrittenLibrary = {
    name: manifest.scenario.name,
    objectType: 'sipModel',
    libraryType: 'SIPmath_3_0',
    version: '1',
    provenance: provenanceOf(result),
    ...(matrices.length === 0 ? {} : { globalVariables: matrices }),
    U01: {
      rng: [{ name: indexName, function: 'Index', arguments: { counter: 'PM_Index' } }, ...rng],
      ...(copula.length === 0 ? {} : { copula }),
    },
    sips: [
      ...sips,
      ...exportOutputs(source, data).filter(
        ({ name }) => output === undefined || name.split('.')[0] === output,
      ),
    ],
  };
  return `${JSON.stringify(library, null, 1).replaceAll(numberLists, oneLine)}\n`;
}

/** Lists of numbers, which would else take a line for each trial. */
const numberLists = /\[\n\s+-?[\d.e+-]+(?:,\n\s+-?[\d.e+-]+)*\n\s+\]/g;

function oneLine(list: string): string {
  return list.replaceAll(/\s+/g, '');
}

/** What was run, in words, so that any reader can show it and another machine can prove it. */
function provenanceOf({ manifest }: Result): string {
  const { asOf, coupling, model, resultHash, sampling, scenario, seed, tandem, trials } = manifest;
  return [
    `Tandem ${tandem}`,
    `scenario "${scenario.name}" (SHA-256 ${scenario.hash})`,
    `model ${model.id} ${model.version} (SHA-256 ${model.hash})`,
    `law of ${asOf}`,
    `${trials} futures, seed ${seed}, sampling ${sampling}, coupling ${coupling}`,
    `result SHA-256 ${resultHash}`,
  ].join('; ');
}
