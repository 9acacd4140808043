import { basename } from 'node:path';
import { readSipmath } from '../sipmath/read-sipmath.ts';
import type { SipmathInputs } from '../sipmath/read-sipmath.ts';
import { printable, wordList } from '../schema/describe.ts';
import type { Flow } from '../schema/flow.ts';
import type { Issue } from '../schema/issue.ts';
import { pointerKeys } from '../schema/pointer.ts';
import type { RunOptions } from '../schema/resolved.ts';
import { wrongInput } from './exit-code.ts';
import { overlayName, prepareFile } from './prepare-file.ts';
import type { PreparedFile } from './prepare-file.ts';
import { readBytes } from './read-file.ts';

/** A scenario with inputs from a library, and what was taken from it, in words. */
export interface PreparedWithLibrary {
  readonly ready: PreparedFile | null;
  readonly issues: readonly Issue[];
  readonly said: string;
}

/** Prepares a scenario file with the inputs that a SIPmath library gives, as a scenario that extends the file. */
export function prepareWithLibrary(
  path: string,
  run: Partial<RunOptions>,
  library: string,
  flows?: readonly Flow[],
): PreparedWithLibrary {
  const base = prepareFile(path, run, flows);
  if (base.ready === null) return { ...base, said: '' };
  const bytes = readBytes(library);
  if (bytes === null) throw wrongInput(`${printable(library)}: there is no such file`);
  const { scenario } = base.ready.prepared.compiled.source;
  const { issues, places, value } = readSipmath(
    bytes,
    library,
    base.ready.prepared.compiled.source,
  );
  if (value === null) return { ready: null, issues, said: '' };
  const said = inWords(value, library);
  const { correlations, inputs, pointers } = value;
  if (Object.keys(inputs).length + correlations.length === 0)
    return { ...base, issues: [...issues, ...base.issues], said };
  const overlay = { extends: `./${basename(path)}`, name: scenario.name, inputs, correlations };
  const found = prepareFile(path, run, flows, JSON.stringify(overlay));
  return {
    ready: found.ready,
    said,
    // What is wrong with a value is told where the library has it.
    issues: [
      ...issues,
      ...found.issues.map((issue) => {
        if (basename(issue.file) !== overlayName) return issue;
        const [, name = ''] = pointerKeys(issue.pointer);
        const pointer = pointers.get(name) ?? '';
        return { ...issue, pointer, ...places.locate(pointer) };
      }),
    ],
  };
}

function inWords({ correlations, inputs, leftOut, same }: SipmathInputs, library: string): string {
  const taken = Object.keys(inputs);
  const lines = [
    taken.length === 0
      ? `${printable(library)}: nothing in it differs from the scenario`
      : `${printable(library)}: takes ${wordList(taken, 40)}`,
    ...(same.length === 0 ? [] : [`as the scenario has them: ${wordList(same, 40)}`]),
    ...(correlations.length === 0
      ? []
      : [`rank correlations: ${correlations.map(([a, b, r]) => `${a} and ${b} ${r}`).join(', ')}`]),
    ...(leftOut.length === 0
      ? []
      : [`no inputs of this model, left out: ${wordList(leftOut, 40)}`]),
  ];
  return `${lines.join('\n  ')}\n`;
}
