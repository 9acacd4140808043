import { mkdirSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/schema/decision.ts';
import type { Result } from '../../src/schema/result.ts';
import { csvCells } from '../../src/schema/csv-cells.ts';
import { folderWith, tandem } from './tandem.ts';

const published = readFileSync('scenarios/published.json', 'utf8');
const few = ['--trials', '4000'];

/** A folder as a consultant keeps it: one folder a client, a broken file, and files that are no scenarios. */
function clients(): string {
  const folder = folderWith({
    'acme.json': published,
    'broken.json': '{ "name": "Broken", "model": }',
    'settings.json': { tabs: 2 },
  });
  mkdirSync(join(folder, 'bravo'));
  const cheap = {
    extends: './base.json',
    name: '=Bravo, "limited"',
    inputs: { remediationRate: 0.01 },
  };
  writeFileSync(join(folder, 'bravo', 'plan.json'), JSON.stringify(cheap));
  writeFileSync(join(folder, 'bravo', 'base.json'), published);
  return folder;
}

interface Told {
  readonly file: string;
  readonly choice: { readonly best: string; readonly rival: string };
  readonly driver: { readonly id: string; readonly share: number };
}

describe('tandem compare FOLDER', () => {
  const folder = clients();

  test('has a row for each scenario; a broken file names itself and stops nobody', () => {
    const { code, err, out } = tandem(['compare', '.', ...few], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toMatch(/The published comparison \(acme\.json\) +Dual +\d+ % +PIPL only/);
    // PIPL only costs less, and leaves out a law that binds the company: it is no answer.
    expect(out).toMatch(/=Bravo, "limited" \(bravo\/plan\.json\) +Dual +0 % +PIPL only/);
    expect(out).toMatch(/PIPL only would cost less on average, but is no answer: not lawful/);
    expect(out).toMatch(/1 of 4 files could not be run:\n {2}broken\.json\n {4}broken\.json:1:\d+/);
    expect(out).not.toContain('settings.json');
    expect(err).toContain('broken.json');
  });

  test('tells the figures of the run and the driver that "tandem drivers" ranks first', () => {
    const whole = ['--trials', '32768', '--format', 'json'];
    const told = tandem(['compare', 'acme.json', '--portfolio', ...whole], { cwd: folder });
    const run = tandem(['run', 'acme.json', ...whole], { cwd: folder });
    const asked = tandem(['drivers', 'acme.json', ...whole], { cwd: folder });
    expect(told.code).toBe(0);
    const [row] = (JSON.parse(told.out) as { scenarios: Told[] }).scenarios;
    const result = JSON.parse(run.out) as Result;
    const { decision } = JSON.parse(asked.out) as { decision: Decision };
    expect(row?.choice).toMatchObject({
      best: 'dual',
      saving: result.saving[row?.choice.rival ?? ''],
    });
    const figure = `saving.${row?.choice.rival}`;
    const shares = decision.drivers.map(({ id, shares: all }) => [id, all[figure]?.value ?? 0]);
    const [top] = shares.toSorted(([, a], [, b]) => Number(b) - Number(a));
    expect(top).toEqual([row?.driver.id, row?.driver.share]);
  });

  test('gives one line a scenario as CSV, harmless and with what is needed to run it again', () => {
    const { code, out } = tandem(['compare', '.', ...few, '--format', 'csv'], { cwd: folder });
    expect(code).toBe(1);
    expect(out.startsWith('\ufeff')).toBe(true);
    const cells = csvCells(out.slice(1), ',');
    const [head = [], ...rows] = ('rows' in cells ? cells.rows : []).map((row) =>
      row.cells.map(({ text }) => text),
    );
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? '');
    expect(column('file')).toEqual([
      'acme.json',
      'bravo/base.json',
      'bravo/plan.json',
      'broken.json',
    ]);
    expect(column('scenario')[2]).toBe('\'=Bravo, "limited"');
    expect(column('answer')[0]).toBe('dual');
    expect(column('trials')).toEqual(['4000', '4000', '4000', '']);
    expect(column('result_hash')[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(column('problem')[3]).toContain('broken.json:1:');
  });

  test('says what is missing', () => {
    const alone = tandem(['compare', 'acme.json'], { cwd: folder });
    expect(alone).toMatchObject({ code: 2 });
    expect(alone.err).toMatch(/name two files or more, or a folder/);
    const empty = tandem(['compare', folderWith({ 'package.json': { name: 'x' } })]);
    expect(empty).toMatchObject({ code: 1 });
    expect(empty.err).toMatch(/there is no scenario in this folder/);
  });
});
