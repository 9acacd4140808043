import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controls, dataKinds, legalBases, purposes } from '../../src/schema/flow-words.ts';
import type { Flow } from '../../src/schema/flow.ts';
import { placeIds } from '../../src/schema/places.ts';
import { readFlowsCsv } from '../../src/schema/read-flows-csv.ts';
import { writeFlowsCsv } from '../../src/schema/write-flows-csv.ts';

test('flows of the scenarios are written and read again as they were', () => {
  for (const name of ['retailer', 'bank', 'multinational', 'small-firm']) {
    const { flows } = JSON.parse(readFileSync(`scenarios/${name}.json`, 'utf8')) as {
      flows: Flow[];
    };
    expect(readFlowsCsv(writeFlowsCsv(flows), 'a.csv')).toEqual({ flows, issues: [] });
  }
});

test('whatever is in a flow, it comes back, also behind the mark that spreadsheets want', () => {
  const some = <T>(of: readonly T[]) => fc.constantFrom(...of);
  // Spaces at the ends are cut off as people leave them by chance.
  const name = fc.string({ minLength: 1 }).map((each) => `x${each}x`);
  const flow = fc.record(
    {
      name,
      data: fc.uniqueArray(some(dataKinds), { minLength: 1 }),
      purpose: some(purposes),
      subjects: fc.constant('customers' as const),
      subjectsIn: fc.constant('mainland' as const),
      people: fc.nat(),
      from: some(placeIds),
      to: some(placeIds),
      legalBasis: some(legalBases),
      importantData: fc.boolean(),
      plugin: fc.string({ minLength: 1 }).map((each) => `=${each}x`),
      controls: fc.uniqueArray(some(controls), { minLength: 1 }),
    },
    { requiredKeys: ['name', 'data', 'purpose', 'subjects', 'subjectsIn', 'people', 'from', 'to'] },
  );
  fc.assert(
    fc.property(fc.array(flow, { minLength: 1, maxLength: 5 }), (flows) => {
      const bytes = new TextEncoder().encode(writeFlowsCsv(flows));
      expect(readFlowsCsv(bytes, 'a.csv')).toEqual({ flows, issues: [] });
    }),
    { numRuns: 60 },
  );
});
