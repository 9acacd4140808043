import { quoted } from './describe.ts';
import { extendsOf, longestChain } from './extends-of.ts';
import { resolveExtends } from './extends-path.ts';
import type { Issue } from './issue.ts';
import type { Loaded } from './loaded.ts';
import { mergeScenarios } from './merge-scenarios.ts';
import type { ScenarioFile, ScenarioPlaces } from './merge-scenarios.ts';
import { parseDocument } from './parse-document.ts';
import type { Salvage } from './salvage.ts';
import { scenarioSchema } from './scenario.ts';
import type { Currency, Scenario } from './scenario.ts';
import type { Places } from './source.ts';
import { validate, withContents } from './validate.ts';

/** Reads a file; null where there is none. The path is that of the scenario with names joined by /. */
export type ReadFile = (path: string) => string | Uint8Array | null;

/** A scenario with everything that it extends laid under it. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** Finds a value of the merged scenario in the file that gave it. */
  readonly places: Places;
  /** The files that were read, the scenario's own first. */
  readonly files: readonly string[];
  /** The currency of the file that gave the value at a pointer of the merged scenario. */
  readonly currencyOf: (pointer: string) => Currency;
  /** The file that gave the value at a pointer of the merged scenario. */
  readonly fileOf: (pointer: string) => string;
}

interface ReadScenario {
  readonly file: string;
  readonly scenario: Scenario | null;
  readonly places: Places;
}

/**
 * Reads a scenario file and what it extends, and merges them. Every problem of every file is told.
 * With `salvage`, what is right of files with faults is merged too.
 */
export function loadScenario(
  file: string,
  read: ReadFile,
  salvage: Salvage | null = null,
): Loaded<LoadedScenario> {
  const issues: Issue[] = [];
  const lost: string[] = [];
  const chain = readChain(file, read, issues, salvage, lost);
  const [own] = chain;
  if (own === undefined) {
    return { value: null, issues, places: { locate: () => ({ file, line: 0, column: 0 }) } };
  }
  const files = toScenarioFiles(chain);
  const [lowest, ...above] = files.toReversed();
  const failed = issues.some((issue) => issue.severity === 'error');
  const unfit = issues.some(({ pointer }) => ['/extends', '/model'].includes(pointer));
  if (lowest === undefined || (failed && (salvage === null || unfit))) {
    return { value: null, issues, places: own.places };
  }

  const { scenario, places } = mergeScenarios(lowest, above);
  issues.push(...modelIssues(scenario, files, places));
  const value: LoadedScenario = {
    scenario,
    places,
    files: files.map((each) => each.file),
    currencyOf: (pointer) => places.originOf(pointer).file.currency,
    fileOf: (pointer) => places.originOf(pointer).file.file,
  };
  return issues.length > 0
    ? { value: null, issues, places, rest: salvage === null ? null : { value, lost } }
    : { value, issues, places };
}

/** The scenario and what it extends, one after the other, as far as they can be read. */
function readChain(
  file: string,
  read: ReadFile,
  issues: Issue[],
  salvage: Salvage | null,
  lost: string[],
): readonly ReadScenario[] {
  const slash = file.lastIndexOf('/');
  const folder = file.slice(0, slash + 1);
  const chain: ReadScenario[] = [];
  const names: string[] = [];
  let namesModel = false;
  let name = file.slice(slash + 1);
  for (;;) {
    const child = chain.at(-1);
    const refuse = (code: string, message: string) => {
      const place = child?.places.locate('/extends') ?? { file, line: 0, column: 0 };
      issues.push({
        code,
        severity: 'error',
        pointer: child === undefined ? '' : '/extends',
        message,
        ...place,
      });
    };
    if (names.includes(name)) {
      const circle = [...names.slice(names.indexOf(name)), name].map(quoted).join(' extends ');
      refuse('extends-cycle', `${circle}; a scenario cannot extend itself`);
      return chain;
    }
    if (names.length >= longestChain) {
      refuse(
        'extends-depth',
        `a scenario may rest on at most ${longestChain - 1} others, one under the other`,
      );
      return chain;
    }
    const path = `${folder}${name}`;
    const source = read(path);
    if (source === null) {
      refuse(
        'not-found',
        child === undefined
          ? 'there is no such file'
          : `there is no file ${quoted(name)} to extend`,
      );
      return chain;
    }
    names.push(name);
    const document = parseDocument(source, path);
    const checked =
      document.value === undefined
        ? { value: null, issues: [] }
        : validate(scenarioSchema, document.value, document.places);
    issues.push(...withContents(document.issues, checked.issues));
    const { value } = document;
    namesModel ||= typeof value === 'object' && value !== null && 'model' in value;
    const rest =
      checked.value === null ? salvage?.(scenarioSchema, document.value, checked.issues) : null;
    lost.push(...(rest?.lost ?? []));
    chain.push({
      file: path,
      scenario: checked.value ?? rest?.value ?? null,
      places: document.places,
    });

    const parent = extendsOf(value);
    if (parent === null) {
      if (!namesModel && value !== undefined) {
        const place = chain[0]?.places.locate('') ?? { file, line: 0, column: 0 };
        const message =
          '"model" is missing; name the model that the values are for, such as "compliance-tco"';
        issues.push({ code: 'missing', severity: 'error', pointer: '', message, ...place });
      }
      return chain;
    }
    const resolved = resolveExtends(name, parent);
    if ('problem' in resolved) {
      const place = document.places.locate('/extends');
      issues.push({
        code: 'extends-path',
        severity: 'error',
        pointer: '/extends',
        message: resolved.problem,
        ...place,
      });
      return chain;
    }
    name = resolved.name;
  }
}

function toScenarioFiles(chain: readonly ReadScenario[]): readonly ScenarioFile[] {
  let currency: Currency = 'HKD';
  const files: ScenarioFile[] = [];
  for (const { file, scenario, places } of chain.toReversed()) {
    if (scenario === null) return [];
    currency = scenario.currency ?? currency;
    files.unshift({ file, scenario, places, currency });
  }
  return files;
}

/** A chain is of one model: values for another would be taken for values of this one. */
function modelIssues(
  scenario: Scenario,
  files: readonly ScenarioFile[],
  places: ScenarioPlaces,
): readonly Issue[] {
  const other = files.find(
    (file) => file.scenario.model !== undefined && file.scenario.model !== scenario.model,
  );
  if (other === undefined) return [];
  const message = `the model is ${quoted(scenario.model ?? '')}, but ${quoted(other.file)}, which it extends, is for ${quoted(other.scenario.model ?? '')}`;
  return [
    { code: 'model', severity: 'error', pointer: '/model', message, ...places.locate('/model') },
  ];
}
