import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaInWords } from '../../src/present/formula-in-words.ts';

const labels: Readonly<Record<string, string>> = {
  auditsPerYear: 'Audits a year',
  auditCost: 'Cost of an audit',
  'remediation.cost': 'Remediations: cost',
  dual: 'Dual',
  max: 'never a name where it is called',
};
const labelOf = (name: string) => labels[name] ?? null;
const say = (formula: string) =>
  formulaInWords(formula, labelOf)
    .map((part) => (part.kind === 'name' ? `[${part.label}]` : part.text))
    .join('');

test('formulaInWords calls what has a name by it, and prints signs as a book does', () => {
  expect(say('auditsPerYear * auditCost / 2 - 1')).toBe(
    '[Audits a year] × [Cost of an audit] ÷ 2 \u2212 1',
  );
  expect(say('remediation.cost >= 1e-6')).toBe('[Remediations: cost] ≥ 1e-6');
});

test('formulaInWords leaves functions alone, and names postures in quotes', () => {
  expect(say('max(at(auditCost, posture, "dual"), 0)')).toBe(
    'max(at([Cost of an audit], posture, Dual), 0)',
  );
  expect(say('kind == "severity" ? 1 : 0')).toBe('kind = "severity" ? 1 : 0');
});

test('formulaInWords loses no character of any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parts = formulaInWords(text, () => null);
      const same = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      const signs = (each: string) => each.replaceAll(/[^\w\s".]/g, '');
      expect(signs(same)).toBe(signs(text));
    }),
  );
});
