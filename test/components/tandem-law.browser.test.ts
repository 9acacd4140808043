import { afterEach, expect, test } from 'vitest';
import published from '../../scenarios/published.json?raw';
import retailer from '../../scenarios/retailer.json?raw';
import smallFirm from '../../scenarios/small-firm.json?raw';
import { writeXlsx } from 'hucre/xlsx';
import template from '../../scenarios/flows-template.csv?raw';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import { TandemEditEvent } from '../../src/components/events.ts';
import type { TandemLaw } from '../../src/components/tandem-law.ts';
import {
  buttonOf,
  inside,
  nextResult,
  placeCalculator,
  placePublished,
  textOf,
} from './place-calculator.ts';

afterEach(() => document.body.replaceChildren());

async function place(scenario: string): Promise<{ element: TandemCalculator; law: TandemLaw }> {
  const element = await placePublished((each) => {
    each.scenario = JSON.parse(scenario) as object;
  });
  await expect.poll(() => inside(element, '[data-fold=questions]')).not.toBeNull();
  return { element, law: inside(element, 'tandem-law') as TandemLaw };
}

/** Unfolds parts of the law by their names, from the outside in. */
async function unfold(law: Element, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const details = inside(law, `[data-fold="${name}"]`) as HTMLDetailsElement;
    details.open = true;
    await expect.poll(() => details.querySelector('.content')).not.toBeNull();
  }
}

/** Answers a question as a person does. */
function answer(law: Element, field: string, value: string): void {
  const questions = inside(law, 'tandem-questions')?.shadowRoot;
  const radios = [...(questions?.querySelectorAll<HTMLInputElement>(`[name="${field}"]`) ?? [])];
  const radio = radios.find((each) => each.value === value);
  const text = questions?.querySelector<HTMLInputElement>(`input#${field}`);
  if (radio !== undefined) radio.click();
  else if (text != null) {
    text.value = value;
    text.dispatchEvent(new Event('change'));
  } else throw new Error(`there is no question ${field}`);
}

