import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { inOrder } from '../src/runner/law-with.ts';
import type { LawFiles } from '../src/runner/law-with.ts';
import { gapTableSchema, programmeTemplatesSchema, regimeSchema } from '../src/schema/regime.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The law as its folder holds it: each folder in it is a regime. */
export function readLawFiles(folder: string, read = readJson): LawFiles {
  return {
    regimes: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => v.parse(regimeSchema, read(join(folder, name, 'regime.json'))))
      .toSorted(inOrder),
    gapTable: v.parse(gapTableSchema, read(join(folder, 'gap-table.json'))),
    programmes: v.parse(programmeTemplatesSchema, read(join(folder, 'programme.json'))),
  };
}
