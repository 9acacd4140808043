import { nearest } from '../schema/near-miss.ts';
import { sipName } from './sipmath-format.ts';

/** Which input a variable of a library is meant for, and where in it. */
export interface NamedPart {
  readonly input: string;
  readonly posture: string | null;
  /** From 1; null for every year. */
  readonly year: number | null;
  readonly times: boolean;
}

/** What variables may be called: inputs, and the postures and years of the scenario. */
export interface KnownNames {
  readonly inputs: readonly string[];
  readonly postures: readonly string[];
  readonly years: number;
}

/**
 * Reads a name such as `auditCost`, `trainingCost.one_law`, `fineCap.all_laws.year2` or
 * `upgradeCost.times`. Where there is no such input, tells the nearest name; null where none is near.
 */
export function readSipName(
  name: string,
  { inputs, postures, years }: KnownNames,
): { readonly part: NamedPart } | { readonly near: string | null } {
  const [input = '', ...rest] = name.split('.');
  const isKnown = inputs.includes(input);
  const known = isKnown ? input : nearest(input, inputs);
  if (known === null) return { near: null };
  let posture: string | null = null;
  let year: number | null = null;
  let times = false;
  let right = [known];
  for (const [index, word] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = postures.find((each) => sipName(each) === word);
    const number = /^year([1-9]\d?)$/.exec(word)?.[1];
    if (posture === null && year === null && found !== undefined) posture = found;
    else if (year === null && number !== undefined && Number(number) <= years)
      year = Number(number);
    else if (isLast && rest.length === 1 && word === 'times') times = true;
    else {
      const near = nearest(word, [...postures.map((each) => sipName(each)), 'times']);
      return { near: near === null ? known : [...right, near].join('.') };
    }
    right = [...right, word];
  }
  if (!isKnown) return { near: right.join('.') };
  return { part: { input, posture, year, times } };
}
