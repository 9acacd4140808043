import type { ProgramSource } from '../language/program-source.ts';
import { IssueCollector } from '../schema/issue-collector.ts';
import type { Issue } from '../schema/issue.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { sipmathSchema } from '../schema/sipmath.ts';
import type { ReadSip, SipmathLibrary } from '../schema/sipmath.ts';
import type { Places } from '../schema/source.ts';
import { validate } from '../schema/validate.ts';
import type { Value } from '../schema/value-form.ts';
import { readCorrelations } from './sipmath-correlations.ts';
import type { Correlation, TakenInput } from './sipmath-correlations.ts';
import { assembleValue } from './sipmath-assemble.ts';
import type { SipPart } from './sipmath-assemble.ts';
import { exportInputs } from './sipmath-inputs.ts';
import { readSipName } from './sipmath-names.ts';

/** What a SIPmath library gives the inputs of a scenario. */
export interface SipmathInputs {
  readonly inputs: Readonly<Record<string, Value>>;
  readonly correlations: readonly Correlation[];
  /** Inputs for which the library says what the scenario says already. */
  readonly same: readonly string[];
  /** Variables that are no inputs of the model. */
  readonly leftOut: readonly string[];
  /** Where the library says something of an input. */
  readonly pointers: ReadonlyMap<string, string>;
}

/** Functions of random numbers that a library may name. Tandem draws its own; nothing is run by name. */
const randomFunctions = ['HDR_2_0', 'Index'];

/**
 * Reads a SIPmath 3.0 library as inputs of a scenario: variables go to the inputs of their name.
 * Nothing in it is evaluated or fetched: unknown functions and addresses are refused.
 */
export function readSipmath(
  text: string | Uint8Array,
  file: string,
  source: ProgramSource,
): {
  readonly value: SipmathInputs | null;
  readonly issues: readonly Issue[];
  readonly places: Places;
} {
  const document = parseDocument(text, file, { orList: true });
  const { places } = document;
  if (document.value === undefined) return { value: null, issues: document.issues, places };
  // Some tools write a list of libraries, with one in it.
  if (!Array.isArray(document.value))
    return { ...readLibrary(document.value, source, places), places };
  const issues = new IssueCollector(places);
  if (document.value.length !== 1) {
    issues.error(
      'sipmath-list',
      '',
      `there are ${document.value.length} libraries in this list; put the one that is meant into a file of its own`,
    );
    return { value: null, issues: issues.all, places };
  }
  const inList = (pointer: string) => `/0${pointer}`;
  const only = readLibrary(document.value[0], source, {
    locate: (pointer) => places.locate(inList(pointer)),
  });
  return {
    value: only.value && {
      ...only.value,
      pointers: new Map([...only.value.pointers].map(([input, at]) => [input, inList(at)])),
    },
    issues: only.issues.map((issue) => ({ ...issue, pointer: inList(issue.pointer) })),
    places,
  };
}

function readLibrary(
  given: unknown,
  source: ProgramSource,
  places: Places,
): { readonly value: SipmathInputs | null; readonly issues: readonly Issue[] } {
  const read = validate(sipmathSchema, given, places);
  if (read.value === null) return { value: null, issues: read.issues };
  const library = read.value;
  const issues = new IssueCollector(places);
  refuseAddresses(library, issues);
  for (const { at, each } of randomsOf(library))
    if (!randomFunctions.includes(each.function))
      issues.error(
        'sipmath-function',
        `${at}/function`,
        `the function ${JSON.stringify(each.function.slice(0, 40))} is not known; known are ${randomFunctions.join(', ')}`,
      );
  const leftOut: string[] = [];
  const parts = namedParts(library, source, leftOut, issues);
  const same = new Set(unchanged(parts, source));
  const pointers = new Map(parts.map(({ input, pointer }) => [input, pointer]));
  const byInput = new Map<string, SipPart[]>();
  for (const part of parts) byInput.set(part.input, [...(byInput.get(part.input) ?? []), part]);

  const inputs: Record<string, Value> = {};
  for (const [input, some] of byInput) {
    if (same.has(input)) continue;
    const value = assembleValue(some, source, issues);
    if (value !== null) inputs[input] = value;
  }
  const taken = [...byInput].flatMap(([input, some]): TakenInput[] => {
    const isFixed = typeof inputs[input] === 'number';
    const perEvent = source.model.inputs[input]?.per === 'event';
    return isFixed ? [] : [{ input, parts: some, perEvent }];
  });
  const correlations = readCorrelations(library, taken, issues).filter(
    (each) => !isHeld(each, source),
  );
  if (!issues.hasErrors && byInput.size === 0)
    issues.error(
      'sipmath-nothing',
      '/sips',
      `no variable of this library has the name of an input; inputs are named as in the model, such as ${Object.keys(source.model.inputs).slice(0, 3).join(', ')}`,
    );
  const value = issues.hasErrors
    ? null
    : { inputs, correlations, same: [...same], leftOut, pointers };
  return { value, issues: issues.all };
}

