import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
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
