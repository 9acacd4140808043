import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesOf } from '../../src/regimes/duties.ts';
import type { Inquiry } from '../../src/regimes/inquiry.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import type { LawDuty } from '../../src/schema/law-result.ts';
import { anyDate, company, count, inventory, place } from './arbitrary-cases.ts';
import { inquire, lawBook } from './ask.ts';

interface Told {
  readonly company: Company;
  readonly flows: readonly Flow[];
}

const told: fc.Arbitrary<Told> = fc.record({ company, flows: inventory });
const rules = [...lawBook.entries].flatMap(([name, entry]) =>
  entry.kind === 'rule' ? [[name, entry.rule] as const] : [],
);

/** What the law asks for certain; what it only advises may give way to stricter advice. */
const due = (inquiry: Inquiry): readonly LawDuty[] =>
  dutiesOf(inquiry).filter(({ isAdvice, status }) => status === 'applies' && !isAdvice);
const keyOf = ({ article, text }: { article: string; text: string }) => `${article}: ${text}`;

/** The rules that ask for a duty, by its words. */
const askedBy = new Map<string, string[]>();
for (const [name, rule] of rules)
  for (const duty of rule.duties) {
    const key = keyOf({ article: duty.article ?? rule.article, text: duty.text });
    askedBy.set(key, [...(askedBy.get(key) ?? []), name]);
  }

/** The duties that are gone, for which no rule that holds says so. */
function lost(before: Told, after: Told, asOf: string): readonly string[] {
  const [first, second] = [inquire(before, asOf), inquire(after, asOf)];
  const still = due(second).map(keyOf);
  const taken = rules
    .filter(([name, { takesAway }]) => takesAway.length > 0 && second.holds(name, null))
    .flatMap(([, { takesAway }]) => takesAway);
  return due(first)
    .map(keyOf)
    .filter(
      (key) => !still.includes(key) && !askedBy.get(key)!.some((rule) => taken.includes(rule)),
    );
}

type Change = (told: Told, draw: fc.GeneratorValue) => Told;

/** Changes one flow. */
const toFlow =
  (change: (flow: Flow, draw: fc.GeneratorValue) => Flow): Change =>
  (before, draw) => {
    const at = draw(fc.nat, { max: before.flows.length - 1 });
    return {
      ...before,
      flows: before.flows.map((flow, index) => (index === at ? change(flow, draw) : flow)),
    };
  };

const additions: Readonly<Record<string, Change>> = {
  'a processor': toFlow((flow, draw) =>
    flow.processor === undefined && flow.processorPlace === undefined
      ? { ...flow, processor: 'Vendor', processorPlace: draw(() => place) }
      : flow,
  ),
  'a step onward': toFlow((flow, draw) => ({
    ...flow,
    onwardTo: flow.onwardTo ?? draw(() => place),
  })),
  'a place from which people look in': toFlow((flow, draw) => ({
    ...flow,
    accessedFrom: [...(flow.accessedFrom ?? []), draw(() => place)],
  })),
  'people in a flow': toFlow((flow, draw) => ({
    ...flow,
    people: flow.people + draw(() => count),
  })),
  'a flow': (before, draw) => ({
    ...before,
    flows: [...before.flows, { ...draw(() => inventory)[0]!, name: 'One more' }],
  }),
  'a place': (before, draw) => ({
    ...before,
    company:
      before.company.places === undefined
        ? before.company
        : { ...before.company, places: [...before.company.places, draw(() => place)] },
  }),
  'exported people': ({ company: own, flows }, draw) => ({
    flows,
    company:
      own.exportedThisYear === undefined
        ? own
        : {
            ...own,
            exportedThisYear: {
              ordinary: own.exportedThisYear.ordinary + draw(() => count),
              sensitive: own.exportedThisYear.sensitive + draw(() => count),
            },
          },
  }),
  'people of the company': ({ company: own, flows }, draw) => {
    const counts = own.people?.mainland;
    if (counts?.ordinary === undefined) return { company: own, flows };
    const mainland = { ...counts, ordinary: counts.ordinary + draw(() => count) };
    const people = { ...own.people, mainland } as NonNullable<Company['people']>;
    return { flows, company: { ...own, people } };
  },
};

describe('what comes on top removes no duty that no rule names', () => {
  test.each(Object.entries(additions))('%s', (_, add) => {
    fc.assert(
      fc.property(told, anyDate, fc.gen(), (before, asOf, draw) => {
        expect(lost(before, add(before, draw), asOf)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
