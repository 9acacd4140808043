import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { resultSchema } from '../../src/schema/result.ts';
import type { Result } from '../../src/schema/result.ts';
import { readCsv } from '../export/read-csv.ts';
import { folderWith, smallModel, tandem } from './tandem.ts';

describe('tandem report', () => {
  test('writes a workbook of a model of its own, with the lines that a client adds', async () => {
    const folder = folderWith({
      'model.json': { ...smallModel('fee'), extensible: true },
      'client.json': {
        model: './model.json',
        name: 'Client',
        lines: {
          lawyers: {
            label: 'Lawyers',
            category: 'costs',
            kind: 'running',
            formula: 'year == 1 ? 2 * fee : fee',
          },
        },
        inputs: { fee: { one: { dist: 'uniform', min: 90, max: 110 }, two: 80 } },
      },
    });
    const { code, err } = tandem(
      ['report', 'client.json', '--out', 'out.xlsx', '--trials', '600'],
      {
        cwd: folder,
      },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const book = await readXlsx(readFileSync(join(folder, 'out.xlsx')));
    const { cells, rows } = book.sheets.find(({ name }) => name === 'Cash flow')!;
    const lawyers = rows.findIndex(([label]) => label === 'Lawyers');
    expect(rows[lawyers]!.slice(0, 3)).toEqual(['Lawyers', 'Costs', 'Running']);
    // The fee is one figure for all years, that a person can change.
    expect(cells!.get(`${lawyers},5`)?.formula).toMatch(/^2\*\$E\d+$/);
    expect(cells!.get(`${lawyers},6`)?.formula).toMatch(/^\$E\d+$/);
  });

  test('writes a result that names its schema and is verified', () => {
    const folder = folderWith({});
    const path = join(folder, 'result.json');
    const published = 'scenarios/published.json';
    expect(tandem(['report', published, '--out', path, '--trials', '600', '--quiet']).code).toBe(0);
    const result = JSON.parse(readFileSync(path, 'utf8')) as Result & { $schema: string };
    expect(result.$schema).toBe('./result.schema.json');
    expect(v.safeParse(resultSchema, result).issues).toBeUndefined();
    const { code, out } = tandem(['verify', path]);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain(result.manifest.resultHash.slice(0, 12));
  });

  test('writes every figure in a row of its own, and what they were made from', () => {
    const folder = folderWith({});
    const path = join(folder, 'figures.csv');
    const published = 'scenarios/published.json';
    expect(tandem(['report', published, '--out', path, '--trials', '600', '--quiet']).code).toBe(0);
    const [head, ...rows] = readCsv(readFileSync(path, 'utf8').slice(1)).filter(
      (row) => row.length > 1,
    );
    expect(head!.slice(0, 3)).toEqual(['section', 'name', 'posture']);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    const told = new Map(
      rows.filter(([section]) => section === 'manifest').map((row) => [row[1], row[5]]),
    );
    for (const name of ['scenario', 'seed', 'asOf', 'tandem', 'resultHash', 'amounts'])
      expect(told.get(name), name).toMatch(/./);
  });

  test.each([
    ['nowhere', ['report', 'scenarios/published.json'], /say where the report goes: --out NAME/],
    [
      'into a kind that nobody knows',
      ['report', 'scenarios/published.json', '--out', 'report.docx'],
      /"report\.docx" does not say what to write.*\.xlsx/,
    ],
  ])('cannot write %s', (_, words, message) => {
    const { code, err, out } = tandem(words);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
