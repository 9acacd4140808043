import type { CashLine, NamedMean, WorkbookFigures } from '../analysis/workbook-figures.ts';
import type { Expression } from '../language/expression.ts';
import { namesIn } from '../regimes/evaluate.ts';
import { axesOf } from './axes-of.ts';
import { liveExpression } from './live-expression.ts';
import type { LiveAt, LiveContext } from './live-expression.ts';
import { called, infix, literal, numberOf, reference, summed } from './live.ts';
import type { Live } from './live.ts';
import { mostWritten, writtenSize } from './written-size.ts';

/** A row of the cash flow: one figure for each year, or one for all. */
export interface CashRow {
  readonly key: string;
  readonly kind: 'input' | 'event' | 'line' | 'total' | 'definition' | 'term' | 'output' | 'ratio';
  /** What it is called in the model. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Place of its posture; null where it is the same for all. */
  readonly posture: number | null;
  /** Whether it has one figure for each year; else one for all. */
  readonly byYear: boolean;
  readonly cell: (year: number) => Live;
}

const halfACent = 0.005;

/**
 * The cash flow of a run as a sheet that computes: every cost line, definition, output and ratio of
 * the model as formulas over means. A line whose formula does not come to the run's own mean (it
 * is bent, or multiplies what hangs together) is that mean itself.
 */
export class CashRows {
  readonly figures: WorkbookFigures;
  readonly #rows = new Map<string, CashRow>();
  readonly #cells = new Map<string, Live>();
  readonly #live = new Map<string, boolean>();
  readonly #writable = new Map<Expression, boolean>();

  constructor(figures: WorkbookFigures) {
    this.figures = figures;
  }

  /** A row by its key, once something has asked for it. */
  row(key: string): CashRow | undefined {
    return this.#rows.get(key);
  }

