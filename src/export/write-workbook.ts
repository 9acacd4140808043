import { writeXlsx } from 'hucre/xlsx';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { CellFormat, CellLook, CellName, Sheet, SheetCell } from './sheet.ts';

export interface WorkbookFile {
  readonly title: string;
  readonly description: string;
  /** ISO date that the file bears, so that the same run gives the same file whenever it is made. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly CellName[];
}

type RowDef = NonNullable<WriteSheet['rowDefs']> extends Map<number, infer Row> ? Row : never;

/** Sheets as the bytes of an xlsx file. Whoever needs it fetches this module then: it is large. */
export async function writeWorkbook(file: WorkbookFile): Promise<Uint8Array<ArrayBuffer>> {
  const date = new Date(`${file.date}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: file.sheets.map(sheetOf),
    namedRanges: file.names.map(({ cell, comment, name, sheet }) => ({
      name,
      comment,
      range: `'${sheet}'!${cell}`,
    })),
    properties: {
      title: file.title,
      description: file.description,
      creator: 'Tandem',
      created: date,
      modified: date,
    },
    defaultFont: { name: 'Calibri', size: 11 },
  });
  return new Uint8Array(bytes);
}

function sheetOf({ detail, frozen, name, rows, widths }: Sheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [row, list] of rows.entries()) {
    for (const [column, cell] of list.entries()) {
      const style = styleOf(cell);
      const { formula, value } = cell;
      if (style === undefined && formula === undefined) continue;
      cells.set(`${row},${column}`, {
        ...(style === undefined ? {} : { style }),
        ...(formula === undefined ? {} : { formula, formulaResult: value }),
      });
    }
  }
  return {
    name,
    rows: rows.map((list) =>
      list.map(({ formula, value }) => (formula === undefined ? value : null)),
    ),
    cells,
    columns: widths.map((width) => ({ width })),
    freezePane: frozen,
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozen.rows > 0 ? { printTitlesRow: `$1:$${frozen.rows}` } : {}),
    },
    view: { showGridLines: false },
    rowDefs: new Map<number, RowDef>([
      ...rows.flatMap((list, row) =>
        list[0]?.look === 'head' ? [[row, { height: 32 }] as const] : [],
      ),
      ...[...(detail ?? [])].map((row) => [row, { outlineLevel: 1 }] as const),
    ]),
    outlineProperties: { summaryBelow: false },
  };
}

const formats: Readonly<Record<CellFormat, string | undefined>> = {
  money: '#,##0;-#,##0;"\u2013"',
  cents: '#,##0.00;-#,##0.00;"\u2013"',
  share: '0.0%',
  number: '#,##0.00',
  whole: '#,##0',
  year: '"Year "0',
  general: undefined,
};

const ink = '1F2937';
const white = 'FFFFFF';
/** A font with a name, since a style without one falls back to whatever the reader has. */
const font = (more: NonNullable<CellStyle['font']> = {}): NonNullable<CellStyle['font']> => ({
  name: 'Calibri',
  size: 11,
  ...more,
});
const head: CellStyle = {
  font: font({ bold: true, color: { rgb: white } }),
  fill: tint('26415E'),
  alignment: { wrapText: true, vertical: 'center' },
};
const looks: Readonly<Record<CellLook, CellStyle>> = {
  plain: { font: font() },
  // Blue for what may be changed, as finance does; and a tint, for those who do not see blue.
  given: { font: font({ color: { rgb: '0B4FA0' } }), fill: tint('EEF4FB') },
  title: { font: font({ bold: true, size: 16, color: { rgb: ink } }) },
  head,
  figureHead: { ...head, alignment: { ...head.alignment, horizontal: 'right' } },
  part: { font: font({ bold: true, color: { rgb: ink } }), fill: tint('E3E8EF') },
  sum: { font: font({ bold: true }), border: { top: { style: 'thin', color: { rgb: '8A94A3' } } } },
  note: { font: font({ italic: true, color: { rgb: '4B5563' } }) },
  wrap: { font: font(), alignment: { wrapText: true, vertical: 'top' } },
  key: { font: font({ bold: true, color: { rgb: ink } }), fill: tint('FFF6DB') },
};

function tint(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}

const styles = new Map<string, CellStyle | undefined>();

function styleOf({ format = 'general', look = 'plain' }: SheetCell): CellStyle | undefined {
  const key = `${format} ${look}`;
  if (!styles.has(key)) {
    const numFmt = formats[format];
    const own = looks[look];
    const isPlain = look === 'plain' && numFmt === undefined;
    styles.set(key, isPlain ? undefined : { ...own, ...(numFmt === undefined ? {} : { numFmt }) });
  }
  return styles.get(key);
}
