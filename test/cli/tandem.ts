import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('dist/cli/tandem.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a shell would, without a terminal. */
export function tandem(
  words: readonly string[],
  at: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Outcome {
  if (!existsSync(program)) throw new Error('dist/cli/tandem.js is not built: npm run build:cli');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    cwd: at.cwd ?? process.cwd(),
    env: { ...process.env, ...at.env },
    maxBuffer: 64e6,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A new folder with some files in it, there until the tests end; objects are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(process.env['TANDEM_TEST_FOLDERS'] ?? tmpdir(), 'tandem-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** A model of one cost line, with a formula to choose. */
export function smallModel(formula: string): Readonly<Record<string, unknown>> {
  return {
    id: 'small',
    version: '1.0.0',
    title: 'Small',
    currency: 'HKD',
    horizon: { default: 2, min: 1, max: 5 },
    postures: { one: { label: 'One' }, two: { label: 'Two' } },
    comparison: { of: 'two', against: ['one'] },
    categories: { costs: { label: 'Costs' } },
    groups: { every: { label: 'Every' } },
    inputs: {
      fee: {
        label: 'Fee',
        unit: 'HKD/year',
        group: 'every',
        by: ['posture'],
        default: { one: 100, two: 80 },
      },
    },
    lines: { fees: { label: 'Fees', category: 'costs', kind: 'running', formula } },
    outputs: { tco: { label: 'Total', unit: 'HKD', formula: 'sum(cost.total, year)' } },
  };
}