function click(law: Element, label: string): void {
  const buttons = [...(law.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((button) => button.textContent?.trim().startsWith(label));
  if (found === undefined) throw new Error(`there is no button ${label}`);
  found.click();
}

const csv = (text: string, name = 'client.csv') => new File([text], name, { type: 'text/csv' });

test('says which law applies, by which rule, and what is missing', async () => {
  const { law } = await place(retailer);
  expect(textOf(law)).toContain('Both laws apply on 1 November 2026.');
  expect(textOf(law)).toContain('31 duties; 3 of 4 flows lack controls.');
  await unfold(law, 'why-R3-company', 'flows', 'flow-1');
  expect(textOf(law)).toContain('PIPL Art. 3 para. 2 (1), in force since 1 November 2021');
  expect(textOf(law)).toContain('Missing separate consent PIPL Arts. 29, 39');
  await unfold(law, 'why-R17-1', 'why-R17-1/exportedOrdinary');
  expect(textOf(law)).toContain('People whose ordinary data left the mainland this year : 24,000');
});

test('says at the top why PIPL does not apply, and draws the programme', async () => {
  const { law } = await place(smallFirm);
  expect(law.shadowRoot?.querySelector('.outside')?.textContent).toMatch(
    /PIPL does not apply \(R5\): .*costs nothing\./,
  );
  await unfold(law, 'programme');
  await expect
    .poll(() => textOf(inside(law, 'tandem-figure')!))
    .toContain('The programme takes 11.3 weeks');
});

test('answers change the verdict and the cost; undo brings both back', async () => {
  const { element, law } = await place(smallFirm);
  const before = element.result!;
  await unfold(law, 'questions');
  click(law, 'Make the flows from the answers');
  const implied = await nextResult(element);
  expect(implied.law?.flows.every((flow) => flow.implied)).toBe(true);
  expect(implied.law?.regimes[0]?.applies).toBe(false);

  answer(law, 'mainland-ordinary', '24,000');
  await nextResult(element);
  answer(law, 'targetsMainland', 'yes');
  const caught = await nextResult(element);
  expect(caught.law?.regimes[0]).toMatchObject({ id: 'pipl', applies: true, rules: ['R3'] });
  expect(caught.outputs['tco']?.['dual']?.mean).not.toBe(before.outputs['tco']?.['dual']?.mean);
  await expect.poll(() => textOf(law)).toContain('Both laws apply');
  const effect = law.shadowRoot?.querySelector('.effect table');
  expect(effect?.querySelectorAll('tbody tr')).toHaveLength(5);
  expect(effect?.textContent).toMatch(/HK\$.* of 100/s);
  expect(element.profile.company).toMatchObject({
    targetsMainland: true,
    people: { mainland: { ordinary: 24_000 } },
  });

  click(law, 'Undo');
  expect((await nextResult(element)).law?.regimes[0]?.applies).toBe(false);
  buttonOf(element, 'Reset all').click();
  expect((await nextResult(element)).manifest.resultHash).toBe(before.manifest.resultHash);
  expect(element.profile).toEqual({});
});

test('each question says why it is asked, with the article', async () => {
  const { law } = await place(retailer);
  await unfold(law, 'questions');
  const questions = [
    ...(inside(law, 'tandem-questions')?.shadowRoot?.querySelectorAll('li') ?? []),
  ];
  expect(questions).toHaveLength(10);
  for (const question of questions)
    expect(question.textContent).toMatch(/Why we ask: .+(PIPL|PDPO|Provisions).+\(R\d+\)/s);
});

test('a number that is none is told where it stands, and changes nothing', async () => {
  const { element, law } = await place(retailer);
  await unfold(law, 'questions');
  answer(law, 'mainland-ordinary', 'many');
  await expect.poll(() => textOf(law)).toContain('“many” is not a number');
  answer(law, 'staff-hongKong', '12.5');
  await expect.poll(() => textOf(law)).toContain('Write a whole number of people, such as 24,000.');
  expect(element.profile).toEqual({});
});

test('from the published scenario a person starts with their own company, and the law sets the figures', async () => {
  const { element, law } = await place(published);
  expect(textOf(law)).toContain('what the law would set is shown below and not used');
  click(law, 'Start with your own company');
  const own = await nextResult(element);
  expect(own.law?.derived.map(({ status }) => status)).not.toContain('shown');
  // Nobody has counted anyone yet: a flow of customers and one of staff on each side are possible.
  expect(own.law?.flows.map((flow) => flow.implied)).toEqual([true, true, true, true]);
  await expect.poll(() => inside(law, 'tandem-questions')).not.toBeNull();
  answer(law, 'hongKong-ordinary', '50k');
  const answered = await nextResult(element);
  // What was not asked of the mainland is not known, and no reason to say that PIPL does not apply.
  expect(answered.law?.regimes.map(({ applies }) => applies)).toEqual([null, true]);
  // What was answered is saved with the scenario, and gives the same result when it is opened.
  const saved = JSON.parse(await (await element.exportAs('scenario')).text()) as object;
  const again = await placePublished((each) => {
    each.scenario = saved;
  });
  expect(again.result?.manifest.resultHash).toBe(answered.manifest.resultHash);
});

test('a list of flows is read from a spreadsheet, and takes the place of the one before', async () => {
  const { element, law } = await place(retailer);
  await law.openFlows(csv(template));
  const { law: found } = await nextResult(element);
  expect(found?.flows.map(({ name }) => name)).toEqual([
    'Members in Hong Kong',
    'Discounts pushed to Shenzhen',
    'Staff on the work platform',
  ]);
  await expect.poll(() => textOf(law)).toContain('3 flows read from client.csv.');
  buttonOf(element, 'Undo').click();
  expect((await nextResult(element)).law?.flows).toHaveLength(4);
});

test('a broken list names row and column, and nothing is lost', async () => {
  const { element, law } = await place(retailer);
  await unfold(law, 'flows');
  const before = element.result;
  await law.openFlows(
    csv(template.replace('"24,000"', 'plenty').replace('shenzhen,to', 'shenzen,to')),
  );
  await expect.poll(() => textOf(law)).toContain('client.csv cannot be read; all is as it was.');
  expect(textOf(law)).toContain('row 3, column "people"');
  expect(textOf(law)).toMatch(/row 3, column "to".*did you mean "shenzhen"/);
  expect(element.result).toBe(before);
  expect(element.profile).toEqual({});
  // Mended, it is read, and what was wrong is gone.
  await law.openFlows(csv(template));
  await nextResult(element);
  await expect.poll(() => textOf(law)).not.toContain('row 3');
});

test('a list in the words of others is read from a workbook, and what was taken for what is shown', async () => {
  const { element, law } = await place(retailer);
  const head = ['Processing activity', 'Data', 'Purpose', 'Subjects', 'Subjects in', 'People'];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'ROPA',
        rows: [
          ['Data inventory'],
          [...head, 'From', 'To', 'Owner'],
          ['會員', 'Name, Email', 'Marketing', 'Clients', '香港', 24_000, 'HK', 'PRC', 'Ms Chan'],
        ],
      },
    ],
  });
  await law.openFlows(new File([new Uint8Array(bytes)], 'ropa.xlsx'));
  const { law: found } = await nextResult(element);
  expect(found?.flows.map(({ name }) => name)).toEqual(['會員']);
  await expect.poll(() => textOf(law)).toContain('1 flow read from ropa.xlsx.');
  expect(textOf(law)).toContain('column "subjects": "Clients" is taken for "customers"');
  expect(textOf(law)).toContain('set aside, as the law does not ask for it: "Owner"');
});

