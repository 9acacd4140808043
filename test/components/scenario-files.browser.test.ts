import { afterEach, expect, test } from 'vitest';
import published from '../../scenarios/published.json?raw';
import type { TandemChangeEvent, TandemErrorEvent } from '../../src/components/events.ts';
import { TandemEditEvent, TandemOpenEvent } from '../../src/components/events.ts';
import {
  buttonOf,
  inside,
  nextEvent,
  nextResult,
  openFiles,
  placePublished,
  textOf,
} from './place-calculator.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const client = JSON.stringify({
  model: 'compliance-tco',
  name: 'A client',
  inputs: { upgradeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 900_000 } },
});

const broken = '{ "model": "compliance-tco", "name": "Broken",\n  "inputs": { "auditCosts": 1 } }';

function edit(element: Element, name: string, value: unknown): void {
  inside(element, 'tandem-inputs')?.dispatchEvent(new TandemEditEvent(name, value as number, true));
}

test('a file that a person opens is run, and its name shown', async () => {
  const element = await placePublished();
  const told = nextEvent<TandemChangeEvent>(element, 'tandem-change');
  openFiles(element, { 'client.json': client });
  const result = await nextResult(element);
  expect(result.manifest.scenario).toMatchObject({ name: 'A client', file: 'client.json' });
  expect((await told).isOwnFile).toBe(true);
  await expect.poll(() => textOf(inside(element, 'tandem-scenario-bar')!)).toContain('A client');
});

test('a file that extends another is opened with it', async () => {
  const element = await placePublished();
  const child = '{ "extends": "./parent.json", "name": "Child", "inputs": { "inflation": 0.02 } }';
  openFiles(element, { 'parent.json': published, 'child.json': child });
  const { manifest } = await nextResult(element);
  expect(manifest.scenario).toMatchObject({ name: 'Child', file: 'child.json' });
});

test('a broken file is told with line and column, and nothing is lost', async () => {
  const element = await placePublished();
  edit(element, 'inflation', 0.02);
  const before = await nextResult(element);
  const failed = nextEvent<TandemErrorEvent>(element, 'tandem-error');
  openFiles(element, { 'client.json': broken });
  const { issues } = await failed;
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ file: 'client.json', line: 2, pointer: '/inputs/auditCosts' });
  await expect.poll(() => textOf(element)).toContain('client.json:2:29 /inputs/auditCosts');
  expect(textOf(element)).toContain('did you mean "auditCost"?');
  expect(textOf(element)).toContain('Dual is the only option');
  expect(element.result).toBe(before);
  expect(element.changes).toEqual({ inflation: 0.02 });
  expect(element.matches(':state(stale)')).toBe(false);

  // What is changed next is changed in the scenario that is still there.
  edit(element, 'inflation', 0.03);
  const after = await nextResult(element);
  expect(after.manifest.scenario.name).toBe(before.manifest.scenario.name);
  await expect.poll(() => textOf(element)).not.toContain('auditCosts');
  buttonOf(element, 'Undo').click();
  expect((await nextResult(element)).manifest.resultHash).toBe(before.manifest.resultHash);
});

test('a file that is no JSON at all is told in plain words', async () => {
  const element = await placePublished();
  const failed = nextEvent<TandemErrorEvent>(element, 'tandem-error');
  openFiles(element, { 'notes.txt': 'Dear colleagues,' });
  const { issues } = await failed;
  expect(issues[0]).toMatchObject({ file: 'notes.txt', line: 1 });
});

test('undo, redo and reset lead to the very same results', async () => {
  const element = await placePublished();
  const first = element.result?.manifest.resultHash;
  edit(element, 'inflation', 0.05);
  const changed = (await nextResult(element)).manifest.resultHash;
  expect(changed).not.toBe(first);
  buttonOf(element, 'Undo').click();
  expect((await nextResult(element)).manifest.resultHash).toBe(first);
  buttonOf(element, 'Redo').click();
  expect((await nextResult(element)).manifest.resultHash).toBe(changed);
  buttonOf(element, 'Reset all').click();
  expect((await nextResult(element)).manifest.resultHash).toBe(first);
  expect(element.changes).toEqual({});
});

