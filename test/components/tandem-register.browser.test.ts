import { afterEach, expect, test } from 'vitest';
import evidence from '../../models/evidence.json';
import { defineInputs } from '../../src/components/define-inputs.ts';
import { defineLaw } from '../../src/components/define-law.ts';
import type { TandemRegister } from '../../src/components/tandem-register.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { ClaimResult } from '../../src/schema/result.ts';
import { inside, placePublished, textOf } from './place-calculator.ts';

defineInputs(customElements);
defineLaw(customElements);
afterEach(() => document.body.replaceChildren());

const register = evidence as Evidence;
const claim: ClaimResult = {
  id: 'C14',
  kind: 'law',
  statement: 'PIPL penalties reach 4 % of global revenue.',
  label: '',
  published: null,
  computed: null,
  unit: '',
  verdict: 'wrong',
  why: 'Article 66 says 5 %.',
  law: [{ article: 'PIPL Art. 66 para. 2', inForce: '2021-11-01', rule: 'R27' }],
  evidence: ['L20'],
};
const another: ClaimResult = { ...claim, id: 'C6', kind: 'empirical', verdict: 'assumption' };

async function place(given: Partial<TandemRegister>) {
  const element = Object.assign(document.createElement('tandem-register'), given);
  document.body.append(element);
  await element.updateComplete;
  const unfold = async (name: string): Promise<void> => {
    const details = element.shadowRoot?.querySelector<HTMLDetailsElement>(`[data-fold=${name}]`);
    if (details == null) throw new Error(`there is no ${name}`);
    details.open = true;
    await expect.poll(() => details.querySelector('.content')).not.toBeNull();
    await element.updateComplete;
  };
  const choose = async (index: number, value: string): Promise<void> => {
    const select = element.shadowRoot?.querySelectorAll('select')[index];
    if (select === undefined) throw new Error(`there is no choice ${index}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };
  const ids = () => (inside(element, 'tandem-evidence') as { ids?: readonly string[] } | null)?.ids;
  return { element, unfold, choose, ids };
}

test('says how many claims do not hold, and of each what it is, its verdict and why', async () => {
  const { element, unfold } = await place({ claims: [claim, another], evidence: register });
  expect(textOf(element)).toContain('Of 2 published claims 1 does not hold as it stands.');
  await unfold('claims');
  await unfold('C14');
  expect(textOf(element)).toContain('The vendor’s claim: a statement of law');
  expect(textOf(element)).toContain('Article 66 says 5 %.');
  expect(textOf(element)).toContain('By PIPL Art. 66 para. 2, since 1 November 2021 (R27)');
  await expect.poll(() => textOf(element)).toContain('Fines, serious tier');
});

test('claims are shown by their verdict', async () => {
  const { choose, element, unfold } = await place({ claims: [claim, another] });
  await unfold('claims');
  await choose(0, 'wrong');
  expect(element.shadowRoot?.querySelector('[data-fold=C14]')).not.toBeNull();
  expect(element.shadowRoot?.querySelector('[data-fold=C6]')).toBeNull();
});

test('the register is asked for when it is opened, and filtered by kind, confidence and words', async () => {
  const { choose, element, ids, unfold } = await place({});
  let asked = 0;
  element.addEventListener('tandem-evidence-wanted', () => asked++);
  await unfold('evidence');
  await expect.poll(() => asked).toBeGreaterThan(0);
  element.evidence = register;
  await element.updateComplete;
  expect(ids()).toHaveLength(
    Object.keys(register.facts).length + Object.keys(register.claims).length,
  );
  await choose(0, 'law');
  expect(ids()?.every((id) => register.facts[id]?.class === 'law')).toBe(true);
  await choose(1, 'S2');
  expect(ids()?.every((id) => register.facts[id]?.confidence === 'S2')).toBe(true);
  const search = element.shadowRoot?.querySelector('input');
  search!.value = 'no such words anywhere';
  search!.dispatchEvent(new Event('input'));
  await element.updateComplete;
  expect(textOf(element)).toContain('Nothing found.');
});

test('the published scenario shows all of its claims, flagged with the reason', async () => {
  const element = await placePublished();
  await expect.poll(() => inside(element, 'tandem-register')?.shadowRoot ?? null).not.toBeNull();
  const shown = inside(element, 'tandem-register')!;
  await expect.poll(() => inside(shown, '[data-fold=claims]')).not.toBeNull();
  (inside(shown, '[data-fold=claims]') as HTMLDetailsElement).open = true;
  await expect
    .poll(() => shown.shadowRoot?.querySelectorAll('.fold.item').length)
    .toBe(Object.keys(register.claims).length);
  for (const id of ['C14', 'C10', 'C1', 'C25'])
    expect(inside(shown, `[data-fold=${id}] .aside`)?.textContent).toMatch(
      /Contradicted|Inconsistent|Wrong in law/,
    );
  const flagged = [...(shown.shadowRoot?.querySelectorAll('.fold.item .aside') ?? [])].filter(
    (each) => each.textContent.includes('\u26A0'),
  );
  expect(textOf(shown)).toContain(
    `Of ${Object.keys(register.claims).length} published claims ${flagged.length} do not hold as they stand.`,
  );
});
