/** Says where a row stands in a year (counted from 0; null: its figure for all years), such as `F12`. */
export type Address = (row: string, year: number | null) => string;

/** A value in a sheet: the formula that gives it, and what that comes to. */
export interface Live {
  readonly value: number | string;
  /** Whether what it rests on differs from future to future. */
  readonly isUncertain: boolean;
  /** Whether, of uncertain figures, it takes more than sums and products: its mean is then not that of means. */
  readonly isBent: boolean;
  /** Whether it rests on no figure that can be changed. */
  readonly isFixed: boolean;
  /** The rows that it reads. */
  readonly rows: ReadonlySet<string>;
  /** How strongly its parts hold together: 4 a single thing, 3 a power, 2 a product, 1 a sum, 0 a comparison. */
  readonly strength: number;
  readonly write: (address: Address) => string;
}

const noRows: ReadonlySet<string> = new Set();

/** A number or word that stands in a formula as it is. */
export function literal(value: number | string): Live {
  const text =
    typeof value === 'string'
      ? `"${value.replaceAll('"', '""')}"`
      : value < 0
        ? `(${String(value)})`
        : String(value);
  return {
    value,
    isUncertain: false,
    isBent: false,
    isFixed: true,
    rows: noRows,
    strength: 4,
    write: () => text,
  };
}

/** What another row holds. */
export function reference(row: string, year: number | null, of: Live): Live {
  return {
    ...of,
    isFixed: false,
    rows: new Set([row]),
    strength: 4,
    write: (address) => address(row, year),
  };
}

/** The number of a year, read from the head of its column. */
export function yearNumber(year: number): Live {
  return { ...literal(year + 1), write: (address) => address('year', year) };
}

/** A formula made of parts. */
export function combined(
  value: number,
  parts: readonly Live[],
  strength: number,
  write: (address: Address) => string,
  bends = false,
): Live {
  const isUncertain = parts.some((part) => part.isUncertain);
  return {
    value,
    isUncertain,
    isBent: parts.some((part) => part.isBent) || (bends && isUncertain),
    isFixed: parts.every((part) => part.isFixed),
    rows: new Set(parts.flatMap((part) => [...part.rows])),
    strength,
    write,
  };
}

const operators = {
  '+': { strength: 1, after: 1 },
  '-': { strength: 1, after: 2 },
  '*': { strength: 2, after: 2 },
  '/': { strength: 2, after: 3 },
  '^': { strength: 3, after: 4 },
} as const;

/** Two values with a sign between them; in brackets where they would else fall apart. */
export function infix(sign: keyof typeof operators, left: Live, right: Live, value: number): Live {
  const { after, strength } = operators[sign];
  const before = sign === '^' ? 4 : strength;
  // Products of uncertain figures are right on average only where these are independent: that is
  // found out by comparing with the run.
  return combined(
    value,
    [left, right],
    strength,
    (address) => `${bracketed(left, before, address)}${sign}${bracketed(right, after, address)}`,
  );
}

/** Two values compared: 1 or 0. */
export function comparison(sign: string, left: Live, right: Live, holds: boolean): Live {
  return combined(
    holds ? 1 : 0,
    [left, right],
    0,
    (address) => `${bracketed(left, 1, address)}${sign}${bracketed(right, 1, address)}`,
    true,
  );
}

/** A function of the sheet. */
export function called(name: string, parts: readonly Live[], value: number, bends = true): Live {
  return combined(
    value,
    parts,
    4,
    (address) => `${name}(${parts.map((part) => part.write(address)).join(',')})`,
    bends,
  );
}

function bracketed(part: Live, least: number, address: Address): string {
  const text = part.write(address);
  return part.strength >= least ? text : `(${text})`;
}

/** The number that a value is; words are none. */
export function numberOf({ value }: Live): number {
  return typeof value === 'number' ? value : NaN;
}

/** The sum of cells; those that stand under each other are named by their first and last. */
export function summed(parts: readonly Live[], value: number): Live {
  return combined(value, parts, 4, (address) => {
    const runs: { column: string; from: number; to: number }[] = [];
    const others: string[] = [];
    for (const part of parts) {
      const cell = part.write(address);
      const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      const last = runs.at(-1);
      if (column === undefined || row === undefined) others.push(cell);
      else if (last?.column === column && last.to + 1 === Number(row)) last.to++;
      else runs.push({ column, from: Number(row), to: Number(row) });
    }
    const cells = runs.map(({ column, from, to }) =>
      from === to ? `${column}${from}` : `${column}${from}:${column}${to}`,
    );
    return `SUM(${[...cells, ...others].join(',')})`;
  });
}
