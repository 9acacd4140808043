import type { ProgramSource } from '../language/program-source.ts';
import type { IssueCollector } from '../schema/issue-collector.ts';
import type { ReadSip } from '../schema/sipmath.ts';
import type { ByPosture, ByYear, Quantity, Value } from '../schema/value-form.ts';
import type { NamedPart } from './sipmath-names.ts';
import { valueOfSip } from './sipmath-values.ts';

/** A variable of a library, and which part of an input it gives. */
export interface SipPart extends NamedPart {
  readonly sip: ReadSip;
  readonly pointer: string;
}

/** The value of an input from its variables in a library; null where an issue tells why there is none. */
export function assembleValue(
  parts: readonly SipPart[],
  source: ProgramSource,
  issues: IssueCollector,
): Value | null {
  const valueOf = ({ pointer, sip }: SipPart): Quantity | null => {
    return valueOfSip(sip, pointer, issues);
  };
  const [first] = parts;
  if (first === undefined) return null;
  const multiplier = parts.find(({ times }) => times);
  const plain = parts.filter(({ times }) => !times);
  let value: Value | null;
  const postures = [...new Set(plain.map(({ posture }) => posture))];
  if (plain.length === 0) value = fixedValue(first.input, source);
  else if (postures.length === 1 && postures[0] === null)
    value = overYears(plain, source.years, valueOf, issues);
  else if (postures.includes(null)) {
    issues.error(
      'sipmath-postures',
      `${first.pointer}/name`,
      `${first.input} is in this library for all postures and for single ones; keep one of the two`,
    );
    return null;
  } else {
    const entries = postures.map((posture) => {
      const own = plain.filter((part) => part.posture === posture);
      return [posture ?? '', overYears(own, source.years, valueOf, issues)] as const;
    });
    if (entries.some(([, each]) => each === null)) return null;
    // What the library does not say of other postures, because it is fixed, is what the scenario says.
    value = {
      ...fixedByPosture(first.input, source),
      ...(Object.fromEntries(entries) as ByPosture),
    };
  }
  if (value === null || multiplier === undefined) return value;
  const times = valueOf(multiplier);
  if (times === null || typeof times === 'string') return null;
  return { value: value as Exclude<Value, { readonly value: unknown }>, times };
}

function overYears(
  parts: readonly SipPart[],
  years: number,
  valueOf: (part: SipPart) => Quantity | null,
  issues: IssueCollector,
): Quantity | ByYear | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1 && first.year === null) return valueOf(first);
  const values = Array.from({ length: years }, (_, index) => {
    const own = parts.find(({ year }) => year === index + 1);
    return own === undefined ? null : valueOf(own);
  });
  const missing = values.findIndex((each, index) => {
    return each === null && !parts.some(({ year }) => year === index + 1);
  });
  if (missing >= 0 || parts.some(({ year }) => year === null)) {
    issues.error(
      'sipmath-years',
      `${first.pointer}/name`,
      `${first.input} is in this library for some years only; year ${missing + 1} of ${years} is missing`,
    );
    return null;
  }
  const known = values.filter((each) => each !== null);
  return known.length < years ? null : { by: 'year', values: known };
}

/** What the scenario says of an input that only its multiplier is given for. */
function fixedValue(input: string, source: ProgramSource): Value {
  const fixed = fixedByPosture(input, source);
  const isByPosture = source.model.inputs[input]?.by.includes('posture') ?? false;
  return isByPosture ? fixed : (Object.values(fixed)[0] ?? 0);
}

/** The fixed values of an input by posture, in the scenario's currency; postures with a distribution are left out. */
function fixedByPosture(input: string, { model, postures, scenario }: ProgramSource): ByPosture {
  const { cells = [], currencyFactor = 1 } = scenario.inputs[input] ?? {};
  const isMoney = /\bHKD\b/.test(model.inputs[input]?.unit ?? '');
  const rate = isMoney ? (scenario.exchangeRates[scenario.currency] ?? 1) : 1;
  const factor = isMoney && currencyFactor !== rate ? currencyFactor / rate : 1;
  const fixed: Record<string, Quantity | ByYear> = {};
  for (const [index, posture] of postures.entries()) {
    const row = cells[index] ?? [];
    const numbers = row.flatMap((cell) => (cell.kind === 'number' ? [factor * cell.value] : []));
    const [value] = numbers;
    if (numbers.length < row.length || value === undefined) continue;
    fixed[posture] = numbers.every((each) => each === value)
      ? value
      : { by: 'year', values: numbers };
  }
  return fixed;
}
