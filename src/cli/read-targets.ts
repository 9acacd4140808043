import { calibrationTargetsSchema } from '../schema/calibration.ts';
import type { CalibrationTarget } from '../schema/calibration.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { validate } from '../schema/validate.ts';
import { printable } from '../schema/describe.ts';
import type { Arguments } from './command.ts';
import { wrongCommand, wrongInput } from './exit-code.ts';
import { readBytes } from './read-file.ts';

/** The targets of a command: those that are written in it, and those of its file. */
export function readTargets({ options }: Arguments): readonly CalibrationTarget[] {
  const { target, targets } = options;
  if (target === undefined && targets === undefined)
    throw wrongCommand(
      'calibrate needs to know what to meet: --target POSTURE=6500000, or --targets FILE',
    );
  return [
    ...(targets === undefined ? [] : targetsOf(targets)),
    ...(target === undefined ? [] : target.split(',').map((each) => writtenTarget(each.trim()))),
  ];
}

function targetsOf(file: string): readonly CalibrationTarget[] {
  const source = readBytes(file);
  if (source === null) throw wrongInput(`${printable(file)}: there is no such file`);
  const document = parseDocument(source, file);
  const { value = null, issues = [] } =
    document.value === undefined
      ? {}
      : validate(calibrationTargetsSchema, document.value, document.places);
  const faults = [...document.issues, ...issues].filter(({ severity }) => severity === 'error');
  if (value === null || faults.length > 0)
    throw wrongInput(
      faults
        .map(({ column, line, message, pointer }) =>
          `${printable(file)}:${line}:${column} ${pointer}: ${message}`.replace(' :', ':'),
        )
        .join('\n'),
    );
  return value.targets;
}

/** `one-law=6.5M`, `all-laws.p90=5e6`, `one-law.fine=0.2`, `all-laws.fine.cost=2M`, `all-laws.fine=1 of 2M in 4 years`, and `against 2 years` after it. */
function writtenTarget(text: string): CalibrationTarget {
  const [what = '', given = '', ...more] = text.split('=').map((each) => each.trim());
  const [posture = '', of, ...rest] = what.split('.');
  const history = historyIn(given);
  const value = history === null ? amountIn(given) : 0;
  if (!Number.isFinite(value) || more.length > 0 || posture === '')
    throw wrongCommand(
      `--target is WHAT=VALUE, such as POSTURE=6500000; found "${printable(text.slice(0, 60))}"`,
    );
  if (of === undefined) {
    if (history !== null)
      throw wrongCommand(
        `a history is of an event, such as ${printable(posture)}.fine=1 in 4 years; found "${printable(text.slice(0, 60))}"`,
      );
    return { kind: 'mean', posture, value };
  }
  const percentile = /^p(\d{1,2}(?:\.\d)?)$/.exec([of, ...rest].join('.'))?.[1];
  if (percentile === undefined) {
    const amount = rest.length === 0 ? {} : { amount: rest.join('.') };
    if (history !== null) return { kind: 'history', posture, event: of, ...history, ...amount };
    if (rest.length > 0) return { kind: 'amount', posture, event: of, value, ...amount };
    return { kind: 'count', posture, event: of, value };
  }
  const probability = Number(percentile) / 100;
  if (!(probability > 0 && probability < 1))
    throw wrongCommand(`a percentile is p1 to p99; found "${printable(what.slice(0, 60))}"`);
  return { kind: 'percentile', posture, probability, value };
}

/** `3 in 4 years`, `1 of 2M in 4 years`, `3 in 4 years against 2 years`. */
function historyIn(text: string): {
  readonly count: number;
  readonly years: number;
  readonly value?: number;
  readonly priorYears?: number;
} | null {
  const time = String.raw`(\d+(?:\.\d+)?)(?:\s+years?)?`;
  const found = new RegExp(
    String.raw`^(\d+)(?:\s+of\s+(\S+))?\s+in\s+${time}(?:\s+against\s+${time})?$`,
  ).exec(text);
  if (found === null) return null;
  const [, count, each, years, against] = found;
  const value = each === undefined ? undefined : amountIn(each);
  if (Number(years) === 0 || Number(against) === 0 || Number.isNaN(value ?? 0)) return null;
  return {
    count: Number(count),
    years: Number(years),
    ...(value === undefined ? {} : { value }),
    ...(against === undefined ? {} : { priorYears: Number(against) }),
  };
}

const sizes: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, bn: 1e9 };

/** A number, also with k, M or bn after it; NaN where it is none. */
function amountIn(text: string): number {
  const found = /^(.*\d)\s*(k|m|bn|)$/i.exec(text);
  return Number(found?.[1] ?? NaN) * (sizes[found?.[2]?.toLowerCase() ?? ''] ?? NaN);
}
