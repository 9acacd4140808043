import type { LeafForm, Triple } from '../schema/leaf-form.ts';
import { middleRange } from './middle-range.ts';
import { sensibleNumber } from '../schema/sensible-number.ts';
import { speakQuantity } from './speak-quantity.ts';

/** What three numbers are, and what they must stay within. */
export interface TripleContext {
  readonly form: Exclude<LeafForm, 'fixed'>;
  readonly unit: string;
  readonly currency: string | null;
  /** Bounds that a curve through percentiles has. */
  readonly bounds: { readonly min?: number | undefined; readonly max?: number | undefined };
  /** Which of the three was changed last: it is the one that is told of. */
  readonly changed: number;
}

/** What each of three numbers is called. */
export const tripleNames = {
  range: ['Lowest', 'Most likely', 'Highest'],
  percentiles: ['10 of 100 are below', '50 of 100 are below', '90 of 100 are below'],
} as const;

/** What is wrong with the numbers of a range or of percentiles, beside each; '' where nothing is. */
export function tripleProblems(
  triple: Triple,
  context: TripleContext,
): readonly [low: string, middle: string, high: string] {
  const { bounds, changed, currency, form, unit } = context;
  const show = (value: number) => speakQuantity(value, unit, currency);
  const problems: [string, string, string] = ['', '', ''];
  const tell = (index: number, problem: string) => {
    if (problems[index] === '') problems[index] = problem;
  };
  for (const [low, high] of pairs) {
    const [a, b] = [triple[low] ?? 0, triple[high] ?? 0];
    const mayBeEqual = form === 'range' && high - low === 1;
    if (a < b || (mayBeEqual && a === b)) continue;
    const names = tripleNames[form].map((name) => name.toLowerCase().replace(' are below', ''));
    if (changed === low)
      tell(low, `It must be below \u201c${names[high] ?? ''}\u201d, ${show(b)}.`);
    else tell(high, `It must be above \u201c${names[low] ?? ''}\u201d, ${show(a)}.`);
  }
  if (form === 'percentiles') {
    for (const [index, value] of triple.entries()) {
      if (bounds.min !== undefined && value <= bounds.min)
        tell(index, `It must be above ${show(bounds.min)}.`);
      if (bounds.max !== undefined && value >= bounds.max)
        tell(index, `It must be below ${show(bounds.max)}.`);
    }
    if (problems.every((problem) => problem === '')) tell(1, unevenness(triple, context));
  }
  return problems;
}

const pairs = [
  [0, 1],
  [1, 2],
  [0, 2],
] as const;

function unevenness(
  [low, middle, high]: Triple,
  { bounds, currency, unit }: TripleContext,
): string {
  const [least, most] = middleRange(low, high, bounds);
  if (middle >= least && middle <= most) return '';
  const width = high - low;
  const step = width / 100;
  const show = (value: number) => speakQuantity(sensibleNumber(value, width), unit, currency);
  return `It must lie between ${show(least + step)} and ${show(most - step)}: no smooth curve is more uneven.`;
}
