import { afterEach, expect, test } from 'vitest';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import { TandemEditEvent, TandemFutureEvent } from '../../src/components/events.ts';
import { comeNear, inside, nextResult, placePublished, textOf } from './place-calculator.ts';

afterEach(() => document.body.replaceChildren());

/** A calculator whose decision has come into sight. */
async function placeDecision(): Promise<{
  readonly element: TandemCalculator;
  readonly decision: HTMLElement;
}> {
  const element = await placePublished();
  const decision = inside(element, 'tandem-decision')!;
  await comeNear(decision, '[data-fold=drivers]');
  return { element, decision };
}

async function unfold(decision: Element, name: string): Promise<HTMLElement> {
  const details = inside(decision, `[data-fold="${name}"]`) as HTMLDetailsElement;
  details.open = true;
  await expect.poll(() => details.querySelector('.content')).not.toBeNull();
  return details;
}

/** The claim above a picture, once it is drawn. */
async function claimOf(decision: Element, picture: string): Promise<string> {
  const figure = () => inside(decision, `[data-picture="${picture}"]`)?.shadowRoot;
  await expect.poll(() => figure()?.querySelector('svg') ?? null).not.toBeNull();
  return figure()?.querySelector('h4')?.textContent ?? '';
}

function choose(part: ParentNode, index: number, value: string): void {
  const select = part.querySelectorAll('select')[index]!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

test('nothing is worked out before a reader comes near', async () => {
  const element = await placePublished((each) => {
    each.style.marginTop = '0';
  });
  const decision = inside(element, 'tandem-decision')!;
  expect(decision.getBoundingClientRect().top).toBeGreaterThan(innerHeight + 600);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(inside(decision, 'tandem-findings')).toBeNull();
  await comeNear(decision, 'tandem-findings');
});

test('each line is a claim, and its picture says the same', async () => {
  const { decision } = await placeDecision();
  expect(await claimOf(decision, 'tornado')).toBe(
    'The saving of Dual against PIPL only depends most on Regulator activity; no input, within its own uncertainty, changes the choice',
  );
  const claims: Record<string, RegExp> = {
    worth: /^No question about an uncertain input is worth more than HK\$[\d.,]+( k)?$/,
    'break-even': /^Dual costs least until “Regulator activity” is 5\d % less/,
    risk: /^Dual misses the best choice by the least: HK\$0\.1\d M on average$/,
    sureness: /^The choice was settled after [\d,]+ of 4,000 futures$/,
    footing: /^6\d % of what drives the saving of Dual against PIPL only rests on vendors’ claims$/,
    believable: /^One thing that these figures imply is worth a second look$/,
  };
  for (const [name, claim] of Object.entries(claims)) {
    const aside = () =>
      inside(decision, `[data-fold="${name}"] .aside`)?.textContent?.replace(/\s/g, ' ');
    await expect.poll(aside).toMatch(claim);
  }
  for (const [name, picture, claim] of [
    ['worth', 'information', /^No uncertain input by itself is worth anything that can be told$/],
    ['break-even', 'break-even', claims['break-even']!],
    ['risk', 'hurdle', /^Dual saves HK\$\d/],
    ['sureness', 'convergence', claims['sureness']!],
    ['footing', 'footing', claims['footing']!],
  ] as const) {
    await unfold(decision, name);
    expect(await claimOf(decision, picture)).toMatch(claim);
  }
});

test('what is explained, and how, can be chosen', async () => {
  const { decision } = await placeDecision();
  const drivers = await unfold(decision, 'drivers');
  choose(drivers, 0, 'wins.dual');
  await expect
    .poll(() => claimOf(decision, 'tornado'))
    .toContain('The chance that Dual costs least depends most on Regulator activity');
  choose(drivers, 0, 'tco.dual');
  drivers.querySelector<HTMLInputElement>('input[value=shares]')!.click();
  await expect
    .poll(() => claimOf(decision, 'shares'))
    .toBe('Most of the spread of the cost of Dual is luck: when events happen and what each costs');
  // What it rests on follows what is explained: investigations are rare by our assumption.
  await unfold(decision, 'footing');
  expect(await claimOf(decision, 'footing')).toMatch(
    /what drives the cost of Dual rests on our own/,
  );
});

test('says in words what knowing more is worth, what is odd, and what holds for the careful', async () => {
  const { decision } = await placeDecision();
  expect(textOf(await unfold(decision, 'worth'))).toMatch(
    /Is it worth asking\? Hardly: no answer about an uncertain input is worth more than.*EVPI.*The rest is luck/,
  );
  const believable = textOf(await unfold(decision, 'believable'));
  expect(believable).toContain(
    'Look again: “Emergency remediation” happens more than once a year: 1.1 a year under PIPL only',
  );
  expect(believable).toMatch(/Formal investigation ?, PDPO only 18 of 100 25 years/);
  expect(believable).toContain(
    'In no simulated future does a year cost more than the company turns over in one, HK$120 M.',
  );
  expect(textOf(await unfold(decision, 'risk'))).toMatch(
    /Whoever dislikes risk, however much, is better off with Dual than with .*PDPO only/,
  );
  const sureness = textOf(await unfold(decision, 'sureness'));
  expect(sureness).toMatch(/average costs are simulated to within HK\$\d+ k \(PIPL only\)/);
  expect(textOf(await unfold(decision, 'footing'))).toContain('C12: A one-time upgrade spares 3.2');
});

test('maps who is best over two inputs, and the chance of each over one', async () => {
  const { decision } = await placeDecision();
  const part = await unfold(decision, 'map');
  expect(await claimOf(decision, 'map')).toMatch(
    /^Dual costs least where things are now, and in \d+ % of the map$/,
  );
  const map = part.querySelector('tandem-choice-map')!.shadowRoot!;
  const names = [...map.querySelectorAll('select')].map((select) => select.value);
  expect(new Set(names).size).toBe(2);
  choose(map, 0, 'upgradeCost');
  choose(map, 1, '');
  await expect
    .poll(() => claimOf(decision, 'map'))
    .toMatch(/stays best on average, whatever “Architecture upgrade” is between HK\$0 and HK\$\d/);
});

test('says who is chosen as bad futures count more, and as later money counts less', async () => {
  const { decision } = await placeDecision();
  const part = await unfold(decision, 'risk');
  part.querySelector<HTMLInputElement>('input[value=aversion]')!.click();
  await expect
    .poll(() => claimOf(decision, 'aversion'))
    .toBe('Dual is chosen, however much more the worst 5 % of futures count than the average');
  part.querySelector<HTMLInputElement>('input[value=discounting]')!.click();
  const map = () => part.querySelector('tandem-choice-map');
  await expect.poll(map).not.toBeNull();
  expect(map()!.shadowRoot!.querySelector('select')).toBeNull();
  const title = () => inside(map()!, 'tandem-figure')?.shadowRoot?.querySelector('h4')?.textContent;
  await expect
    .poll(title)
    .toMatch(
      /^Dual stays best on average in present value, whatever “Discount rate” is between 0\s% and 20\s%$/,
    );
});

test('what is shown is marked as old while inputs move, then follows', async () => {
  const { decision, element } = await placeDecision();
  const findings = () => inside(decision, '.findings')!;
  const status = () => inside(decision, '.status')?.textContent ?? '';
  expect(findings().classList).not.toContain('stale');
  const editor = inside(element, 'tandem-inputs')!;
  const done = nextResult(element);
  // Ten times the upgrade: another posture costs least.
  editor.dispatchEvent(
    new TandemEditEvent('upgradeCost', { 'pipl-only': 0, 'pdpo-only': 0, dual: 6e6 }, true),
  );
  await expect.poll(() => findings().classList.contains('stale')).toBe(true);
  expect(status()).toContain('from before your last change');
  await done;
  await expect.poll(() => findings().classList.contains('stale')).toBe(false);
  await expect
    .poll(() => claimOf(decision, 'tornado'))
    .toContain('The saving of Dual against PIPL only depends most');
  await expect
    .poll(() => inside(decision, '[data-fold="break-even"] .aside')?.textContent)
    .toMatch(/^PIPL only costs least until/);
});

test('a dot of the picture opens into one future, year by year, and follows a change', async () => {
  const element = await placePublished();
  const futures = inside(element, 'tandem-futures')!;
  const figure = inside(futures, 'tandem-figure')!;
  const stage = figure.shadowRoot!.querySelector<HTMLElement>('.stage')!;
  expect(textOf(figure)).toContain('to see that future year by year');
  const press = (key: string) =>
    stage.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  // The median dot of the third row, which is Dual.
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'End']) {
    press(key);
    await (figure as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }
  press('Enter');
  await expect.poll(() => inside(futures, 'tandem-ledger')).not.toBeNull();
  const ledger = inside(futures, 'tandem-ledger')!;
  await expect.poll(() => textOf(ledger)).toMatch(/Future [\d,]+ of 4,000/);
  // The dearest of Dual's 50 dots: what makes it dear is told.
  expect(ledger.shadowRoot!.querySelector<HTMLInputElement>('input:checked')?.value).toBe('dual');
  expect(textOf(ledger)).toMatch(/Formal investigation 1×/);
  expect(textOf(ledger)).toContain('Architecture upgrade');
  const before = textOf(ledger);
  const done = nextResult(element);
  inside(element, 'tandem-inputs')!.dispatchEvent(
    new TandemEditEvent('upgradeCost', { 'pipl-only': 0, 'pdpo-only': 0, dual: 2e6 }, true),
  );
  await done;
  await expect.poll(() => textOf(inside(futures, 'tandem-ledger')!)).not.toBe(before);
  inside(futures, '.head button')!.click();
  await expect.poll(() => inside(futures, 'tandem-ledger')).toBeNull();
});

test('a dot of the savings shows the future that they were saved in', async () => {
  const element = await placePublished();
  const figure = inside(element, 'tandem-futures:nth-of-type(2)')!;
  await expect.poll(() => inside(figure, 'tandem-figure')).not.toBeNull();
  inside(figure, 'tandem-figure')!.dispatchEvent(
    new TandemFutureEvent({ figure: 'saving.pipl-only', dot: 0 }),
  );
  await expect.poll(() => inside(figure, 'tandem-ledger')).not.toBeNull();
  // The future in which Dual does worst against PIPL only.
  const ledger = inside(figure, 'tandem-ledger')!;
  await expect.poll(() => textOf(ledger)).toMatch(/In this future P\wP\w only costs least/);
});