test('a scenario that was changed, saved and opened again gives the same result', async () => {
  const element = await placePublished();
  edit(element, 'auditCost', { p10: 180_000, p50: 250_000, p90: 400_000 });
  const { manifest } = await nextResult(element);
  const saved = await (await element.exportAs('scenario')).text();
  openFiles(element, { 'saved.json': saved });
  const again = await nextResult(element);
  expect(again.manifest.scenario.file).toBe('saved.json');
  expect(again.manifest.resultHash).toBe(manifest.resultHash);
  expect(element.changes).toEqual({});
});

test('of two files opened shortly after each other the last one counts', async () => {
  const element = await placePublished();
  openFiles(element, { 'client.json': client });
  openFiles(element, { 'saved.json': published });
  const { manifest } = await nextResult(element);
  expect(manifest.scenario.file).toBe('saved.json');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(element.result?.manifest.scenario.file).toBe('saved.json');
});

test('two calculators side by side keep their scenarios and changes apart', async () => {
  const [a, b] = await Promise.all([placePublished(), placePublished()]);
  edit(a, 'inflation', 0.05);
  const changed = await nextResult(a);
  expect(a.changes).toEqual({ inflation: 0.05 });
  expect(b.changes).toEqual({});
  expect(b.result?.manifest.resultHash).not.toBe(changed.manifest.resultHash);
});

test('changes that a page sets are run, with the scenario that is set with them or that is there', async () => {
  const element = await placePublished((each) => {
    each.changes = { inflation: 0.05 };
  });
  const first = element.result?.manifest.resultHash;
  element.changes = {};
  const plain = (await nextResult(element)).manifest.resultHash;
  expect(plain).not.toBe(first);
  element.changes = { inflation: 0.05 };
  expect((await nextResult(element)).manifest.resultHash).toBe(first);
});

test('changes that make no sense are told, and taking them back runs again', async () => {
  const element = await placePublished();
  const failed = nextEvent<TandemErrorEvent>(element, 'tandem-error');
  element.changes = { noSuchInput: 1 };
  expect((await failed).issues[0]?.pointer).toBe('/inputs/noSuchInput');
  element.changes = {};
  await nextResult(element);
  expect(textOf(element)).not.toContain('noSuchInput');
});

test('another scenario is one step: undo brings the one before back, with its changes, and redo goes on', async () => {
  const element = await placePublished((each) => {
    each.offered = [
      { label: 'One', src: '/scenarios/published.json' },
      { label: 'Another', src: '/scenarios/retailer.json' },
    ];
    each.scenario = null;
    each.src = '/scenarios/published.json';
  });
  const { name } = element.result!.manifest.scenario;
  edit(element, 'inflation', 0.02);
  await nextResult(element);
  edit(element, 'discountRate', 0.04);
  const changed = (await nextResult(element)).manifest.resultHash;
  const select = () =>
    inside(inside(element, 'tandem-scenario-bar')!, 'select') as HTMLSelectElement;
  await expect.poll(select).not.toBeNull();
  select().value = '/scenarios/retailer.json';
  select().dispatchEvent(new Event('change'));
  const other = (await nextResult(element)).manifest;
  expect(other.scenario.file).toBe('retailer.json');
  expect([element.src, element.changes]).toEqual(['/scenarios/retailer.json', {}]);
  edit(element, 'inflation', 0.03);
  const edited = (await nextResult(element)).manifest.resultHash;

  const undo = async () => {
    await expect.poll(() => buttonOf(element, 'Undo').disabled).toBe(false);
    buttonOf(element, 'Undo').click();
    return (await nextResult(element)).manifest;
  };
  expect((await undo()).resultHash).toBe(other.resultHash);
  const told = nextEvent<TandemChangeEvent>(element, 'tandem-change');
  expect(await undo()).toMatchObject({ resultHash: changed, scenario: { name } });
  expect((await told).changes).toEqual({ inflation: 0.02, discountRate: 0.04 });
  expect(element.src).toBe('/scenarios/published.json');
  await expect.poll(() => select().value).toBe('/scenarios/published.json');
  await undo();
  expect(element.changes).toEqual({ inflation: 0.02 });
  for (const hash of [changed, other.resultHash, edited]) {
    await expect.poll(() => buttonOf(element, 'Redo').disabled).toBe(false);
    buttonOf(element, 'Redo').click();
    expect((await nextResult(element)).manifest.resultHash).toBe(hash);
  }
});

