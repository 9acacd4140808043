import * as v from 'valibot';
import { controls } from './flow-words.ts';
import { placeIds } from './places.ts';
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
const confidence = v.pipe(
  v.picklist(['S', 'S2', 'M', 'A', 'N']),
  v.description(
    'S: read in the source; S2: an account of it was read; M: from memory; A: our reading or assumption; N: no source.',
  ),
);

const assumption = v.strictObject({
  label: text('Name shown to people.'),
  unit: text('Unit.'),
  value: finiteNumber,
  evidence,
  note: v.optional(text('How it was chosen.')),
});

const region = v.strictObject({
  label: text('Name shown to people.'),
  places: v.pipe(v.array(v.picklist(placeIds)), v.minLength(1)),
  people: v.optional(
    v.pipe(
      v.picklist(placeIds),
      v.description(
        'Where the people are whom a company counts for this region; none: it asks not.',
      ),
    ),
  ),
  within: v.optional(
    v.pipe(v.string(), v.description('The region that it is a part of, whose borders count.')),
  ),
});

const question = v.strictObject({
  label: text('What is asked, as a statement.'),
  ask: text('The question in plain words.'),
  unit: text('yes-no, or a unit for a number.'),
  presumed: v.optional(
    v.pipe(
      v.union([v.boolean(), finiteNumber]),
      v.description(
        'What is taken where nobody says; only of what whoever it concerns would know.',
      ),
    ),
  ),
});

const definition = v.strictObject({ label: text('Name shown to people.'), scope, formula });

const total = v.strictObject({
  label: text('Name shown to people.'),
  unit: text('Unit.'),
  how: v.pipe(
    v.picklist(['sum', 'max', 'count', 'people']),
    v.description('people: added up, those whom flows share counted once.'),
  ),
  of: v.optional(formula),
  where: formula,
});

const duty = v.strictObject({
  text: text('What must be done.'),
  who: v.optional(text('Who has to, where it is not the company as the handler.')),
  when: v.optional(formula),
  from: optionalDate,
  to: optionalDate,
  deadline: text('By when.'),
  article: v.optional(text('Its article, where it is not that of the rule.')),
  confidence: v.optional(confidence),
  evidence: v.optional(evidence),
  cost: v.optional(text('Input of the cost model in which it is counted; none where it is not.')),
  isAdvice: v.optional(v.pipe(v.boolean(), v.description('Guidance or good practice, no law.'))),
});

const under = v.union([
  v.pipe(
    v.picklist(['company', 'every-posture']),
    v.description('company: one value for all postures; every-posture: one for each.'),
  ),
  v.pipe(
    v.strictObject({
      keeps: v.optional(v.array(v.string())),
      leaves: v.optional(v.array(v.string())),
    }),
    v.description('Postures that keep all of these laws, and leave all of those aside.'),
  ),
]);

const effect = v.strictObject({
  input: text('Input of the cost model.'),
  under,
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
  confidence,
  conditions: v.optional(
    v.pipe(
      v.array(v.strictObject({ says: text('A part of the condition.'), confidence })),
      v.description('How sure each part of the condition is, where they differ.'),
    ),
    [],
  ),
  takesAway: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Rules that fall away where it holds: the only way to fewer duties.'),
    ),
    [],
  ),
  evidence,
  note: v.optional(text('What to keep in mind.')),
  duties: v.optional(v.array(duty), []),
  effects: v.optional(v.array(effect), []),
});

const mechanism = v.strictObject({
  id: text('Id.'),
  label: text('Name shown to people.'),
  when: formula,
  kind: v.pipe(
    v.picklist(['needed', 'none', 'unsettled']),
    v.description('needed: to be signed or filed; none: nothing is; unsettled: the text is open.'),
  ),
  rules: v.pipe(
    v.array(v.string()),
    v.description('Rules that it may rest on, the first that holds.'),
  ),
  note: v.optional(text('What to keep in mind.')),
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

const remark = v.strictObject({
  scope,
  when: formula,
  message: text('What to keep in mind, in plain words.'),
  evidence,
});

/** A law, or our assumptions on what laws cost, as data: all that the engine knows of it. */
export const regimeSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: text('Id.'),
  kind: v.pipe(
    v.picklist(['law', 'assumptions']),
    v.description('law: can apply and be kept or left aside; assumptions: what laws cost.'),
  ),
  short: text('Name in running text: its abbreviation.'),
  title: text('Title.'),
  version: text('Version, major.minor.patch.'),
  reviewed: date,
  order: v.pipe(
    v.number(),
    v.integer(),
    v.description('Its place among the laws where they are listed.'),
  ),
  byDefault: v.pipe(
    v.boolean(),
    v.description('Whether it is asked where a scenario names no laws.'),
  ),
  scope: v.optional(
    v.pipe(
      v.strictObject({
        rules: v.pipe(
          v.array(v.string()),
          v.minLength(1),
          v.description('Rules about flows by any of which it applies.'),
        ),
        not: v.optional(text('The rule that says that it does not, where it has one.')),
        because: text('Why it does not apply, in plain words.'),
        costs: v.optional(
          v.pipe(v.array(v.string()), v.description('Inputs that stand for what it alone asks.')),
          [],
        ),
      }),
      v.description('When it applies; of a law.'),
    ),
  ),
  regions: v.optional(v.record(v.string(), region), {}),
  questions: v.optional(v.record(v.string(), question), {}),
  assumptions: v.optional(v.record(v.string(), assumption), {}),
  definitions: v.optional(v.record(v.string(), definition), {}),
  totals: v.optional(
    v.pipe(v.record(v.string(), total), v.description('Figures over all flows.')),
    {},
  ),
  rules: v.record(v.string(), rule),
  mechanisms: v.optional(
    v.pipe(
      v.array(mechanism),
      v.description('Ways to send data out; the first that fits is the one.'),
    ),
    [],
  ),
  bayArea: v.optional(
    v.pipe(
      v.strictObject({ available: v.string(), refused: v.string() }),
      v.description('The rules by which its contract between regions can be had, or cannot.'),
    ),
  ),
  controls: v.optional(
    v.array(
      v.strictObject({
        control: v.picklist(controls),
        when: formula,
        article: text('Where the law says so.'),
        confidence: v.optional(confidence),
        evidence,
      }),
    ),
    [],
  ),
  thresholds: v.optional(
    v.array(
      v.strictObject({
        value: text('Name of the figure.'),
        limit: finiteNumber,
        includes: v.pipe(
          v.boolean(),
          v.description('Whether the limit itself is caught: "or more" as against "more than".'),
        ),
        words: v.optional(text('The words of the text, such as 100万人以上.')),
        rule: text('Rule that it leads to.'),
        leadsTo: text('What follows at the limit.'),
      }),
    ),
    [],
  ),
  remarks: v.optional(v.array(remark), []),
  asks: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.strictObject({
          text: text('What it asks.'),
          when: v.optional(formula),
          evidence,
        }),
      ),
      v.description('What it asks on each topic of the table of differences.'),
    ),
    {},
  ),
});

export const gapTableSchema = v.record(
  v.string(),
  v.strictObject({
    topic: text('What it is about.'),
    when: formula,
    together: v.pipe(
      v.record(v.string(), v.string()),
      v.description('How one programme meets several laws, by their ids joined with +.'),
    ),
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
export type GapTable = v.InferOutput<typeof gapTableSchema>;