function randomsOf({ U01, rng }: SipmathLibrary) {
  return [
    ...(U01?.rng ?? []).map((each, index) => ({ each, at: `/U01/rng/${index}` })),
    ...(rng ?? []).map((each, index) => ({ each, at: `/rng/${index}` })),
  ];
}

function refuseAddresses(library: SipmathLibrary, issues: IssueCollector): void {
  const { U01, sips } = library;
  const isAddress = (value: unknown) =>
    typeof value === 'string' && /^\s*([a-z][a-z0-9+.-]*:)?\/\/|^\s*(data|file):/i.test(value);
  const look = (given: unknown, pointer: string) => {
    if (typeof given !== 'object' || given === null) return;
    for (const [key, value] of Object.entries(given)) {
      const names = /^(url|uri|href)$/i.test(key) && value !== '' && value !== null;
      if (names || isAddress(value))
        issues.error(
          'sipmath-address',
          `${pointer}/${key}`,
          'this library wants something fetched from an address; nothing is ever fetched. Put the trials into the library itself',
        );
    }
  };
  for (const { at, each } of randomsOf(library)) look(each.arguments, `${at}/arguments`);
  for (const [index, each] of (U01?.copula ?? []).entries())
    look(each.arguments, `/U01/copula/${index}/arguments`);
  for (const [index, each] of sips.entries()) look(each.arguments, `/sips/${index}/arguments`);
}

function namedParts(
  { sips }: SipmathLibrary,
  source: ProgramSource,
  leftOut: string[],
  issues: IssueCollector,
): readonly SipPart[] {
  const names = {
    inputs: Object.keys(source.model.inputs),
    postures: source.postures,
    years: source.years,
  };
  const seen = new Map<string, string>();
  const parts: SipPart[] = [];
  for (const [index, sip] of sips.entries()) {
    const pointer = `/sips/${index}`;
    if (sip.metadata?.['role'] === 'output') continue;
    // The same variable once more, in the words of one spreadsheet add-in.
    const isVariant =
      sip.environment !== undefined &&
      sips.some((other) => other.name === sip.name && other.environment === undefined);
    if (isVariant) continue;
    const found = readSipName(sip.name, names);
    if ('near' in found) {
      if (found.near === null) leftOut.push(sip.name);
      else
        issues.error(
          'sipmath-name',
          `${pointer}/name`,
          `there is no input ${JSON.stringify(sip.name.slice(0, 60))}; did you mean ${JSON.stringify(found.near)}?`,
        );
      continue;
    }
    if (seen.has(sip.name)) {
      issues.error('sipmath-twice', `${pointer}/name`, `${sip.name} is in this library twice`);
      continue;
    }
    seen.set(sip.name, pointer);
    const wrong = wrongCurrency(sip, source);
    if (wrong !== null) issues.error('sipmath-currency', `${pointer}/metadata/unit`, wrong);
    parts.push({ ...found.part, sip, pointer });
  }
  return parts;
}

/** Says so where a library counts in another currency than the scenario. */
function wrongCurrency({ metadata, name }: ReadSip, { scenario }: ProgramSource): string | null {
  const unit = metadata?.['unit'];
  const found = typeof unit === 'string' ? /\b(HKD|CNY|USD|EUR)\b/.exec(unit)?.[1] : undefined;
  return found === undefined || found === scenario.currency
    ? null
    : `${name} is in ${found}, but this scenario counts in ${scenario.currency}; write the library from a scenario in the same currency`;
}

/** Inputs for which a library holds the very variables that the scenario itself would be written as. */
function unchanged(parts: readonly SipPart[], source: ProgramSource): readonly string[] {
  const own = new Map<string, string[]>();
  for (const sip of exportInputs(source).sips) {
    const input = sip.name.split('.')[0] ?? '';
    own.set(input, [...(own.get(input) ?? []), keyOf(sip)]);
  }
  const given = new Map<string, string[]>();
  for (const { input, sip } of parts) given.set(input, [...(given.get(input) ?? []), keyOf(sip)]);
  return [...given].flatMap(([input, keys]) =>
    JSON.stringify(keys.toSorted()) === JSON.stringify(own.get(input)?.toSorted()) ? [input] : [],
  );
}

function keyOf(sip: Pick<ReadSip, 'name' | 'function'> & { readonly arguments: object }): string {
  return JSON.stringify([sip.name, sip.function, sip.arguments]);
}

/** A correlation that the scenario has already, to the digits that are read of a library. */
function isHeld([a, b, rank]: Correlation, { scenario }: ProgramSource): boolean {
  return scenario.correlations.some(
    ([x, y, own]) =>
      ((x === a && y === b) || (x === b && y === a)) && Math.abs(own - rank) < 0.5e-4,
  );
}
