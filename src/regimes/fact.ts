/** A thing that the file does not say: which answers would settle it, and between what it lies. */
export interface Open {
  /** JSON pointers into the scenario, of what is to be answered, each once. */
  readonly open: readonly string[];
  /** For a number: the least and the most that it can be; Infinity where nothing bounds it. */
  readonly between?: readonly [low: number, high: number];
}

/** What is certain: a number, yes or no, a word. */
export type Known = number | boolean | string;

/** What a fact, a rule or a formula of the law comes to: certain, or not known. */
export type FactValue = Known | Open;

/** What is known of a fact before anything is asked: its name for people and its kind. */
export interface FactType {
  readonly label: string;
  /** A unit of the modelling language, `yes-no`, or `word`. */
  readonly unit: string;
  /** For a word: those that it may be. */
  readonly choices?: readonly string[];
}

export type FactTypes = Readonly<Record<string, FactType>>;
export type Facts = Readonly<Record<string, FactValue>>;

export const yesNo = (label: string): FactType => ({ label, unit: 'yes-no' });
export const people = (label: string): FactType => ({ label, unit: 'people' });

export function isOpen(value: FactValue): value is Open {
  return typeof value === 'object';
}

/** A yes-no or word that `pointers` would settle. */
export function open(...pointers: readonly string[]): Open {
  return { open: [...new Set(pointers)] };
}

/** A number between two ends that `pointers` would settle; the number itself where the ends meet. */
export function between(low: number, high: number, pointers: readonly string[]): number | Open {
  return low === high || pointers.length === 0
    ? low
    : { open: [...new Set(pointers)], between: [low, high] };
}

/** What an answer could be settled by: nothing for what is certain. */
export function asksOf(...values: readonly FactValue[]): readonly string[] {
  return [...new Set(values.flatMap((value) => (isOpen(value) ? value.open : [])))];
}

/** The least and the most that a number can be; NaN for what is no number. */
export function endsOf(value: FactValue): readonly [low: number, high: number] {
  if (typeof value === 'number') return [value, value];
  return isOpen(value) && value.between !== undefined ? value.between : [NaN, NaN];
}

/** Both hold: no as soon as one is no, else not known as long as one is not. */
export function both(values: readonly FactValue[]): FactValue {
  if (values.includes(false)) return false;
  const asks = asksOf(...values);
  return asks.length > 0 ? open(...asks) : values.every((value) => value === true);
}

/** One holds: yes as soon as one is yes, else not known as long as one is not. */
export function either(values: readonly FactValue[]): FactValue {
  if (values.includes(true)) return true;
  const asks = asksOf(...values);
  return asks.length > 0 ? open(...asks) : false;
}

export function not(value: FactValue): FactValue {
  return isOpen(value) ? value : value !== true;
}

/** What two possible values have in common: themselves where they agree, else not known. */
export function oneOf(values: readonly FactValue[], pointers: readonly string[]): FactValue {
  const [first, ...others] = values;
  if (first === undefined) return open(...pointers);
  const asks = [...pointers, ...asksOf(...values)];
  if (!isOpen(first) && others.every((other) => other === first)) return first;
  const ends = values.map(endsOf);
  const low = Math.min(...ends.map(([least]) => least));
  const high = Math.max(...ends.map(([, most]) => most));
  return Number.isNaN(low) || Number.isNaN(high) ? open(...asks) : between(low, high, asks);
}
