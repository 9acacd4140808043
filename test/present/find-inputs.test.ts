import { expect, test } from 'vitest';
import { findInputs } from '../../src/present/find-inputs.ts';
import { sampleBriefing } from '../helpers/sample-briefing.ts';

const { groups, inputs } = sampleBriefing();
const find = (query: string) => findInputs(inputs, groups, query).map(({ name }) => name);

test.each([
  ['audit', ['auditCost', 'filingCost']],
  ['cost filing', ['auditCost', 'filingCost']],
  ['filing transfer', ['filingCost']],
  ['AUTOMATED', ['automationShare']],
  ['de identification', ['target']],
  ['de-identification', ['target']],
  ['emergencyRate', ['emergencyRate']],
  ['vendor claim', ['automationShare']],
  ['no such word', []],
])('findInputs finds %s in label, help, name or group', (query, expected) => {
  expect(find(query)).toEqual(expected);
});

test('findInputs gives back all inputs, the same list, where nothing is asked', () => {
  expect(findInputs(inputs, groups, '  ')).toBe(inputs);
});