test('a file that was opened over changes can be left again', async () => {
  const element = await placePublished();
  edit(element, 'inflation', 0.02);
  const before = (await nextResult(element)).manifest.resultHash;
  openFiles(element, { 'client.json': client });
  await nextResult(element);
  await expect.poll(() => textOf(inside(element, 'tandem-scenario-bar')!)).toContain('A client');
  const told = nextEvent<TandemChangeEvent>(element, 'tandem-change');
  buttonOf(element, 'Undo').click();
  expect((await told).isOwnFile).toBe(false);
  expect((await nextResult(element)).manifest.resultHash).toBe(before);
  expect(element.changes).toEqual({ inflation: 0.02 });
});

test('what is changed while another scenario is on its way is kept where it was changed', async () => {
  const element = await placePublished();
  openFiles(element, { 'client.json': client });
  edit(element, 'inflation', 0.02);
  expect((await nextResult(element)).manifest.scenario.name).toBe('A client');
  expect(element.changes).toEqual({});
  await expect.poll(() => buttonOf(element, 'Undo').disabled).toBe(false);
  buttonOf(element, 'Undo').click();
  expect(element.changes).toEqual({ inflation: 0.02 });

  // And where the other cannot be run, it is run at last, and why is still told.
  await nextResult(element);
  openFiles(element, { 'client.json': broken });
  edit(element, 'inflation', 0.03);
  const after = await nextResult(element);
  expect(after.manifest.scenario.name).not.toBe('Broken');
  expect(element.changes).toEqual({ inflation: 0.03 });
  await element.updateComplete;
  expect(textOf(element)).toContain('did you mean "auditCost"?');
});

test('a choice that is not there yet is taken back without a trace', async () => {
  const element = await placePublished();
  const { name } = element.result!.manifest.scenario;
  let read: (text: string) => void = () => {};
  const slow = Object.assign(new File([client], 'client.json'), {
    text: () => new Promise<string>((resolve) => (read = resolve)),
  });
  inside(element, 'tandem-scenario-bar')!.dispatchEvent(new TandemOpenEvent([slow]));
  await expect.poll(() => buttonOf(element, 'Undo').disabled).toBe(false);
  buttonOf(element, 'Undo').click();
  await expect.poll(() => buttonOf(element, 'Undo').disabled).toBe(true);
  read(client);
  edit(element, 'inflation', 0.02);
  expect((await nextResult(element)).manifest.scenario.name).toBe(name);
  expect(element.changes).toEqual({ inflation: 0.02 });
});

test('what is saved is the scenario as it is now, whether or not that has run or can', async () => {
  const element = await placePublished();
  const saved = async () =>
    JSON.parse(await (await element.exportAs('scenario')).text()) as {
      readonly inputs: Readonly<Record<string, unknown>>;
    };
  edit(element, 'inflation', 0.02);
  expect((await saved()).inputs['inflation']).toBe(0.02);
  const failed = nextEvent<TandemErrorEvent>(element, 'tandem-error');
  edit(element, 'mixFix', 0.5);
  await failed;
  expect((await saved()).inputs).toMatchObject({ inflation: 0.02, mixFix: 0.5 });
});
