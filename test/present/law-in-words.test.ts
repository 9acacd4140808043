import { expect, test } from 'vitest';
import {
  flowVerdictInWords,
  lawHeadline,
  nearestThreshold,
  regimeSentence,
  ruleSource,
  taskInWords,
} from '../../src/present/law-in-words.ts';
import { fileOf, lawOf } from '../regimes/ask-scenario.ts';

const retailer = lawOf('retailer');
const smallFirm = lawOf('small-firm');

test('says in a sentence which law applies, and that one does not', () => {
  expect(lawHeadline(retailer)).toBe('Both laws apply on 1 November 2026.');
  expect(lawHeadline(smallFirm)).toBe('PDPO applies on 1 November 2026; PIPL does not.');
  expect(regimeSentence(smallFirm.regimes[0]!, smallFirm.questions)).toMatch(
    /^PIPL does not apply: no step .*\.$/,
  );
});

test('before PIPL was in force it says that it does not apply', () => {
  const { inputs: _inputs, ...early } = { ...fileOf('retailer'), asOf: '2021-10-31' };
  expect(lawHeadline(lawOf(early))).toBe('PDPO applies on 31 October 2021; PIPL does not.');
});

test('counts what is to be done', () => {
  expect(taskInWords(retailer)).toBe('31 duties; 3 of 4 flows lack controls.');
  expect(taskInWords(smallFirm)).toBe('14 duties; 1 of 3 flows lacks controls.');
});

test('says of a flow which law it is under, how it may go out, and what is missing', () => {
  expect(retailer.flows.map((flow) => flowVerdictInWords(retailer, flow))).toEqual([
    'PDPO by R1 · no transfer mechanism needed · no gap',
    'PIPL by R3, PDPO by R1 · no transfer mechanism needed · 5 controls missing',
    'PIPL by R3, PDPO by R1 · no transfer mechanism needed · 4 controls missing',
    'PDPO by R1 · no transfer mechanism needed · 1 control missing',
  ]);
  const multinational = lawOf('multinational');
  expect(
    multinational.flows.map((flow) => flowVerdictInWords(multinational, flow)).join(),
  ).toContain('CAC security assessment');
});

test('an article comes with its date and how sure we are of it', () => {
  expect(ruleSource(retailer.rules['R3']!)).toBe(
    'PIPL Art. 3 para. 2 (1), in force since 1 November 2021 (read in the source)',
  );
});

test('tells how near the nearest threshold is', () => {
  expect(nearestThreshold(retailer)).toBe('none reached; the nearest to 24 %');
  expect(nearestThreshold(lawOf('multinational'))).toMatch(/^\d of \d reached$/);
});
