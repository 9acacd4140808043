import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, smallModel, tandem } from './tandem.ts';

const program = resolve('dist/cli/tandem.js');
const published = resolve('scenarios/published.json');
const late = resolve('scenarios/late-programme.json');
const overThirtyYears = (name: string) => ({
  ...(JSON.parse(readFileSync(`scenarios/${name}.json`, 'utf8')) as object),
  horizon: 30,
});
const many = ['--trials', '2000000'];

/** Each takes many seconds, most of them without looking up. */
test.each([
  ['run', [published, ...many, '--out', 'old']],
  ['run --until', [published, '--until', '0.01%', '--out', 'old', ...many]],
  ['drivers', [published, ...many, '--out', 'old']],
  ['drivers --over', [published, '--over', 'upgradeCost,remediationRate', ...many, '--out', 'old']],
  ['compare', [published, late, ...many, '--out', 'old']],
  ['compare --portfolio', [resolve('scenarios'), ...many, '--out', 'old']],
  ['diff', ['small.json', 'large.json', '--out', 'old']],
  [
    'calibrate',
    [published, '--by', 'inputs', '--target', 'pipl-only=6500000', ...many, '--out', 'old'],
  ],
  ['claims', [published, ...many, '--out', 'old']],
  ['sipmath', [published, ...many, '--out', 'old']],
  ['report', [published, ...many, '--out', 'old.html']],
  ['validate', Array.from({ length: 400 }, () => published)],
] as const)('Ctrl-C ends tandem %s with 130, and leaves what was there', async (name, words) => {
  const folder = folderWith({
    old: 'old',
    'old.html': 'old',
    'small.json': overThirtyYears('small-firm'),
    'large.json': overThirtyYears('multinational'),
  });
  const command = name.split(' ')[0]!;
  const run = spawn(process.execPath, [program, command, ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  run.stderr.on('data', (text: Buffer) => (told += text.toString()));
  // Listened to from the start: one that is done already would never be heard to end.
  const ended = new Promise((end) => run.on('close', end));
  await new Promise((next) => setTimeout(next, 2500));
  run.kill('SIGINT');
  const code = await ended;
  expect(told).toMatch(/tandem: stopped (before it was done|after \d+ % of .*there is no result)/);
  expect(code).toBe(130);
  for (const each of ['old', 'old.html'])
    expect(readFileSync(join(folder, each), 'utf8')).toBe('old');
});

test('where no thread is to be had, a command gives the same without one', () => {
  const folder = folderWith({
    'model.json': smallModel('fee'),
    'a.json': { model: './model.json', name: 'A' },
  });
  const words = ['run', 'a.json', '--trials', '64', '--format', 'json'];
  const refusing = ['--experimental-permission', '--allow-fs-read=*', '--allow-fs-write=*'];
  const { status, stdout } = spawnSync(process.execPath, [...refusing, program, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toBe(tandem(words, { cwd: folder }).out);
});

test('memory that is not enough is told in a sentence', () => {
  const words = [program, 'sipmath', published, '--trials', '500000', '--out', '/dev/null'];
  const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=40', ...words], {
    encoding: 'utf8',
  });
  expect(stderr).toContain(
    'tandem: the memory that Node may use is not enough. Ask for fewer futures with --trials\n',
  );
  expect(status).toBe(3);
});
