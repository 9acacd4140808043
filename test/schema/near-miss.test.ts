import { expect, test } from 'vitest';
import { nearest } from '../../src/schema/near-miss.ts';

test.each([
  ['pertt', ['normal', 'pert', 'beta'], 'pert'],
  ['auditCots', ['auditCost', 'filingCost'], 'auditCost'],
  ['AUDITCOST', ['auditCost'], 'auditCost'],
  ['monitoring_cost', ['monitoringCost'], 'monitoringCost'],
  ['HKG', ['HKD', 'CNY'], 'HKD'],
  ['duall', ['dual'], 'dual'],
])('nearest finds what %s was meant to be', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});

test.each([
  ['weather', ['auditCost']],
  ['ab', ['cd']],
  ['', ['a']],
  ['x', []],
])('nearest finds nothing for %j', (word, candidates) => {
  expect(nearest(word, candidates)).toBeNull();
});
