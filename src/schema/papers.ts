import * as v from 'valibot';

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const confidence = v.pipe(
  v.picklist(['S', 'S2', 'M', 'A', 'N']),
  v.description('How sure each is, as in the rules of the law.'),
);
const months = v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Calendar months.'));
const workingDays = v.pipe(
  v.number(),
  v.integer(),
  v.description('Working days after that; before it where negative.'),
);

const item = v.strictObject({
  text: text('What is handed in or kept.'),
  article: v.optional(text('Where it is said, where it is not where the filing is.')),
  confidence: v.optional(confidence),
});

const filingDate = v.strictObject({
  id: text('Id, for the calendar.'),
  title: text('What is due, or begins.'),
  from: text('The event that the time is counted from.'),
  months: v.optional(months),
  workingDays: v.optional(workingDays),
  article: text('Where it is said.'),
});

const filing = v.strictObject({
  label: text('The mechanism as the law calls it, or one of its alternatives.'),
  to: text('Whom it is handed to.'),
  how: text('How it is done, in a sentence or two.'),
  article: text('Where it is said.'),
  confidence,
  items: v.pipe(v.array(item), v.minLength(1)),
  dates: v.array(filingDate),
  note: v.optional(text('What to keep in mind.')),
});

const recurrence = v.strictObject({
  id: text('Id, for the calendar.'),
  rule: text('The rule that the duty belongs to.'),
  deadline: text('Words that stand in the deadline of the duty, and in no other of the rule.'),
  title: text('What is due.'),
  on: v.optional(
    v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/), v.description('Month and day, as 01-31.')),
  ),
  basis: v.optional(text('Why that day, where no law sets it.')),
  everyMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('How often.')),
});

const provision = v.strictObject({
  rule: v.optional(text('The rule that rests on it.')),
  mechanism: v.optional(text('Where no rule is behind it: the mechanism that rests on it.')),
  rests: v.optional(
    v.pipe(v.array(v.string()), v.description('Names that the mechanism rests on.')),
    [],
  ),
  fact: v.optional(text('Where it is a part of the rule: the name that says whether it holds.')),
  article: text('Article and number.'),
  words: text('The words of the law in its own language.'),
  language: text('Language of the words, such as zh-Hans.'),
  says: text('What they say in English; a rendering of our own.'),
  confidence,
});

/**
 * What the papers of a law say besides its rules: what a filing is made of, dates that come again,
 * and the words of the provisions by which a transfer is free.
 */
export const papersSchema = v.strictObject({
  $schema: v.optional(v.string()),
  filings: v.pipe(
    v.optional(v.record(v.string(), filing), {}),
    v.description('By the id of a mechanism, or of an alternative.'),
  ),
  recurrences: v.optional(v.array(recurrence), []),
  provisions: v.optional(v.array(provision), []),
});

export type PapersOfLaw = v.InferOutput<typeof papersSchema>;
export type Filing = v.InferOutput<typeof filing>;
export type FilingDate = v.InferOutput<typeof filingDate>;
export type Recurrence = v.InferOutput<typeof recurrence>;
export type Provision = v.InferOutput<typeof provision>;
