import { afterEach, expect, test, vi } from 'vitest';
import bank from '../../scenarios/bank.json?raw';
import { inside, placePublished, textOf } from './place-calculator.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

async function papers(): Promise<HTMLElement> {
  const element = await placePublished((each) => {
    each.scenario = JSON.parse(bank) as object;
  });
  await expect.poll(() => inside(element, '[data-fold=papers]')).not.toBeNull();
  (inside(element, '[data-fold=papers]') as HTMLDetailsElement).open = true;
  await expect.poll(() => inside(element, 'tandem-papers')).not.toBeNull();
  return inside(element, 'tandem-papers')!;
}

/** What a person gets who asks for a paper: the name of the file, and what is in it. */
async function save(element: HTMLElement, label: string): Promise<{ name: string; text: string }> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((each) =>
    each.textContent?.trim().startsWith(label),
  );
  button!.click();
  await expect.poll(() => names).toHaveLength(1);
  vi.restoreAllMocks();
  return { name: names[0]!, text: await blobs[0]!.text() };
}

test('the map says of the flows what their transfers need', async () => {
  const element = await papers();
  const figure = inside(element, 'tandem-figure')!;
  await expect.poll(() => textOf(figure)).toMatch(/Of \d+ flows, \d+ needs? a transfer mechanism/);
  expect(textOf(figure)).toContain('The mainland');
});

test('each paper is kept as a file, and the page says under which name', async () => {
  const element = await papers();
  const register = await save(element, 'Register');
  expect(register.name).toBe('financial-group-in-both-regions-register.csv');
  expect(register.text).toContain('Card processing in Guangzhou');
  await expect.poll(() => textOf(element)).toContain(`Saved as ${register.name}.`);
  expect((await save(element, 'Filing checklist')).text).toContain('What has to be filed');
  expect((await save(element, 'Deadlines')).text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const memo = await save(element, 'Memo: Remittances');
  expect(memo.name).toMatch(/^financial-group-in-both-regions-memo-\d+-pipl-remittances\.html$/);
  expect(memo.text).toContain('no transfer mechanism is needed');
});

test('offers nothing that is older than the answers', async () => {
  const element = (await papers()) as HTMLElement & { stale: boolean };
  element.stale = true;
  await expect
    .poll(() => element.shadowRoot?.querySelectorAll('button:not([disabled])').length)
    .toBe(0);
});
