import type { WorkbookFile } from '../../src/export/write-workbook.ts';

type Value = number | string | boolean | null;

/** A workbook that computes: written from the rules of spreadsheets alone, to check formulas by. */
export class SheetEvaluator {
  readonly #cells = new Map<string, { value: Value; formula?: string }>();
  readonly #names = new Map<string, string>();
  readonly #known = new Map<string, Value>();

  constructor({ names, sheets }: Pick<WorkbookFile, 'names' | 'sheets'>) {
    for (const sheet of sheets) {
      for (const [row, cells] of sheet.rows.entries()) {
        for (const [column, { formula, value }] of cells.entries())
          this.#cells.set(`${sheet.name}!${letters(column)}${row + 1}`, {
            value,
            ...(formula === undefined ? {} : { formula }),
          });
      }
    }
    for (const { cell, name, sheet } of names)
      this.#names.set(name.toLowerCase(), `${sheet}!${cell.replaceAll('$', '')}`);
  }

  /** Types a value into the cell of a name. */
  set(name: string, value: number | string): void {
    const place = this.#names.get(name.toLowerCase());
    if (place === undefined) throw new Error(`no cell is called ${name}`);
    this.#cells.set(place, { value });
    this.#known.clear();
  }

  /** Where each formula stands, and what was stored as its result. */
  formulas(): readonly { readonly place: string; readonly stored: Value }[] {
    return [...this.#cells].flatMap(([place, { formula, value }]) =>
      formula === undefined ? [] : [{ place, stored: value }],
    );
  }

  named(name: string): Value {
    const place = this.#names.get(name.toLowerCase());
    if (place === undefined) throw new Error(`no cell is called ${name}`);
    return this.at(place);
  }

  at(place: string): Value {
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const cell = this.#cells.get(place);
    if (cell === undefined) return null;
    const value = cell.formula === undefined ? cell.value : this.formula(cell.formula, place);
    this.#known.set(place, value);
    return value;
  }

  /** What a formula comes to that stands at `place`. */
  formula(text: string, place: string): Value {
    const tokens =
      text.match(
        /'[^']+'!\$?[A-Z]+\$?\d+|"(?:[^"]|"")*"|\d+\.?\d*(?:e[+-]?\d+)?|<>|<=|>=|[<>=+\-*/^(),:]|\$?[A-Z]{1,3}\$?\d+(?![\w(])|[A-Za-z_]\w*/g,
      ) ?? [];
    if (tokens.join('') !== text.replaceAll(' ', '') && !text.includes('"') && !text.includes("'"))
      throw new Error(`cannot read ${text}`);
    let next = 0;
    const sheet = place.slice(0, place.lastIndexOf('!'));
    const peek = () => tokens[next];
    const take = (token: string) => {
      if (tokens[next] !== token) throw new Error(`${token} expected in ${text}`);
      next++;
    };
    const isCell = (token: string) => /^(?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+$/.test(token);
    const placeOf = (token: string) => {
      const quoted = /^'([^']+)'!(.+)$/.exec(token);
      return `${quoted?.[1] ?? sheet}!${(quoted?.[2] ?? token).replaceAll('$', '')}`;
    };
    const range = (from: string, to: string): Value[] => {
      const [a, b] = [from, to].map((each) => /([A-Z]+)(\d+)$/.exec(each)!);
      const found: Value[] = [];
      for (let row = Number(a![2]); row <= Number(b![2]); row++)
        for (let column = index(a![1]!); column <= index(b![1]!); column++)
          found.push(this.at(`${from.slice(0, from.lastIndexOf('!'))}!${letters(column)}${row}`));
      return found;
    };
    const argument = (): Value[] => {
      const token = peek() ?? '';
      if (isCell(token) && tokens[next + 1] === ':') {
        next += 2;
        return range(placeOf(token), placeOf(tokens[next++] ?? ''));
      }
      return [compare()];
    };
    const single = (): Value => {
      const token = tokens[next++] ?? '';
      if (token === '(') {
        const inner = compare();
        take(')');
        return inner;
      }
      // A minus in front binds more strongly than a power: -2^2 is 4 in a spreadsheet.
      if (token === '-') return -number(single());
      if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
      if (/^\d/.test(token)) return Number(token);
      if (isCell(token)) return this.at(placeOf(token));
      if (peek() !== '(') return this.named(token);
      take('(');
      const given: Value[][] = [];
      while (peek() !== ')') {
        given.push(argument());
        if (peek() === ',') next++;
      }
      take(')');
      return call(token, given);
    };
    const power = (): Value => {
      let value = single();
      while (peek() === '^') {
        next++;
        value = number(value) ** number(single());
      }
      return value;
    };
    const product = (): Value => {
      let value = power();
      for (let sign = peek(); sign === '*' || sign === '/'; sign = peek()) {
        next++;
        const right = number(power());
        value = sign === '*' ? number(value) * right : number(value) / right;
      }
      return value;
    };
    const sum = (): Value => {
      let value = product();
      for (let sign = peek(); sign === '+' || sign === '-'; sign = peek()) {
        next++;
        const right = number(product());
        value = sign === '+' ? number(value) + right : number(value) - right;
      }
      return value;
    };
    const compare = (): Value => {
      const left = sum();
      const sign = peek() ?? '';
      if (!/^[<>=]/.test(sign)) return left;
      next++;
      return compared(sign, left, sum());
    };
    const value = compare();
    if (next !== tokens.length) throw new Error(`${tokens.slice(next).join('')} left of ${text}`);
    return value;
  }
}

function compared(sign: string, left: Value, right: Value): boolean {
  const isText = typeof left === 'string' || typeof right === 'string';
  const [a, b] = isText ? [String(left), String(right)] : [number(left), number(right)];
  switch (sign) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function call(name: string, given: readonly Value[][]): Value {
  const all = given.flat().filter((each) => typeof each !== 'string' && each !== null);
  const one = number(given[0]?.[0] ?? 0);
  switch (name) {
    case 'SUM':
      return all.reduce<number>((total, each) => total + number(each), 0);
    case 'MIN':
      return Math.min(...all.map(number));
    case 'MAX':
      return Math.max(...all.map(number));
    case 'IF':
      return (given[0]?.[0] ?? false) ? (given[1]?.[0] ?? null) : (given[2]?.[0] ?? null);
    case 'AND':
      return given.every(([each]) => Boolean(each));
    case 'OR':
      return given.some(([each]) => Boolean(each));
    case 'NOT':
      return !one;
    case 'ABS':
      return Math.abs(one);
    case 'INT':
      return Math.floor(one);
    case 'SQRT':
      return Math.sqrt(one);
    case 'EXP':
      return Math.exp(one);
    case 'LN':
      return Math.log(one);
    case 'ROUND': {
      const scale = 10 ** number(given[1]?.[0] ?? 0);
      return (Math.sign(one) * Math.round(Math.abs(one) * scale)) / scale;
    }
    default:
      throw new Error(`a spreadsheet has no function ${name} that is known here`);
  }
}

function number(value: Value): number {
  if (typeof value === 'string') throw new Error(`${JSON.stringify(value)} is no number`);
  return Number(value ?? 0);
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function index(name: string): number {
  return Array.from(name).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}
