import { calibrationTargetsSchema } from '../schema/calibration.ts';
import type { CalibrationTarget } from '../schema/calibration.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { validate } from '../schema/validate.ts';
import type { Arguments } from './command.ts';
import { wrongCommand, wrongInput } from './exit-code.ts';
import { readBytes } from './read-file.ts';

/** The targets of a command: those that are written in it, and those of its file. */
export function readTargets({ options }: Arguments): readonly CalibrationTarget[] {
  const { target, targets } = options;
  if (target === undefined && targets === undefined)
    throw wrongCommand(
      'calibrate needs to know what to meet: --target pipl-only=6500000, or --targets FILE',
    );
  return [
    ...(targets === undefined ? [] : targetsOf(targets)),
    ...(target === undefined ? [] : target.split(',').map((each) => writtenTarget(each.trim()))),
  ];
}

function targetsOf(file: string): readonly CalibrationTarget[] {
  const source = readBytes(file);
  if (source === null) throw wrongInput(`${file}: there is no such file`);
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
          `${file}:${line}:${column} ${pointer}: ${message}`.replace(' :', ':'),
        )
        .join('\n'),
    );
  return value.targets;
}

/** `pipl-only=6500000`, `dual.p90=5e6`, `pdpo-only.fine=0.2`. */
function writtenTarget(text: string): CalibrationTarget {
  const [what = '', given = '', ...more] = text.split('=');
  const value = given.trim() === '' ? NaN : Number(given);
  if (!Number.isFinite(value) || more.length > 0 || what === '')
    throw wrongCommand(
      `--target is WHAT=VALUE, such as pipl-only=6500000; found "${text.slice(0, 60)}"`,
    );
  const [posture = '', of] = what.trim().split('.', 2);
  if (of === undefined) return { kind: 'mean', posture, value };
  const percentile = /^p(\d{1,2}(?:\.\d)?)$/.exec(what.trim().slice(posture.length + 1))?.[1];
  if (percentile === undefined) return { kind: 'count', posture, event: of, value };
  const probability = Number(percentile) / 100;
  if (!(probability > 0 && probability < 1))
    throw wrongCommand(`a percentile is p1 to p99; found "${what.slice(0, 60)}"`);
  return { kind: 'percentile', posture, probability, value };
}
