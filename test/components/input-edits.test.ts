import { expect, test } from 'vitest';
import { InputEdits } from '../../src/components/input-edits.ts';
import { changedTo, sampleBriefing } from '../helpers/sample-briefing.ts';

const briefing = sampleBriefing();
const [audit, filing] = briefing.inputs;
if (audit === undefined || filing === undefined) throw new Error('too few inputs');
const valueOf = (edits: InputEdits, name: string) =>
  edits.inputs.find((input) => input.name === name)?.value;

/** What a run says after the filing cost became another. */
const after = (value: number) =>
  sampleBriefing(
    briefing.inputs.map((input) => (input === filing ? changedTo(input, value) : { ...input })),
  );

test('InputEdits shows a change at once, and how it was', () => {
  const edits = new InputEdits();
  expect(edits.take(briefing)).toBe(true);
  edits.change('filingCost', changedTo(filing, 200_000), true);
  expect(valueOf(edits, 'filingCost')).toBe(200_000);
  expect(edits.originalOf('filingCost')).toBe(filing);
});

test('InputEdits takes over what a run says, but not of what is being moved', () => {
  const edits = new InputEdits();
  edits.take(briefing);
  edits.change('filingCost', changedTo(filing, 300_000), false);
  expect(edits.take(after(200_000))).toBe(false);
  expect(valueOf(edits, 'filingCost')).toBe(300_000);
  edits.change('filingCost', changedTo(filing, 400_000), true);
  edits.take(after(400_001));
  expect(valueOf(edits, 'filingCost')).toBe(400_001);
});

test('InputEdits keeps the objects of inputs that a run leaves as they are', () => {
  const edits = new InputEdits();
  edits.take(briefing);
  const before = edits.inputs;
  edits.take(after(200_000));
  expect(edits.inputs[0]).toBe(before[0]);
  expect(edits.inputs[1]).not.toBe(before[1]);
});

test('InputEdits takes a change back to what was there before', () => {
  const edits = new InputEdits();
  edits.take(briefing);
  edits.change('filingCost', changedTo(filing, 200_000), true);
  edits.change('filingCost', null, true);
  expect(edits.inputs[1]).toBe(filing);
  // One that came changed is taken back to its scenario all the same.
  const late = new InputEdits();
  late.take(after(200_000));
  late.change('filingCost', null, true);
  expect(late.inputs[1]).toMatchObject({ value: 100_000, changed: false });
  expect(late.originalOf('filingCost')).toBeNull();
});

test('InputEdits knows another scenario, and forgets how inputs were', () => {
  const edits = new InputEdits();
  edits.take(briefing);
  const other = sampleBriefing(
    after(200_000).inputs.map((input) => ({ ...input, base: input.value })),
  );
  expect(edits.take(other)).toBe(true);
  expect(edits.take(other)).toBe(false);
  expect(edits.originalOf('filingCost')).toBeNull();
  expect(edits.originalOf('auditCost')).not.toBeNull();
});

test('InputEdits keeps what is drafted, whatever a run that began earlier knows', () => {
  const edits = new InputEdits();
  edits.take(briefing, {});
  edits.change('filingCost', changedTo(filing, 200_000), true);
  edits.change('auditCost', changedTo(audit, 300_000), true);
  const draft = { filingCost: 200_000, auditCost: 300_000 };
  edits.take(after(200_000), draft);
  expect([valueOf(edits, 'auditCost'), valueOf(edits, 'filingCost')]).toEqual([300_000, 200_000]);
  // Undone: what was there before, with all that was known of it, before any run says so.
  edits.take(after(200_000), {});
  expect(edits.inputs[0]).toBe(audit);
  expect(edits.inputs[1]).toMatchObject({ value: 100_000, changed: false });
});

test('InputEdits draws a drafted value that no run has told of roughly', () => {
  const edits = new InputEdits();
  edits.take(briefing, { filingCost: { p10: 1, p50: 2, p90: 4 } });
  const drafted = edits.inputs.find(({ name }) => name === 'filingCost');
  expect(drafted).toMatchObject({ changed: true, value: { p10: 1, p50: 2, p90: 4 } });
  expect(drafted?.sketches['']?.quantiles).toHaveLength(50);
});
