import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIcs } from '../export/papers/read-ics.ts';
import { answeredCompany, exportFlow } from '../export/papers/papers-case.ts';
import { folderWith, tandem } from './tandem.ts';

const own = {
  model: 'compliance-tco',
  name: 'Own case',
  asOf: '2026-11-01',
  company: answeredCompany,
  flows: [exportFlow],
};

describe('tandem papers', () => {
  test('writes map, register, checklist, calendar and memos, and names each', () => {
    const folder = folderWith({});
    const out = join(folder, 'papers');
    const { code, err } = tandem(['papers', 'scenarios/bank.json', '--out', out]);
    expect(code).toBe(0);
    const files = readdirSync(out);
    for (const file of ['checklist.html', 'deadlines.ics', 'map.svg', 'register.csv'])
      expect(files).toContain(file);
    expect(files.filter((file) => file.startsWith('memo-')).length).toBeGreaterThan(0);
    for (const file of files) expect(err).toContain(join(out, file));
    expect(readIcs(readFileSync(join(out, 'deadlines.ics'), 'utf8')).events.length).toBeGreaterThan(
      0,
    );
  });
  test('writes the same bytes each time', () => {
    const folder = folderWith({ 'own.json': own });
    for (const name of ['one', 'two'])
      expect(
        tandem(['papers', 'own.json', '--out', name, '--quiet'], { cwd: folder }),
      ).toMatchObject({ code: 0, out: '', err: '' });
    for (const file of readdirSync(join(folder, 'one')))
      expect(readFileSync(join(folder, 'one', file))).toEqual(
        readFileSync(join(folder, 'two', file)),
      );
  });
  test('never writes over what it reads, also through a link', () => {
    const flows = readFileSync('scenarios/flows-template.csv', 'utf8');
    const folder = folderWith({ 'own.json': own, 'register.csv': flows });
    const words = ['papers', 'own.json', '--flows', 'register.csv', '--out'];
    const refused = tandem([...words, '.'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('register.csv is a file that this command reads');
    symlinkSync(folder, join(folder, 'link'));
    expect(tandem([...words, 'link'], { cwd: folder }).code).toBe(2);
    expect(readFileSync(join(folder, 'register.csv'), 'utf8')).toBe(flows);
    expect(existsSync(join(folder, 'map.svg'))).toBe(false);
  });
  test('tells of memos that were written before and are not true now', () => {
    const folder = folderWith({ 'own.json': own });
    const words = ['papers', 'own.json', '--out', 'papers'];
    expect(tandem(words, { cwd: folder }).code).toBe(0);
    const needs = { ...own, flows: [{ ...exportFlow, people: 100_000 }] };
    writeFileSync(join(folder, 'own.json'), JSON.stringify(needs));
    const { code, err } = tandem(words, { cwd: folder });
    expect(code).toBe(0);
    expect(err).toContain('memo-01-pipl-orders-from-shanghai.html is of an earlier case or law');
  });
  test.each([
    ['nowhere', ['own.json'], 2, 'say where the papers go: --out FOLDER'],
    ['into a file', ['own.json', '--out', 'own.json'], 2, 'own.json is a file'],
    ['of nothing', ['empty.json', '--out', 'papers'], 1, 'there is nothing to write papers about'],
    [
      'of an inventory that is not there',
      ['own.json', '--flows', 'no.csv', '--out', 'papers'],
      1,
      'no.csv: there is no such file',
    ],
  ])('cannot write %s', (_, words, code, message) => {
    const { company: _company, flows: _flows, ...empty } = own;
    const folder = folderWith({ 'own.json': own, 'empty.json': empty });
    const told = tandem(['papers', ...words], { cwd: folder });
    expect(told.code).toBe(code);
    expect(told.err).toContain(message);
  });
});
