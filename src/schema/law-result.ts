import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const text = v.string();
const texts = v.array(text);
const said = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));

const pointers = said(
  texts,
  'JSON pointers of the answers that would settle it; see "questions". Empty where it is certain.',
);

const rangeSchema = said(
  v.strictObject({
    from: finiteNumber,
    to: said(v.nullable(finiteNumber), 'null where nothing bounds it.'),
    open: pointers,
  }),
  'A number that is not known: between what it lies.',
);
const maybeRange = v.union([finiteNumber, rangeSchema]);

const facts = v.record(
  text,
  v.union([finiteNumber, v.boolean(), text, rangeSchema, v.strictObject({ open: pointers })]),
);

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
    v.picklist([
      'holds',
      'does not hold',
      'not known',
      'not yet in force',
      'no longer in force',
      'draft',
    ]),
    'On the law date; for a rule about flows: holds where it holds for one.',
  ),
  open: pointers,
  from: v.nullable(text),
  to: v.nullable(text),
  confidence: text,
  conditions: said(
    v.array(v.strictObject({ says: text, confidence: text })),
    'How sure each part of the condition is, where they differ.',
  ),
  evidence: texts,
  note: text,
  flows: said(texts, 'The flows for which it holds.'),
});

const verdict = {
  applies: said(v.nullable(v.boolean()), 'null where it is not known.'),
  status: v.picklist(['applies', 'does not apply', 'not known']),
  open: pointers,
};

const regime = v.strictObject({
  id: text,
  short: said(text, 'Name in running text.'),
  title: text,
  version: text,
  reviewed: said(text, 'The day until which the law is known; what came after is not.'),
  ...verdict,
  rules: said(texts, 'The rules by which it applies, or by which it does not.'),
  because: text,
});

const neededControl = v.strictObject({
  id: text,
  label: text,
  inPlace: v.boolean(),
  askedBy: v.array(v.strictObject({ regime: text, article: text })),
  open: said(pointers, 'What would settle whether it is needed; empty where it is, for certain.'),
});

const mechanism = {
  id: text,
  label: text,
  status: v.picklist(['needed', 'none', 'unsettled', 'not known']),
  rule: said(text, 'The rule that it rests on; empty where none is needed to say so.'),
  because: text,
  note: text,
  open: pointers,
  alternatives: texts,
};

const flow = v.strictObject({
  name: text,
  implied: said(v.boolean(), 'Not in the inventory: made from the profile.'),
  exists: said(v.nullable(v.boolean()), 'null: an implied flow that there may be or not.'),
  path: said(texts, 'Places, from the first to the last.'),
  tags: texts,
  crossBorder: v.boolean(),
  regimes: v.array(v.strictObject({ regime: text, ...verdict, rule: text, because: text })),
  mechanism: said(v.strictObject(mechanism), 'Of the first law that asks for any.'),
  mechanisms: said(
    v.array(v.strictObject({ regime: text, ...mechanism })),
    'What each law asks for the way that the data takes, in the order of the laws.',
  ),
  bayArea: v.nullable(
    v.strictObject({
      available: v.nullable(v.boolean()),
      rule: text,
      because: text,
      open: pointers,
    }),
  ),
  rules: said(texts, 'Rules that hold for it.'),
  controls: v.array(neededControl),
  missing: said(texts, 'Controls that are asked for, for certain, and not in place.'),
  remarks: said(texts, 'What to keep in mind of it.'),
  facts,
});

const duty = v.strictObject({
  regime: text,
  rule: text,
  text,
  who: text,
  article: text,
  deadline: text,
  from: v.nullable(text),
  flows: texts,
  status: v.picklist(['applies', 'not known']),
  open: pointers,
  isAdvice: said(v.boolean(), 'Guidance or good practice, no law.'),
  cost: said(
    v.nullable(text),
    'The input of the cost model that counts it; null: no cost modelled.',
  ),
  confidence: text,
  evidence: texts,
});

const derivedStep = v.strictObject({
  rule: text,
  label: text,
  how: v.picklist(['add', 'max', 'times']),
  formula: text,
  amount: maybeRange,
});

const derivedInput = v.strictObject({
  input: text,
  label: text,
  unit: text,
  status: said(
    v.picklist(['used', 'overridden', 'shown']),
    'used: the run takes it; overridden: the scenario gives its own value; shown: the scenario asks not to use it.',
  ),
  values: said(
    v.record(text, maybeRange),
    'By posture; "all" where it is the same under all. A range where an answer is lacking: the run draws from it evenly.',
  ),
  steps: said(v.record(text, v.array(derivedStep)), 'How each value comes about.'),
  rules: said(texts, 'Rules that it rests on, or that would set it.'),
});

