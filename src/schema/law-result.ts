import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const text = v.string();
const texts = v.array(text);
const said = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));

const facts = v.record(text, v.union([finiteNumber, v.boolean(), text]));

const name = v.strictObject({
  label: text,
  unit: text,
  kind: v.picklist(['company', 'flow', 'computed', 'assumption', 'definition', 'total', 'rule']),
  scope: said(
    v.picklist(['company', 'flow']),
    'Whether its value stands among the facts of the company or of each flow.',
  ),
  formula: said(v.nullable(text), 'How it is worked out; null for what is given.'),
  from: said(texts, 'The names in the formula, to be asked why in their turn.'),
});

const rule = v.strictObject({
  regime: text,
  title: text,
  article: text,
  condition: text,
  because: text,
  status: said(
    v.picklist(['holds', 'does not hold', 'not yet in force', 'no longer in force', 'draft']),
    'On the law date; for a rule about flows: holds where it holds for one.',
  ),
  from: v.nullable(text),
  to: v.nullable(text),
  confidence: text,
  evidence: texts,
  note: text,
  flows: said(texts, 'The flows for which it holds.'),
});

const regime = v.strictObject({
  id: text,
  title: text,
  version: text,
  applies: v.boolean(),
  rules: said(texts, 'The rules by which it applies, or by which it does not.'),
  because: text,
});

const neededControl = v.strictObject({
  id: text,
  label: text,
  inPlace: v.boolean(),
  askedBy: v.array(v.strictObject({ regime: text, article: text })),
});

const flow = v.strictObject({
  name: text,
  implied: said(v.boolean(), 'Not in the inventory: made from the profile.'),
  path: said(texts, 'Places, from the first to the last.'),
  tags: texts,
  crossBorder: v.boolean(),
  regimes: v.array(
    v.strictObject({ regime: text, applies: v.boolean(), rule: text, because: text }),
  ),
  mechanism: v.strictObject({
    id: text,
    label: text,
    rule: said(text, 'The rule that it rests on; empty where none is needed to say so.'),
    because: text,
    alternatives: texts,
  }),
  bayArea: v.nullable(v.strictObject({ available: v.boolean(), rule: text, because: text })),
  rules: said(texts, 'Rules that hold for it.'),
  controls: v.array(neededControl),
  missing: said(texts, 'Controls that are asked for and not in place.'),
  facts,
});

const duty = v.strictObject({
  regime: text,
  rule: text,
  text,
  article: text,
  deadline: text,
  from: v.nullable(text),
  flows: texts,
  confidence: text,
  evidence: texts,
});

const derivedStep = v.strictObject({
  rule: text,
  label: text,
  how: v.picklist(['add', 'max', 'times']),
  formula: text,
  amount: finiteNumber,
});

const derivedInput = v.strictObject({
  input: text,
  label: text,
  unit: text,
  status: said(
    v.picklist(['used', 'overridden', 'shown']),
    'used: the run takes it; overridden: the scenario gives its own value; shown: the scenario asks not to use it.',
  ),
  values: said(v.record(text, finiteNumber), 'By posture; "all" where it is the same under all.'),
  steps: said(v.record(text, v.array(derivedStep)), 'How each value comes about.'),
  rules: said(texts, 'Rules that it rests on, or that would set it.'),
});

const step = v.strictObject({
  id: text,
  label: text,
  weeks: finiteNumber,
  start: finiteNumber,
  end: finiteNumber,
  critical: said(v.boolean(), 'Whether a delay of it delays the whole.'),
  owner: text,
  costShare: finiteNumber,
  everyMonths: v.nullable(finiteNumber),
  after: texts,
});

export const programmePlanSchema = v.strictObject({
  variant: text,
  label: text,
  note: text,
  steps: v.array(step),
  weeks: said(finiteNumber, 'Until all steps are done for the first time.'),
});

/** What the law asks of the company on the law date, and why. */
export const lawResultSchema = v.strictObject({
  asOf: text,
  drafts: texts,
  regimes: v.array(regime),
  rules: said(v.record(text, rule), 'Every rule, also those that do not hold.'),
  flows: v.array(flow),
  thresholds: v.array(
    v.strictObject({
      label: text,
      value: finiteNumber,
      limit: finiteNumber,
      rule: text,
      leadsTo: text,
      inForce: v.boolean(),
    }),
  ),
  duties: v.array(duty),
  gaps: said(
    v.array(v.strictObject({ topic: text, pipl: text, pdpo: text, dual: text, evidence: texts })),
    'Where the two laws differ, as far as the profile touches it.',
  ),
  coverage: said(
    v.record(text, finiteNumber),
    'Share of required controls in place, by posture; "today" as things are.',
  ),
  derived: v.array(derivedInput),
  programme: v.nullable(programmePlanSchema),
  names: said(v.record(text, name), 'What every name in a formula means and rests on.'),
  facts: said(facts, 'What the company says and what follows from it, by name.'),
  unanswered: said(
    texts,
    'Questions about the company that the file leaves open; each counts as no or none.',
  ),
  remarks: v.array(v.strictObject({ code: text, message: text, evidence: texts })),
});

export type LawResult = v.InferOutput<typeof lawResultSchema>;
export type LawFlow = v.InferOutput<typeof flow>;
export type LawDuty = v.InferOutput<typeof duty>;
export type DerivedInput = v.InferOutput<typeof derivedInput>;
export type ProgrammePlan = v.InferOutput<typeof programmePlanSchema>;
