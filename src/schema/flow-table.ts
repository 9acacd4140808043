/** A cell of a table of flows, and where it stands in its file. */
export interface FlowCell {
  readonly text: string;
  /** 1-based, as editors count; in a workbook row and column of its sheet. */
  readonly line: number;
  readonly column: number;
  /** Whether the file itself says that it is a number, so that nobody need guess at its marks. */
  readonly isNumber?: boolean;
}

/** A row of a table with its number as a spreadsheet shows it. */
export interface FlowRow {
  readonly number: number;
  readonly cells: readonly FlowCell[];
}

/** A table that may hold flows, from whatever kind of file; rows without any text are left out. */
export interface FlowTable {
  readonly rows: readonly FlowRow[];
  /** What parts cells; null where the kind of file needs no such sign. */
  readonly delimiter: string | null;
}