const comingChange = v.strictObject({
  draft: text,
  title: text,
  probability: said(finiteNumber, 'That it becomes law at all: above 0, at most 1.'),
  years: said(
    v.strictObject({ from: finiteNumber, to: finiteNumber }),
    'Between what it counts from if it does, in years from the law date, as the scenario says it.',
  ),
  inputs: said(
    texts,
    'The inputs that say whether and when it comes; none where both are certain.',
  ),
  sets: said(
    v.array(v.strictObject({ input: text, label: text, values: v.record(text, maybeRange) })),
    'What it makes of the inputs that the law sets, by posture; empty where no cost is modelled.',
  ),
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

const question = v.strictObject({
  pointer: said(text, 'Where the answer goes in the scenario.'),
  number: said(v.nullable(finiteNumber), 'Of the ten questions about the company.'),
  topic: said(text, 'What the numbered question is about; empty for others.'),
  flow: said(v.nullable(text), 'The flow that it is about.'),
  ask: text,
});

const lawfulness = v.strictObject({
  keeps: said(texts, 'The laws that it complies with.'),
  status: said(
    v.picklist(['lawful', 'leaves out a law', 'not known']),
    'Whether it complies with every law that applies under its own facts.',
  ),
  meets: said(texts, 'Laws that apply and that it keeps.'),
  leavesOut: said(
    v.array(v.strictObject({ regime: text, rule: text, article: text })),
    'Laws that apply and that it does not keep.',
  ),
  exceeds: said(texts, 'Laws that it keeps although they do not apply.'),
  open: said(
    v.array(v.strictObject({ regime: text, open: pointers })),
    'Laws of which it is not known whether they apply, and that it does not keep.',
  ),
  coverage: said(maybeRange, 'Share of the required controls that are in place under it.'),
  own: said(
    v.nullable(
      v.strictObject({
        company: said(v.array(text), 'What is different about the company, by name of the answer.'),
        flows: said(v.array(text), 'The flows that are different.'),
        regimes: v.array(regime),
        verdicts: v.array(
          v.strictObject({ name: text, mechanism: text, status: text, regimes: texts }),
        ),
        duties: v.array(duty),
      }),
    ),
    'What the law says where the posture has facts of its own; null where they are the company\u2019s.',
  ),
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
      value: maybeRange,
      limit: finiteNumber,
      includes: v.boolean(),
      words: text,
      rule: text,
      leadsTo: text,
      inForce: v.boolean(),
    }),
  ),
  duties: v.array(duty),
  gaps: said(
    v.array(
      v.strictObject({
        topic: text,
        asks: said(v.record(text, text), 'What each law asks, by its id.'),
        together: said(text, 'How one programme meets all; empty where that is not known.'),
        evidence: texts,
      }),
    ),
    'Where the laws differ, as far as the profile touches it.',
  ),
  coverage: said(maybeRange, 'Share of required controls in place as things are.'),
  postures: said(v.record(text, lawfulness), 'Each posture before the law.'),
  derived: v.array(derivedInput),
  coming: said(
    v.optional(v.array(comingChange)),
    'Drafts that may become law within the horizon, where the scenario reckons with some.',
  ),
  programme: v.nullable(programmePlanSchema),
  names: said(v.record(text, name), 'What every name in a formula means and rests on.'),
  facts: said(facts, 'What the company says and what follows from it, by name.'),
  questions: said(
    v.array(question),
    'What is not answered and would settle something, the scope of a law first.',
  ),
  remarks: v.array(v.strictObject({ code: text, message: text, evidence: texts })),
});

export type LawResult = v.InferOutput<typeof lawResultSchema>;
export type LawFlow = v.InferOutput<typeof flow>;
export type LawDuty = v.InferOutput<typeof duty>;
export type LawQuestion = v.InferOutput<typeof question>;
export type LawRegime = v.InferOutput<typeof regime>;
export type Lawfulness = v.InferOutput<typeof lawfulness>;
export type DerivedInput = v.InferOutput<typeof derivedInput>;
export type ComingLawResult = v.InferOutput<typeof comingChange>;
export type ProgrammePlan = v.InferOutput<typeof programmePlanSchema>;
/** A number, or between what it lies where an answer is lacking. */
export type MaybeRange = v.InferOutput<typeof maybeRange>;
