import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patience } from '../../tools/patience.js';
import { workbookOf } from '../../src/export/workbook.ts';
import type { WorkbookParts } from '../../src/export/workbook.ts';
import { writeWorkbook } from '../../src/export/write-workbook.ts';
import type { WorkbookFile } from '../../src/export/write-workbook.ts';
import type { SheetCell } from '../../src/export/sheet.ts';
import { readCsv } from './read-csv.ts';
import { workbookParts } from './run-parts.ts';

/** Needs LibreOffice: `apt-get install libreoffice-calc-nogui`. Without it, these are skipped. */
const office = ['soffice', 'libreoffice'].find((command) => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
const trials = 4096;
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

describe.skipIf(office === undefined)(
  'LibreOffice, which is skipped where it is not installed',
  () => {
    let folder: string;
    let parts: WorkbookParts;
    let file: WorkbookFile;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'tandem-workbook-'));
      parts = await workbookParts('scenarios/retailer.json', { trials });
      file = workbookOf(parts);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Opens a workbook, and gives what stands in its sheets. */
    async function opened(book: WorkbookFile, name: string) {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, await writeWorkbook(book));
      execFileSync(
        office ?? '',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          everySheet,
          '--outdir',
          folder,
          path,
        ],
        { stdio: 'ignore', timeout: patience.test },
      );
      const sheet = (which: string) =>
        readCsv(readFileSync(join(folder, `${name}-${which}.csv`), 'utf8'));
      return {
        sheet,
        named: (cell: string) => {
          const found = book.names.find((each) => each.name === cell);
          const [, column = 'A', row = '1'] = /^\$([A-Z])\$(\d+)$/.exec(found?.cell ?? '') ?? [];
          const text =
            sheet(found?.sheet ?? '')[Number(row) - 1]?.[column.charCodeAt(0) - 65] ?? '';
          return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
        },
      };
    }

    /** The workbook with no result stored: whatever is shown has been computed by who opens it. */
    function withoutResults(
      book: WorkbookFile,
      change: (cell: SheetCell, at: string) => SheetCell,
    ) {
      return {
        ...book,
        sheets: book.sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((cells, row) =>
            cells.map((cell, column) => {
              const place = `${sheet.name} $${String.fromCharCode(65 + column)}$${row + 1}`;
              const own = change(cell, place);
              return own.formula === undefined ? own : { ...own, value: null };
            }),
          ),
        })),
      };
    }

    test('computes what the run has, to the cent, and something else at another discount rate', async () => {
      const rate = file.names.find(({ name }) => name === 'DiscountRate')!;
      const same = await opened(
        withoutResults(file, (cell) => cell),
        'same',
      );
      const other = await opened(
        withoutResults(file, (cell, at) =>
          at === `${rate.sheet} ${rate.cell}` ? { ...cell, value: 0.08 } : cell,
        ),
        'other',
      );
      const discounted = await workbookParts(
        'scenarios/retailer.json',
        { trials },
        { discountRate: 0.08 },
      );
      for (const [book, { result }] of [
        [same, parts],
        [other, discounted],
      ] as const) {
        for (const { id } of result.postures) {
          const cell = id.replace('-', '_');
          for (const [name, prefix] of [
            ['tco', 'Tco'],
            ['tcoPresentValue', 'TcoPresentValue'],
          ] as const)
            expect(book.named(`${prefix}_${cell}`), `${name} ${id}`).toBeCloseTo(
              result.outputs[name]![id]!.mean,
              2,
            );
        }
        for (const name of ['article', 'net', 'netOfRunning'])
          expect(book.named(`Roi_${name}_pipl_only`)).toBeCloseTo(
            result.roi[name]!['pipl-only']!.value,
            6,
          );
      }
      expect(other.named('TcoPresentValue_dual')).toBeLessThan(
        0.95 * same.named('TcoPresentValue_dual'),
      );
    });

    test('opens every sheet of the file as it is, without an error in any cell', async () => {
      const book = await opened(file, 'whole');
      for (const { name, rows } of file.sheets) {
        const found = book.sheet(name);
        expect(found.length, name).toBeGreaterThanOrEqual(rows.length - 1);
        expect(
          found.flat().filter((cell) => /^(#\w+|Err:\d+)/.test(cell)),
          name,
        ).toEqual([]);
      }
    });
  },
);
