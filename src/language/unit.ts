/**
 * A unit as powers of base units: HKD/year is {HKD: 1, year: -1}; a plain number, a share or a
 * count without a base is {}. Keys are in alphabetical order so that equal units print equally.
 */
export type Unit = Readonly<Record<string, number>>;

export const dimensionless: Unit = {};
export const money: Unit = { HKD: 1 };
export const perYear: Unit = { year: -1 };
export const moneyPerYear: Unit = { HKD: 1, year: -1 };

/** Words for a plain number; they say how it is shown, not what it measures. */
const plainWords = new Set(['1', 'share', 'number', 'index', 'ratio']);
const baseUnits = new Set(['HKD', 'year', 'people', 'weeks', 'hours']);

export const unitWords: readonly string[] = [...plainWords, ...baseUnits];

/**
 * Reads `HKD`, `HKD/year`, `1/year`, `share`, `HKD/people/year`.
 * Returns the word at fault as text where a word is not known.
 */
export function parseUnit(text: string): Unit | string {
  let unit: Unit = dimensionless;
  const words = text.split('/').map((word) => word.trim());
  for (const [position, word] of words.entries()) {
    if (plainWords.has(word)) continue;
    if (!baseUnits.has(word)) return word;
    unit = multiplyUnits(unit, { [word]: 1 }, position === 0 ? 1 : -1);
  }
  return unit;
}

/** a times b to the given power. */
export function multiplyUnits(a: Unit, b: Unit, power = 1): Unit {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const entries = names
    .map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0) * power] as const)
    .filter(([, exponent]) => exponent !== 0);
  return Object.fromEntries(entries);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return formatUnit(a) === formatUnit(b);
}

export function isDimensionless(unit: Unit): boolean {
  return Object.keys(unit).length === 0;
}

/** `HKD/year`, `1/year`, and `a plain number` for no unit. */
export function formatUnit(unit: Unit): string {
  const part = (sign: 1 | -1) =>
    Object.entries(unit)
      .filter(([, exponent]) => exponent * sign > 0)
      .flatMap(([name, exponent]) => {
        const power = exponent * sign;
        return Number.isInteger(power) ? Array<string>(power).fill(name) : [`${name}^${power}`];
      });
  const above = part(1);
  const below = part(-1);
  if (above.length === 0 && below.length === 0) return 'a plain number';
  return [above.length === 0 ? '1' : above.join(' '), ...below].join('/');
}
