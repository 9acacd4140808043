import { afterEach, expect, test, vi } from 'vitest';
import type { TandemLibrary } from '../../src/components/tandem-library.ts';
import { openKeptStore } from '../../src/components/kept-store.ts';
import { TandemEditEvent } from '../../src/components/events.ts';
import { inside, nextResult, placePublished, textOf } from './place-calculator.ts';

let number = 0;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  for (let each = 0; each < number; each++) indexedDB.deleteDatabase(`tandem-library-test-${each}`);
});

/** The library of a calculator, unfolded, with a data base of its own. */
async function placeLibrary() {
  const calculator = await placePublished();
  const fold = inside(calculator, 'details.kept') as HTMLDetailsElement;
  const library = fold.querySelector('tandem-library')!;
  library.database = `tandem-library-test-${number++}`;
  fold.open = true;
  await expect.poll(() => textOf(library)).toContain('Nothing is kept yet.');
  return { calculator, library };
}

function button(library: TandemLibrary, label: string): HTMLButtonElement {
  const buttons = [...(library.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === label,
  );
  if (found === undefined)
    throw new Error(`no button ${label}: ${buttons.map((each) => each.textContent).join('|')}`);
  return found;
}

const namesIn = (library: TandemLibrary) =>
  [...(library.shadowRoot?.querySelectorAll('.name') ?? [])].map((each) =>
    [...each.childNodes]
      .flatMap((node) => (node instanceof Text ? node.data : []))
      .join('')
      .trim(),
  );

async function keepAs(library: TandemLibrary, name: string): Promise<void> {
  await expect.poll(() => button(library, 'Keep this scenario').disabled).toBe(false);
  const input = library.shadowRoot!.querySelector<HTMLInputElement>('form input')!;
  input.value = name;
  button(library, 'Keep this scenario').click();
  await expect.poll(() => namesIn(library)).toContain(name);
}

function edit(calculator: Element, name: string, value: number): void {
  inside(calculator, 'tandem-inputs')?.dispatchEvent(new TandemEditEvent(name, value, true));
}

test('nothing of it is loaded before it is unfolded', async () => {
  const calculator = await placePublished();
  const fold = inside(calculator, 'details.kept') as HTMLDetailsElement;
  expect(fold.open).toBe(false);
  expect(fold.querySelector('tandem-library')?.textContent).toContain('Fetching');
});

test('a scenario is kept under a name, and opened again with the same result hash', async () => {
  const { calculator, library } = await placeLibrary();
  edit(calculator, 'inflation', 0.02);
  const changed = await nextResult(calculator);
  await keepAs(library, 'With inflation');
  expect(textOf(library)).toContain('Kept as “With inflation”.');

  edit(calculator, 'inflation', 0.05);
  await nextResult(calculator);
  button(library, 'Open With inflation').click();
  const again = await nextResult(calculator);
  expect(again.manifest.resultHash).toBe(changed.manifest.resultHash);
});

test('it is renamed, duplicated, deleted, and taken back', async () => {
  const { library } = await placeLibrary();
  await keepAs(library, 'First');
  button(library, 'Duplicate First').click();
  await expect.poll(() => namesIn(library)).toEqual(['First (2)', 'First']);

  button(library, 'Rename First (2)').click();
  await library.updateComplete;
  const input = library.shadowRoot!.querySelector<HTMLInputElement>('li input[name=name]')!;
  input.value = 'First';
  button(library, 'Rename').click();
  // A name that is taken gets a number, so that two can be told apart.
  await expect.poll(() => textOf(library)).toContain('is now “First (2)”');

  button(library, 'Delete First').click();
  await expect.poll(() => namesIn(library)).toEqual(['First (2)']);
  button(library, 'Undo').click();
  await expect.poll(() => namesIn(library)).toEqual(['First (2)', 'First']);
  expect(textOf(library)).toContain('“First” is back.');
});

test('two or more are set side by side, with errors, on one scale, and their difference explained', async () => {
  const { calculator, library } = await placeLibrary();
  await keepAs(library, 'As published');
  edit(calculator, 'remediationRate', 0.2);
  await nextResult(calculator);
  await keepAs(library, 'Few remediations');
  const boxes = [...library.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  expect(button(library, 'Compare: choose two to six').disabled).toBe(true);
  // In the order in which they are chosen.
  for (const box of boxes.toReversed()) box.click();
  await library.updateComplete;
  button(library, 'Compare 2 side by side').click();
  await library.updateComplete;
  const side = library.shadowRoot!.querySelector('tandem-side-by-side')!;
  await expect.poll(() => textOf(side)).toContain('On one scale');
  const heads = [...side.shadowRoot!.querySelectorAll('thead th')].map((each) => each.textContent);
  expect(heads).toEqual(['Figure', 'As published', 'Few remediations']);
  expect(textOf(side)).toMatch(/Dual HK\$3\.9\d? M ± HK\$[\d,]+/);
  await expect.poll(() => textOf(side)).toContain('The median cost of Dual is');

  const explain = [...side.shadowRoot!.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === 'Explain',
  )!;
  explain.click();
  await expect.poll(() => textOf(side)).toContain('All changes');
  expect(textOf(side)).toMatch(/Emergency remediations a year: .* to 0\.2/);
  expect(textOf(side)).toContain('with the same luck before and after');
});

test('a kept scenario that gives other figures than it did says so', async () => {
  const { library } = await placeLibrary();
  await keepAs(library, 'One');
  await keepAs(library, 'Two');
  const store = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(library.database);
    request.addEventListener('success', () => resolve(request.result));
  });
  const kept = store.transaction('kept', 'readwrite').objectStore('kept');
  const all = kept.getAll();
  await new Promise((resolve) => all.addEventListener('success', resolve));
  const [first] = all.result as { name: string }[];
  kept.put({ ...first, resultHash: 'f'.repeat(64), tandem: '0.0.9' });
  store.close();
  button(library, `Duplicate ${first!.name}`).click();
  await expect.poll(() => namesIn(library)).toHaveLength(3);
  for (const box of library.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    box.click();
  await library.updateComplete;
  button(library, 'Compare 3 side by side').click();
  await expect.poll(() => textOf(library)).toContain('Futures, seed 4,000');
  expect(textOf(library)).toContain('gives other figures than when it was kept, by Tandem 0.0.9');
  // The others give what they gave, with the futures that the calculator was told to run.
  expect(textOf(library)).not.toContain('by Tandem 0.1.0');
});

test('where nothing can be kept, that is told, and the scenario stays open', async () => {
  const { calculator, library } = await placeLibrary();
  edit(calculator, 'inflation', 0.02);
  const { manifest } = await nextResult(calculator);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect.poll(() => button(library, 'Keep this scenario').disabled).toBe(false);
  button(library, 'Keep this scenario').click();
  await expect.poll(() => textOf(library)).toContain('There is no room left to keep this.');
  expect(calculator.result?.manifest.resultHash).toBe(manifest.resultHash);
  expect(calculator.changes).toEqual({ inflation: 0.02 });
  vi.restoreAllMocks();
  await keepAs(library, 'Once there is room');
  expect(textOf(library)).not.toContain('no room left');
});

test('all are saved as one file, and come back from it', async () => {
  const { library } = await placeLibrary();
  await keepAs(library, 'One');
  await keepAs(library, 'Two');
  let blob: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob;
    return 'blob:test';
  });
  button(library, 'Save all as a file').click();
  await expect.poll(() => blob).not.toBeNull();
  const text = await blob!.text();
  button(library, 'Delete One').click();
  await expect.poll(() => namesIn(library)).toEqual(['Two']);
  const input = library.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], 'kept.json'));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
  await expect.poll(() => textOf(library)).toContain('Added 1 of 2 scenarios; 1 of them were kept');
  expect(namesIn(library).toSorted()).toEqual(['One', 'Two']);
});

test('what another tab keeps, renames and deletes is seen here, while one is at work', async () => {
  const { library } = await placeLibrary();
  const tab = await openKeptStore(library.database);
  await keepAs(library, 'Mine');
  const [mine] = await tab.all();
  const field = library.shadowRoot!.querySelector<HTMLInputElement>('form input')!;
  field.value = 'What I am typing';
  field.dispatchEvent(new InputEvent('input'));
  await tab.put({ ...mine!, id: 'theirs', name: 'Theirs' });
  await expect.poll(() => namesIn(library)).toContain('Theirs');
  expect(textOf(library)).toContain('Kept as “Mine”.');
  expect(field.value).toBe('What I am typing');
  await tab.remove('theirs');
  await expect.poll(() => namesIn(library)).toEqual(['Mine']);
  tab.close();
});