  line(name: string, posture: number): CashRow {
    const line = this.figures.lines[name];
    if (line === undefined) throw new RangeError(`no cost line ${name}`);
    return this.#add({
      key: `line ${name} ${posture}`,
      kind: 'line',
      name,
      label: line.label,
      unit: 'HKD/year',
      posture,
      byYear: true,
      cell: (year) => this.#lineCell(name, line, { posture, year }),
    });
  }

  /** `cost.total`, `cost.running` and so on. */
  total(name: string, posture: number): CashRow {
    const lines = this.figures.totals[name] ?? [];
    const part = name.replace(/^cost\./, '');
    return this.#add({
      key: `total ${name} ${posture}`,
      kind: 'total',
      name,
      label: totalLabels[part] ?? this.figures.lines[lines[0] ?? '']?.category ?? part,
      unit: 'HKD/year',
      posture,
      byYear: true,
      cell: (year) => {
        const parts = lines.map((line) => this.#read(this.line(line, posture), year));
        const sum = parts.reduce((total, each) => total + numberOf(each), 0);
        return parts.length === 0 ? literal(0) : summed(parts, sum);
      },
    });
  }

  output(name: string, posture: number): CashRow | null {
    const output = this.figures.outputs[name];
    if (output === undefined || !this.#isWritable(output.formula)) return null;
    return this.#result('output', name, output, posture, (context) =>
      liveExpression(output.formula, { posture, year: 0 }, context),
    );
  }

  ratio(name: string, posture: number): CashRow | null {
    const ratio = this.figures.ratios[name];
    if (ratio === undefined) return null;
    if (![ratio.numerator, ratio.denominator].every((each) => this.#isWritable(each))) return null;
    return this.#result('ratio', name, { ...ratio, unit: 'share' }, posture, (context) => {
      const at = { posture, year: 0 };
      const gained = liveExpression(ratio.numerator, at, context);
      const invested = liveExpression(ratio.denominator, at, context);
      return infix('/', gained, invested, numberOf(gained) / numberOf(invested));
    });
  }

  #result(
    kind: 'output' | 'ratio',
    name: string,
    { label, unit }: { readonly label: string; readonly unit: string },
    posture: number,
    make: (context: LiveContext) => Live,
  ): CashRow {
    const key = `${kind} ${name} ${posture}`;
    return this.#add({
      key,
      kind,
      name,
      label,
      unit,
      posture,
      byYear: false,
      cell: () => make(this.#context(label, key, kind === 'ratio' ? 'HKD' : unit)),
    });
  }

  #add(row: CashRow): CashRow {
    const known = this.#rows.get(row.key);
    if (known !== undefined) return known;
    const cell = (year: number): Live => {
      const place = `${row.key} ${row.byYear ? year : ''}`;
      const found = this.#cells.get(place) ?? row.cell(year);
      this.#cells.set(place, found);
      return found;
    };
    const kept = { ...row, cell };
    this.#rows.set(row.key, kept);
    return kept;
  }

  #read(row: CashRow, year: number): Live {
    return reference(row.key, row.byYear ? year : null, row.cell(year));
  }

  /** `owner` is the row that the formula gives: sums over years within it get rows of their own. */
  #context(label: string, owner: string, unit: string): LiveContext {
    const { postures, years } = this.figures;
    let sums = 0;
    return {
      postures,
      years,
      name: (name, at) => this.#named(name, at),
      sumOverYears: (of, at, terms) => {
        const sum = terms.reduce((total, term) => total + numberOf(term), 0);
        const [first] = terms;
        const isRow = of.kind === 'name' && first !== undefined && !first.isFixed;
        const [key = ''] = isRow ? [...first.rows] : [];
        const known = isRow ? this.#rows.get(key) : undefined;
        const row =
          known !== undefined && known.byYear
            ? known
            : this.#add({
                key: `term ${++sums} of ${owner}`,
                kind: 'term',
                name: owner,
                label: `${label}, year by year${sums > 1 ? ` (${sums})` : ''}`,
                unit,
                posture: at.posture,
                byYear: true,
                cell: (year) => terms[year] ?? literal(0),
              });
        const whole = terms.map((_, year) => this.#read(row, year));
        return {
          ...called('SUM', whole, sum, false),
          write: (address) =>
            `SUM(${address(row.key, 0)}:${address(row.key, Math.max(0, years - 1))})`,
        };
      },
    };
  }

  #named(name: string, at: LiveAt): Live {
    const { definitions, lines, names, totals } = this.figures;
    if (Object.hasOwn(totals, name)) return this.#read(this.total(name, at.posture), at.year);
    if (Object.hasOwn(lines, name)) return this.#read(this.line(name, at.posture), at.year);
    if (Object.hasOwn(definitions, name)) return this.#read(this.#definition(name, at), at.year);
    const mean = names[name];
    if (mean === undefined) throw new RangeError(`nothing is known of ${name}`);
    return this.#read(this.#mean(name, mean, at), at.year);
  }

  #mean(name: string, mean: NamedMean, at: LiveAt): CashRow {
    const posture = mean.byPosture ? at.posture : null;
    return this.#add({
      key: `${mean.kind} ${name} ${posture ?? ''}`,
      kind: mean.kind,
      name,
      label: mean.label,
      unit: mean.unit,
      posture,
      byYear: mean.byYear,
      cell: (year) => ({
        ...literal(mean.values[posture ?? 0]?.[mean.byYear ? year : 0] ?? 0),
        isUncertain: mean.isUncertain,
      }),
    });
  }

  #definition(name: string, at: LiveAt): CashRow {
    const definition = this.figures.definitions[name];
    if (definition === undefined) throw new RangeError(`no definition ${name}`);
    const axes = axesOf(definition.formula, this.figures);
    const posture = axes.posture ? at.posture : null;
    const key = `definition ${name} ${posture ?? ''}`;
    return this.#add({
      key,
      kind: 'definition',
      name,
      label: definition.label,
      unit: definition.unit,
      posture,
      byYear: axes.year,
      cell: (year) =>
        liveExpression(
          definition.formula,
          { posture: posture ?? 0, year },
          this.#context(definition.label, key, definition.unit),
        ),
    });
  }

  #lineCell(name: string, line: CashLine, at: LiveAt): Live {
    if (!this.#isLive(name, line)) return this.#meanOfLine(name, line, at);
    const live = this.#lineFormula(name, line, at);
    return live.isFixed ? literal(line.means[at.posture]?.[at.year] ?? 0) : live;
  }

  /** The mean of a line that no formula gives; price rises are still applied to it. */
  #meanOfLine(name: string, line: CashLine, at: LiveAt): Live {
    const mean = (year: number): Live => ({
      ...literal(line.means[at.posture]?.[year] ?? 0),
      isUncertain: line.isUncertain[at.posture]?.[year] ?? true,
    });
    const index = (year: number) => this.#priceIndex(line.label, { ...at, year });
    const rises = index(at.year);
    if (rises === null || rises.isFixed || !(numberOf(rises) > 0)) return mean(at.year);
    const row = this.#add({
      key: `unpriced ${name} ${at.posture}`,
      kind: 'event',
      name,
      label: `${line.label}, before price rises`,
      unit: 'HKD/year',
      posture: at.posture,
      byYear: true,
      cell: (year) => {
        const own = mean(year);
        return {
          ...literal(numberOf(own) / numberOf(index(year) ?? literal(1))),
          isUncertain: own.isUncertain,
        };
      },
    });
    const own = this.#read(row, at.year);
    return infix('*', own, rises, numberOf(own) * numberOf(rises));
  }

  #priceIndex(label: string, at: LiveAt): Live | null {
    const { priceIndex } = this.figures;
    return priceIndex === null
      ? null
      : liveExpression(priceIndex, at, this.#context(label, 'price index', '1'));
  }

  /** Whether a formula, and each definition that it rests on, is small enough for a sheet. */
  #isWritable(formula: Expression): boolean {
    const known = this.#writable.get(formula);
    if (known !== undefined) return known;
    // A definition may rest on itself through the year before.
    this.#writable.set(formula, true);
    const isWritable =
      writtenSize(formula, this.figures) <= mostWritten &&
      namesIn(formula).every((name) => {
        const definition = this.figures.definitions[name];
        return definition === undefined || this.#isWritable(definition.formula);
      });
    this.#writable.set(formula, isWritable);
    return isWritable;
  }

  /** Whether the formula of a line comes to its mean everywhere: else a change would reach only parts of it. */
  #isLive(name: string, line: CashLine): boolean {
    const known = this.#live.get(name);
    if (known !== undefined) return known;
    const isLive =
      this.#isWritable(line.formula) &&
      line.means.every((means, posture) =>
        means.every(
          (mean, year) =>
            Math.abs(numberOf(this.#lineFormula(name, line, { posture, year })) - mean) <=
            halfACent,
        ),
      );
    this.#live.set(name, isLive);
    return isLive;
  }

  #lineFormula(name: string, line: CashLine, at: LiveAt): Live {
    const context = this.#context(line.label, `line ${name} ${at.posture}`, 'HKD/year');
    const own = liveExpression(line.formula, at, context);
    const index = this.#priceIndex(line.label, at);
    if (index === null || own.isFixed) return own;
    return infix('*', own, index, numberOf(own) * numberOf(index));
  }
}

const totalLabels: Readonly<Record<string, string>> = {
  total: 'Total cost of the year',
  investment: 'Investments',
  running: 'Running costs',
  loss: 'Losses',
};
