import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import type { ComparisonRow } from './comparison.ts';
import { decimalsFor } from './decimals-for.ts';
import { formatNumber } from './format-number.ts';
import { formulaInWords } from './formula-in-words.ts';
import type { FormulaPart } from './formula-in-words.ts';
import type { MoneyScale } from './money-scale.ts';

/** A formula behind a figure, with its value for each posture where it is a cost line. */
export interface SourceFormula {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly formula: readonly FormulaPart[];
  readonly how: string;
  /** Mean cost over all years, one for each posture; none for what is no cost line. */
  readonly cells: readonly string[];
}

/** What a row of the comparison is made of. */
export interface FigureSource {
  /** Its cost lines, or both sides of a ratio. */
  readonly parts: readonly SourceFormula[];
  /** What these name and is computed itself, down to the inputs. */
  readonly terms: readonly SourceFormula[];
}

/** Formulas deeper than this are not looked into. */
const most = 24;

/** The formulas behind a row: those of its lines or its ratio, and of all that these name. */
export function figureSource(
  { of }: ComparisonRow,
  result: Result,
  briefing: Briefing,
  scale: MoneyScale,
): FigureSource {
  const labelOf = labelsOf(briefing, result);
  const source = (name: string, cells: readonly string[] = []): SourceFormula[] => {
    const known = own(briefing.formulas, name);
    return known === undefined
      ? []
      : [{ ...known, name, cells, formula: formulaInWords(known.formula, labelOf) }];
  };
  const parts = partsOf(of, result, briefing, scale, labelOf, source);
  const seen = new Set(parts.map(({ name }) => name));
  const terms: SourceFormula[] = [];
  const waiting = parts.flatMap(({ formula }) => namesIn(formula));
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (seen.has(name) || terms.length >= most) continue;
    seen.add(name);
    for (const term of source(name)) {
      terms.push(term);
      waiting.push(...namesIn(term.formula));
    }
  }
  return { parts, terms };
}

function partsOf(
  of: ComparisonRow['of'],
  result: Result,
  briefing: Briefing,
  scale: MoneyScale,
  labelOf: (name: string) => string | null,
  source: (name: string, cells: readonly string[]) => SourceFormula[],
): readonly SourceFormula[] {
  if (of === null) return [];
  if (of.kind === 'category') {
    return Object.entries(result.labels.lineCategories)
      .filter(([, category]) => category === of.id)
      .flatMap(([line]) => source(line, meansOf(line, result, scale)));
  }
  const ratio = own(briefing.ratios, of.id);
  if (ratio === undefined) return [];
  const side = (name: string, label: string, formula: string): SourceFormula => ({
    name,
    label,
    help: '',
    how: '',
    cells: [],
    formula: formulaInWords(formula, labelOf),
  });
  return [
    { ...side('numerator', 'Gained', ratio.numerator), help: ratio.help },
    side('denominator', 'Invested', ratio.denominator),
  ];
}

function meansOf(line: string, result: Result, scale: MoneyScale): readonly string[] {
  return result.postures.map(({ id }) => {
    const { mean = 0, standardError = 0 } = result.lines[id]?.[line] ?? {};
    if (mean === 0) return '\u2013';
    return formatNumber(mean / scale.size, decimalsFor(standardError / scale.size, scale.decimals));
  });
}

/** Names for people of all that formulas may name. */
function labelsOf(
  { formulas, inputs, postures }: Briefing,
  { labels: { categories } }: Result,
): (name: string) => string | null {
  const labels = new Map<string, string>([
    ...postures.map(({ id, label }): [string, string] => [id, label]),
    ...inputs.map(({ name, label }): [string, string] => [name, label]),
    ...Object.entries(categories).map(([id, label]): [string, string] => [
      `cost.${id}`,
      `Cost of the year: ${label}`,
    ]),
    ...Object.entries(totals).map(([kind, label]): [string, string] => [`cost.${kind}`, label]),
    ...Object.entries(formulas).map(([name, { label }]): [string, string] => [name, label]),
  ]);
  return (name) => labels.get(name) ?? null;
}

const totals = {
  total: 'Cost of the year',
  investment: 'Cost of the year: investments',
  running: 'Cost of the year: running',
  loss: 'Cost of the year: losses',
} as const;

function namesIn(formula: readonly FormulaPart[]): readonly string[] {
  return formula.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
