import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { papersFiles } from '../../../src/export/papers/papers-of-law.ts';
import { regimeFiles } from '../../../src/runner/regime-files.ts';
import { papersSchema } from '../../../src/schema/papers.ts';

const folders = readdirSync('models/regimes', { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(`models/regimes/${name}`).includes('papers.json'));

describe.each(folders)('the papers of %s', (id) => {
  const file: unknown = JSON.parse(readFileSync(`models/regimes/${id}/papers.json`, 'utf8'));
  const papers = papersFiles.get(id);
  const regime = regimeFiles.find((each) => each.id === id)!;

  it('are as their schema says, and those that are read', () => {
    expect(v.safeParse(papersSchema, file).issues).toBeUndefined();
    const { $schema: _, ...own } = v.parse(papersSchema, file);
    expect(papers).toEqual(own);
  });
  it('have filings for mechanisms that the law has, by its labels', () => {
    for (const [name, { label }] of Object.entries(papers?.filings ?? {})) {
      const known = regime.mechanisms
        .flatMap((each) => [each, ...each.alternatives])
        .find((each) => each.id === name);
      expect(known?.label, name).toBe(label);
    }
  });
  it('have for every way to transfer that is needed what is filed', () => {
    const needed = regime.mechanisms.filter(({ kind }) => kind === 'needed');
    const ids = needed.flatMap((each) => [each, ...each.alternatives]).map((each) => each.id);
    for (const name of ids) expect(Object.keys(papers?.filings ?? {})).toContain(name);
  });
  it('have dates that come again for one duty each', () => {
    for (const { deadline, id: name, rule } of papers?.recurrences ?? []) {
      const duties = (regime.rules[rule]?.duties ?? []).filter((duty) =>
        duty.deadline.includes(deadline),
      );
      const what = `${name}: "${deadline}" in a deadline of ${rule}`;
      expect(duties.length, what).toBeGreaterThan(0);
      // A duty that was worded anew is one: the one ends on the day before the other begins.
      duties.slice(1).forEach((duty, index) => {
        const before = duties[index]?.to ?? '';
        expect(before !== '' && before < (duty.from ?? ''), what).toBe(true);
      });
    }
  });
  it('miss no duty that comes again after a time', () => {
    const again = Object.entries(regime.rules).flatMap(([rule, { draft, duties }]) =>
      draft === undefined
        ? duties
            .filter(({ deadline }) => /every (year|\d)|yearly|31 January/.test(deadline))
            .map(({ deadline }) => ({ rule, deadline }))
        : [],
    );
    for (const { deadline, rule } of again)
      expect(
        papers?.recurrences.some((each) => each.rule === rule && deadline.includes(each.deadline)),
        `${rule}: ${deadline}`,
      ).toBe(true);
  });
  it('cite words for rules and facts that there are', () => {
    const names = [
      ...Object.keys(regime.rules),
      ...Object.keys(regime.definitions),
      'leavesMainland',
    ];
    for (const { fact, mechanism, rests, rule } of papers?.provisions ?? []) {
      for (const name of [...rests, ...(fact === undefined ? [] : [fact])])
        expect(names).toContain(name);
      if (rule !== undefined) expect(Object.keys(regime.rules)).toContain(rule);
      else expect(regime.mechanisms.map((each) => each.id)).toContain(mechanism);
    }
  });
  it('have the words of every rule by which a transfer is free', () => {
    const free = regime.mechanisms.filter(({ kind }) => kind === 'none');
    for (const { id: name, rules } of free) {
      if (rules.length === 0)
        expect(
          papers?.provisions.some(({ mechanism }) => mechanism === name),
          name,
        ).toBe(true);
      for (const rule of rules)
        expect(
          papers?.provisions.some((each) => each.rule === rule),
          rule,
        ).toBe(true);
    }
  });
});