test('Chinese of Excel in Hong Kong is read, and thousands that could be none are asked about', async () => {
  const { element, law } = await place(retailer);
  await unfold(law, 'flows');
  // Big5, as Excel in Hong Kong writes it: 會員.
  const big5 = new Uint8Array([0xb7, 0x7c, 0xad, 0xfb]);
  const head = 'name,data,purpose,subjects,subjectsIn,people,from,to\n';
  const rest = (people: string) =>
    `,name,membership,customers,mainland,${people},shenzhen,hong-kong\n`;
  await law.openFlows(new File([head, big5, rest('24.000')], 'flows.csv'));
  await expect.poll(() => textOf(law)).toContain('"people" is "24.000", which can be 24000 or 24');
  expect(element.profile).toEqual({});
  await law.openFlows(new File([head, big5, rest('24k')], 'flows.csv'));
  expect((await nextResult(element)).law?.flows.map(({ name }) => name)).toEqual(['會員']);
});

test('an old workbook or a PDF that is dropped is told how to be saved, and is never called a scenario', async () => {
  const { element, law } = await place(retailer);
  await unfold(law, 'flows');
  for (const [name, begin] of [
    ['ropa.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['ropa.pdf', [0x25, 0x50, 0x44, 0x46]],
  ] as const) {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(begin)], name));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
    await expect.poll(() => textOf(law)).toContain(`${name} cannot be read; all is as it was.`);
    expect(textOf(law)).toContain('save the sheet as "CSV UTF-8" or as .xlsx');
    expect(element.result).not.toBeNull();
  }
});

test('a list that is dropped anywhere on the calculator is read too', async () => {
  const { element } = await place(retailer);
  const dropped = new DataTransfer();
  dropped.items.add(csv(template, 'flows.csv'));
  element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
  expect((await nextResult(element)).law?.flows).toHaveLength(3);
});

test('what the scenario gives itself is marked as an override of its rule', async () => {
  const { element, law } = await place(
    JSON.stringify({ ...(JSON.parse(smallFirm) as object), inputs: { auditsPerYear: 1 } }),
  );
  await unfold(law, 'derived');
  expect(textOf(law)).toMatch(/override of rules? R\d+/);
  click(law, 'Let the law set them');
  const result = await nextResult(element);
  expect(result.law?.derived.map(({ status }) => status)).not.toContain('overridden');
});

test('answers that come with a link are run at once, and can be taken back', async () => {
  const element = await placePublished((each) => {
    each.scenario = JSON.parse(retailer) as object;
    each.profile = { flows: null };
  });
  expect(element.result?.law?.flows.every((flow) => flow.implied)).toBe(true);
  await expect.poll(() => inside(element, '.effect button')).not.toBeNull();
  const law = inside(element, 'tandem-law')!;
  click(law, 'Take the answers back');
  expect((await nextResult(element)).law?.flows).toHaveLength(4);
  expect(element.profile).toEqual({});
});

test('while a figure is moved, the law stays in sight', async () => {
  const { element, law } = await place(retailer);
  const inputs = inside(element, 'tandem-inputs')!;
  for (const value of [0.01, 0.02, 0.03]) {
    inputs.dispatchEvent(new TandemEditEvent('inflation', value, false));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(textOf(law)).toContain('Both laws apply');
  }
});

test('shown alone, nothing can be answered or opened', async () => {
  const element = placeCalculator((each) => {
    each.scenario = JSON.parse(retailer) as object;
    each.trials = 4000;
    each.readonly = true;
    each.view = 'full';
  });
  await expect.poll(() => inside(element, '[data-fold=questions]')).not.toBeNull();
  const law = inside(element, 'tandem-law')!;
  await unfold(law, 'questions', 'flows');
  expect(law.shadowRoot?.querySelector('input[type=file]')).toBeNull();
  expect(inside(law, 'tandem-questions input:not(:disabled)')).toBeNull();
});
