import * as v from 'valibot';
import { controls } from './flow-words.ts';
import { programmeStepIds } from './programme.ts';
import { finiteNumber } from './quantity.ts';

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const formula = text(
  'A condition or value in the modelling language, over facts, rules and assumptions.',
);
const evidence = v.pipe(v.array(v.string()), v.description('Ids of evidence.json.'));
const date = v.pipe(v.string(), v.isoDate(), v.description('ISO date.'));
const optionalDate = v.optional(date);
const scope = v.pipe(
  v.picklist(['company', 'flow']),
  v.description('company: one answer; flow: one for each data flow.'),
);

const assumption = v.strictObject({
  label: text('Name shown to people.'),
  unit: text('Unit.'),
  value: finiteNumber,
  evidence,
  note: v.optional(text('How it was chosen.')),
});

const definition = v.strictObject({ label: text('Name shown to people.'), scope, formula });

const total = v.strictObject({
  label: text('Name shown to people.'),
  unit: text('Unit.'),
  how: v.picklist(['sum', 'max', 'count']),
  of: v.optional(formula),
  where: formula,
});

const duty = v.strictObject({
  text: text('What must be done.'),
  when: v.optional(formula),
  from: optionalDate,
  deadline: text('By when.'),
  article: v.optional(text('Its article, where it is not that of the rule.')),
});

const effect = v.strictObject({
  input: text('Input of the cost model.'),
  postures: v.pipe(
    v.array(v.string()),
    v.description('Under which postures; none for an input that is the same under all.'),
  ),
  how: v.pipe(
    v.picklist(['add', 'max', 'times']),
    v.description(
      'The value is the largest of the max amounts plus all added ones, times all factors.',
    ),
  ),
  formula,
  label: text('What the amount is for.'),
});

const rule = v.strictObject({
  title: text('Short name.'),
  scope,
  when: formula,
  because: text('Why it holds where it does, in plain words.'),
  article: text('Where the law says so.'),
  inForce: v.strictObject({ from: optionalDate, to: optionalDate }),
  draft: v.optional(text('The draft that must be switched on.')),
  confidence: v.picklist(['S', 'S2', 'M', 'A', 'N']),
  evidence,
  note: v.optional(text('What to keep in mind.')),
  duties: v.optional(v.array(duty), []),
  effects: v.optional(v.array(effect), []),
});

const mechanism = v.strictObject({
  id: text('Id.'),
  label: text('Name shown to people.'),
  when: formula,
  rules: v.pipe(
    v.array(v.string()),
    v.description('Rules that it may rest on, the first that holds.'),
  ),
  alternatives: v.optional(
    v.array(
      v.strictObject({
        id: text('Id.'),
        label: text('Name shown to people.'),
        when: formula,
        from: date,
      }),
    ),
    [],
  ),
});

/** A law, or our assumptions on what laws cost, as data. */
export const regimeSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: text('Id.'),
  title: text('Title.'),
  version: text('Version, major.minor.patch.'),
  reviewed: date,
  assumptions: v.optional(v.record(v.string(), assumption), {}),
  definitions: v.record(v.string(), definition),
  totals: v.pipe(v.record(v.string(), total), v.description('Figures over all flows.')),
  rules: v.record(v.string(), rule),
  mechanisms: v.pipe(
    v.array(mechanism),
    v.description('Ways to send data out of the mainland; the first that fits is the one.'),
  ),
  controls: v.array(
    v.strictObject({
      control: v.picklist(controls),
      when: formula,
      article: text('Where the law says so.'),
      evidence,
    }),
  ),
  thresholds: v.array(
    v.strictObject({
      value: text('Name of the figure.'),
      limit: finiteNumber,
      rule: text('Rule that it leads to.'),
      leadsTo: text('What follows at the limit.'),
    }),
  ),
});

export const gapTableSchema = v.array(
  v.strictObject({
    topic: text('What it is about.'),
    when: formula,
    pipl: text('What PIPL asks.'),
    pdpo: text('What the PDPO asks.'),
    dual: text('How one programme meets both.'),
    evidence,
  }),
);

const templateStep = v.strictObject({
  weeks: finiteNumber,
  costShare: finiteNumber,
  owner: text('Who sees to it.'),
  everyMonths: v.nullable(finiteNumber),
  after: v.array(v.picklist(programmeStepIds)),
});
const template = v.strictObject({
  label: text('Name shown to people.'),
  note: text('Where its length comes from.'),
  steps: v.strictObject({
    mapping: templateStep,
    gaps: templateStep,
    controls: templateStep,
    training: templateStep,
    audit: templateStep,
  }),
});
export const programmeTemplatesSchema = v.strictObject({ fast: template, traditional: template });

export type ProgrammeTemplates = v.InferOutput<typeof programmeTemplatesSchema>;
export type Regime = v.InferOutput<typeof regimeSchema>;
export type Rule = Regime['rules'][string];
export type GapRow = v.InferOutput<typeof gapTableSchema>[number];
