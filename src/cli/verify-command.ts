import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resultHash } from '../analysis/result-hash.ts';
import { modelHash, scenarioHash } from '../analysis/run-identity.ts';
import { tandemVersion } from '../analysis/version.ts';
import { formatIssue } from '../schema/issue.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { resultSchema } from '../schema/result.ts';
import type { Result } from '../schema/result.ts';
import { validate } from '../schema/validate.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { exitCode, wrongInput } from './exit-code.ts';
import { formatNumber } from '../present/format-number.ts';
import { readBytes } from './read-file.ts';
import { prepareOrStop, runPrepared } from './run-scenario.ts';

/** `tandem verify`: runs a result again from its scenario and says whether the same comes out. */
export const verifyCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const result = readResult(file);
  const { manifest } = result;
  const own = resultHash(result);
  if (own !== manifest.resultHash) {
    throw wrongInput(
      `${printable(file)} was changed after it was written: it says ${short(manifest.resultHash)}, but what it holds has the hash ${short(own)}`,
    );
  }
  const { trials, seed, sampling, coupling } = manifest;
  const scenario = findScenario(manifest.scenario.file, file);
  const ready = prepareOrStop(scenario, { trials, seed, sampling, coupling }, given, terminal);
  const { compiled, identity } = ready.prepared;
  const found = {
    model: modelHash(compiled.source.model),
    scenario: scenarioHash(identity.scenario),
  };
  const changed = [
    ...(found.scenario === manifest.scenario.hash
      ? []
      : [
          `the scenario ${printable(scenario)} is another one than that of the result (${short(found.scenario)}, not ${short(manifest.scenario.hash)})`,
        ]),
    ...(found.model === manifest.model.hash
      ? []
      : [
          `the model ${manifest.model.id} is another one (${short(found.model)}, not ${short(manifest.model.hash)})`,
        ]),
    ...(tandemVersion === manifest.tandem
      ? []
      : [`this is Tandem ${tandemVersion}, the result is by ${manifest.tandem}`]),
  ];
  const again = (await runPrepared(ready, terminal)).manifest.resultHash;
  if (again === manifest.resultHash) {
    await terminal.answer(
      `${printable(file)}: the same. ${formatNumber(trials, 0)} futures of ${printable(scenario)} run again give the result ${again}\n`,
    );
    return exitCode.done;
  }
  const why =
    changed.length === 0
      ? 'scenario, model and version are the same, so this should not happen: please report it'
      : changed.join('; ');
  throw wrongInput(
    `${printable(file)}: not the same. Run again, the result is ${short(again)}, not ${short(manifest.resultHash)}: ${why}`,
  );
};

function readResult(file: string): Result {
  const source = readBytes(file);
  if (source === null) throw wrongInput(`${printable(file)}: there is no such file`);
  const document = parseDocument(source, file);
  const { value, issues } = validate(resultSchema, document.value ?? {}, document.places);
  const problems = document.value === undefined ? document.issues : issues;
  if (value === null || document.value === undefined) {
    throw wrongInput(
      `${printable(file)} is not a result of "tandem run --format json"\n${problems.slice(0, 5).map(formatIssue).join('\n')}`,
    );
  }
  return value;
}

/** Where the scenario lies: as the result says from here, or from the folder of the result. */
function findScenario(scenario: string, resultFile: string): string {
  const places = [scenario, join(dirname(resultFile), scenario)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw wrongInput(
      `the scenario of the result, ${printable(scenario)}, is neither here nor in the folder of ${printable(resultFile)}`,
    );
  return found;
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
