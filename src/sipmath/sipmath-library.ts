import type { RunData } from '../analysis/run-data.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { joinNumbers } from '../schema/json-text.ts';
import type { Result } from '../schema/result.ts';
import type { WrittenLibrary, WrittenTrials } from './sipmath-format.ts';
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
  asked: { readonly output?: string } = {},
): string {
  return [...sipmathParts(source, data, result, asked)].join('');
}

/**
 * The text of `sipmathLibrary` in parts, each made when it is asked for: of millions of trials the
 * whole is longer than a text can be.
 */
export function* sipmathParts(
  source: ProgramSource,
  data: RunData,
  result: Result,
  { output }: { readonly output?: string } = {},
): Iterable<string> {
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
    sips: [],
  };
  const ending = ']\n}';
  yield written(library).slice(0, -ending.length);
  let comma = '';
  for (const sip of sips) {
    yield `${comma}\n  ${written(sip).replaceAll('\n', '\n  ')}`;
    comma = ',';
  }
  for (const sip of exportOutputs(source, data, output)) {
    yield `${comma}\n  ${writtenTrials(sip).replaceAll('\n', '\n  ')}`;
    comma = ',';
  }
  yield `${comma === '' ? '' : '\n '}${ending}\n`;
}

function written(value: unknown): string {
  // Else each number of a list would take a line.
  return joinNumbers(JSON.stringify(value, null, 1), '');
}

/** The same as `written`, without a line for each trial on the way. */
function writtenTrials(sip: WrittenTrials): string {
  const { value, ...others } = sip.arguments;
  const text = written({ ...sip, arguments: { ...others, value: [] } });
  // What stands in quotes is escaped, so that this is the list itself.
  return text.replace('"value": []', () => `"value": ${JSON.stringify(value)}`);
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
