import * as v from 'valibot';
import { claimLawSchema } from './claim-law.ts';
import { companySchema } from './company.ts';
import { flowSchema } from './flow.ts';
import { finiteNumber } from './quantity.ts';

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const evidenceClass = v.pipe(
  v.picklist(['law', 'statistic', 'assumption', 'vendor-term', 'claim']),
  v.description(
    'law: a statute or a decision; statistic: counted by somebody; assumption: we chose it; vendor-term: a contract; claim: somebody says so.',
  ),
);

const source = v.strictObject({
  url: v.pipe(v.string(), v.description('Where it can be read.')),
  title: v.optional(text('Title of the source.')),
  article: v.optional(text('Article or section.')),
});

const factSchema = v.strictObject({
  title: text('Short name of the fact.'),
  statement: text('What is known, in our words.'),
  class: evidenceClass,
  confidence: v.pipe(
    v.picklist(['S', 'S2', 'M', 'A', 'N']),
    v.description('A letter of confidenceLevels.'),
  ),
  inForce: v.pipe(
    v.nullable(v.string()),
    v.description('Since when it is law, ISO date; null where it is none or no date is known.'),
  ),
  draft: v.optional(v.boolean()),
  sources: v.array(source),
  note: v.optional(text('What to keep in mind.')),
});

const claimCheckSchema = v.strictObject({
  value: text('Path in the result, such as outputs.tco.POSTURE.mean or roi.article.POSTURE.value.'),
  label: text('What the figure is.'),
  published: v.pipe(finiteNumber, v.description('The figure that was published.')),
  unit: text('Unit of the figure.'),
  tolerance: v.pipe(
    finiteNumber,
    v.minValue(0),
    v.description('Largest relative difference that still counts as reproduced.'),
  ),
});

const claimSchema = v.strictObject({
  statement: text('What is claimed, in our words.'),
  class: evidenceClass,
  kind: v.picklist(['empirical', 'law', 'case', 'assumption', 'banner']),
  verdict: v.pipe(
    v.picklist([
      'reproduced',
      'assumption',
      'contradicted',
      'inconsistent',
      'unsupported',
      'not-modelled',
      'right',
      'partly right',
      'wrong',
      'unsettled',
    ]),
    v.description(
      'right, partly right, wrong: what the law says of a statement of law; unsettled: its text leaves it open. The others are about figures, stories and promises.',
    ),
  ),
  why: text('Why this verdict.'),
  law: v.optional(
    v.pipe(
      v.array(claimLawSchema),
      v.description('What decides on it; every verdict on a statement of law names it.'),
    ),
  ),
  evidence: v.pipe(
    v.array(v.string()),
    v.description('Ids of facts and claims that the verdict rests on.'),
  ),
  check: v.optional(
    v.pipe(
      v.array(claimCheckSchema),
      v.description('How the model reproduces the figure, or several figures.'),
    ),
  ),
});

const claimCaseSchema = v.strictObject({
  asOf: v.pipe(v.string(), v.isoDate()),
  company: companySchema,
  flows: v.array(flowSchema),
  asks: v.array(
    v.strictObject({
      rule: text('Rule of the law files that is asked.'),
      holds: v.pipe(v.boolean(), v.description('What it must answer.')),
      speaks: v.pipe(
        v.picklist(['for', 'against']),
        v.description('Whether that bears the claim, or a part of it, out.'),
      ),
      shows: text('What it shows, in plain words.'),
    }),
  ),
});

/** The register of what the model rests on: facts, and what others claim. */
export const evidenceSchema = v.strictObject({
  $schema: v.optional(v.string()),
  version: text('Version of the register.'),
  reviewed: text('When it was last gone through, ISO date.'),
  article: v.strictObject({
    url: v.string(),
    title: text('Title of the page whose claims are checked.'),
  }),
  confidenceLevels: v.record(v.string(), text('What the letter means.')),
  facts: v.pipe(v.record(v.string(), factSchema), v.description('Facts by id, such as L20 or E1.')),
  claims: v.pipe(
    v.record(v.string(), claimSchema),
    v.description('Published claims by id, such as C6.'),
  ),
  claimCases: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(v.array(claimCaseSchema), v.minLength(1))),
      v.description(
        'Small cases that the law files decide, by the claim that they bear out or not. All for it: right; all against: wrong; both: partly right.',
      ),
    ),
  ),
});

export type ClaimCheck = v.InferOutput<typeof claimCheckSchema>;
export type Fact = v.InferOutput<typeof factSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
