import { afterEach, expect, test } from 'vitest';
import evidence from '../../models/evidence.json';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemEvidence } from '../../src/components/tandem-evidence.ts';
import type { Evidence } from '../../src/schema/evidence.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

async function place(given: Partial<TandemEvidence>) {
  const element = Object.assign(document.createElement('tandem-evidence'), given);
  let asked = 0;
  element.addEventListener('tandem-evidence-wanted', () => asked++);
  document.body.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const text = () => root.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { element, root, text, asked: () => asked };
}

const register = evidence as Evidence;

test('evidence is asked for when somebody looks, once, and shown when it is there', async () => {
  const { asked, element, text } = await place({ ids: ['L1'] });
  expect(asked()).toBe(1);
  expect(text()).toContain('Looking up the evidence');
  element.evidence = register;
  await element.updateComplete;
  expect(asked()).toBe(1);
  expect(text()).toContain('Law: Where PIPL applies');
  expect(text()).toContain('In force since 1 November 2021.');
});

test('a law is shown with its article as a link that leaves the page alone', async () => {
  const { root } = await place({ ids: ['L1'], evidence: register });
  const link = root.querySelector('a')!;
  expect(link.textContent).toBe('PIPL Art. 3 para. 1, PIPL in English');
  expect(link.protocol).toBe('https:');
  expect(link.target).toBe('_blank');
  expect(link.rel).toBe('noopener noreferrer');
});

test('a claim is called a claim, and drawn apart', async () => {
  const { root } = await place({ ids: ['C6'], evidence: register });
  expect(root.querySelector('li')?.className).toBe('claim');
  expect(root.querySelector('.kind')?.textContent).toContain('A vendor’s claim');
});

test('what the scenario says comes first; an id as its source means that entry', async () => {
  const { root, text } = await place({
    ids: ['C12'],
    source: 'A7',
    note: 'The spread is ours.',
    evidence: register,
  });
  expect(text()).toMatch(/^The scenario says: The spread is ours\./);
  const ids = [...root.querySelectorAll('.kind')].map(
    (each) => /\((\w+)\)/.exec(each.textContent ?? '')?.[1],
  );
  expect(ids).toEqual(['A7', 'C12']);
  expect(text()).not.toContain('Source: A7');
});

test('a source in the scenario’s own words is shown as text, never as markup', async () => {
  const { asked, root, text } = await place({ source: '<img src=x onerror=alert(1)> tender 7' });
  expect(asked()).toBe(0);
  expect(root.querySelector('img')).toBeNull();
  expect(text()).toContain('Source: <img src=x onerror=alert(1)> tender 7');
});
