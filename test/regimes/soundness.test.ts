import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutiesOf } from '../../src/regimes/duties.ts';
import { endsOf, isOpen } from '../../src/regimes/fact.ts';
import type { FactValue } from '../../src/regimes/fact.ts';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { regimeVerdicts } from '../../src/regimes/regime-verdicts.ts';
import { scopeOf } from '../../src/regimes/inquiry.ts';
import type { Inquiry } from '../../src/regimes/inquiry.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import type { PlaceId } from '../../src/schema/places.ts';
import {
  anyDate,
  company,
  companyAnswers,
  count,
  flowAnswers,
  inventory,
  somePlaces,
} from './arbitrary-cases.ts';
import { inquire, lawBook } from './ask.ts';

/**
 * Facts about the file and not about the company: an answer changes them, and what is made of them
 * must hold all the same.
 */
const ofTheFile = /needIsOpen|IsStated|IsSaid|countsAreStatedFor|exportsAreStated|isImplied/;

/** Every name of the law and its value, for the company and for each flow by its name. */
function valuesOf(inquiry: Inquiry): ReadonlyMap<string, FactValue> {
  const names = [...lawBook.entries].filter(
    ([name, { kind }]) => kind !== 'computed' && !ofTheFile.test(name),
  );
  return new Map(
    names.flatMap(([name, entry]) => [
      [name, inquiry.value(name, null)] as const,
      ...(scopeOf(entry) === 'flow'
        ? inquiry.flows.map(
            (_, flow) =>
              [
                `${name} of ${inquiry.case.flows[flow]!.flow.name}`,
                inquiry.value(name, flow),
              ] as const,
          )
        : []),
    ]),
  );
}

/** Whether a value that is known better agrees with what was known before. */
function agrees(before: FactValue, after: FactValue): boolean {
  if (!isOpen(before)) return before === after;
  const [low, high] = endsOf(before);
  const [least, most] = endsOf(after);
  return Number.isNaN(low) || Number.isNaN(least) || (low <= least && most <= high);
}

/** What the law asks, so that a scope, a duty, a mechanism or a control is settled. */
function asksIn(inquiry: Inquiry): readonly string[] {
  const flows = inquiry.flows.map((_, flow) => flowVerdict(inquiry, flow));
  const asks = [
    ...regimeVerdicts(inquiry).map(({ open }) => open),
    ...dutiesOf(inquiry).map(({ open }) => open),
    ...flows.flatMap(({ bayArea, controls, mechanism, regimes }) => [
      ...regimes.map(({ open }) => open),
      ...controls.map(({ open }) => open),
      mechanism.open,
      bayArea?.open ?? [],
    ]),
  ];
  return [...new Set(asks.flat())].toSorted();
}

const mainland = lawBook.regions.find(({ id }) => id === 'mainland')!.places;

interface Told {
  readonly company: Company;
  readonly flows: readonly Flow[] | null;
}

/** Answers one question of the law in some way that the file allows. */
function answer(told: Told, pointer: string, draw: fc.GeneratorValue): Told {
  const [, section, key = '', ...rest] = pointer.split('/');
  if (section === 'flows') {
    // An inventory is no answer to a question: it takes the place of what was asked about.
    if (key === '' || told.flows === null) return told;
    const field = rest[0] as keyof typeof flowAnswers | 'after';
    // It is asked from where the company itself looks in, which is nowhere that it has denied.
    const near = (told.company.places ?? somePlaces).filter(
      (each) => told.company.mainlandProcessing !== false || !mainland.has(each),
    );
    const value =
      field === 'after'
        ? draw(fc.constantFrom, '', ...told.flows.map(({ name }) => name))
        : field === 'accessedFrom'
          ? draw(fc.subarray<PlaceId>, [...near])
          : draw(() => flowAnswers[field] as fc.Arbitrary<unknown>);
    // Whoever is under 14 is under 18.
    const { minors = 0, under18 = Infinity } = told.flows[Number(key)]!;
    const fits =
      field === 'minors'
        ? Math.min(value as number, under18)
        : field === 'under18'
          ? Math.max(value as number, minors)
          : value;
    return {
      ...told,
      flows: told.flows.map((flow, index) =>
        index === Number(key) ? { ...flow, [field]: fits } : flow,
      ),
    };
  }
  const own = told.company as Record<string, any>;
  if (key === 'people') {
    const [region = '', kind = ''] = rest;
    const counts = own['people']?.[region] ?? {};
    const value = draw(() => count);
    // Whoever is under 14 is under 18, and one of all.
    const { minors = 0, ordinary = Infinity, sensitive = 0, under18 = Infinity } = counts;
    const fits =
      kind === 'under18'
        ? Math.min(Math.max(value, minors), minors + ordinary + sensitive)
        : kind === 'minors'
          ? Math.min(value, under18)
          : value;
    return {
      ...told,
      company: { ...own, people: { ...own['people'], [region]: { ...counts, [kind]: fits } } },
    };
  }
  if (key === 'staff' || key === 'answers') {
    const value = key === 'staff' ? draw(() => count) : draw(fc.boolean);
    return { ...told, company: { ...own, [key]: { ...own[key], [rest[0] ?? '']: value } } };
  }
  const value = draw(() => companyAnswers[key as keyof typeof companyAnswers] as fc.Arbitrary<any>);
  return { ...told, company: { ...own, [key]: value } };
}

const told: fc.Arbitrary<Told> = fc.record({
  company,
  flows: fc.option(inventory, { freq: 4 }),
});

test('an answer never contradicts what was certain without it', () => {
  fc.assert(
    fc.property(told, anyDate, fc.gen(), (before, asOf, draw) => {
      const first = inquire(before, asOf);
      const asks = asksIn(first);
      fc.pre(asks.length > 0);
      const after = asks.reduce(
        (so, pointer) => (draw(fc.boolean) ? answer(so, pointer, draw) : so),
        before,
      );
      const second = inquire(after, asOf);
      const [was, is] = [valuesOf(first), valuesOf(second)];
      const wrong = [...was].filter(([name, value]) => {
        const now = is.get(name);
        return now !== undefined && !agrees(value, now);
      });
      expect(wrong.map(([name, value]) => [name, value, is.get(name)])).toEqual([]);

      const key = (duty: { article: string; text: string }) => `${duty.article}: ${duty.text}`;
      const [due, dueNow] = [dutiesOf(first), dutiesOf(second)];
      const certain = due.filter(({ status }) => status === 'applies').map(key);
      const certainNow = dueNow.filter(({ status }) => status === 'applies').map(key);
      expect(certainNow).toEqual(expect.arrayContaining(certain));
      expect(due.map(key)).toEqual(expect.arrayContaining(certainNow));

      for (const [index, { flow }] of first.case.flows.entries()) {
        const at = second.case.flows.findIndex((each) => each.flow.name === flow.name);
        if (at === -1) continue;
        const [verdict, now] = [flowVerdict(first, index), flowVerdict(second, at)];
        if (verdict.mechanism.status !== 'not known')
          expect(now.mechanism).toMatchObject({ id: verdict.mechanism.id });
        if (verdict.bayArea !== null && verdict.bayArea.available !== null)
          expect(now.bayArea?.available).toBe(verdict.bayArea.available);
        if (verdict.exists === true)
          expect(now.missing).toEqual(expect.arrayContaining(verdict.missing));
      }
    }),
    { numRuns: 120 },
  );
});
