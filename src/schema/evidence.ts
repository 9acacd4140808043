import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const text = (description: string) => v.pipe(v.string(), v.minLength(1), v.description(description));
const evidenceClass = v.pipe(
  v.picklist(['law', 'claim', 'assumption', 'statistic']),
  v.description('law: a statute or a decision; claim: somebody says so; assumption: we chose it; statistic: counted by somebody.'),
);

const source = v.strictObject({
  title: text('Title of the source.'),
  url: v.optional(v.pipe(v.string(), v.description('Where it can be read.'))),
  article: v.optional(text('Article or section.')),
  date: v.optional(text('Date of the source or of the reading, ISO.')),
});

const fact = v.strictObject({
  title: text('Short name of the fact.'),
  statement: text('What is known, in our words.'),
  class: evidenceClass,
  confidence: v.pipe(
    v.picklist(['S', 'S2', 'M', 'A', 'N']),
    v.description('S: read at the source; S2: two secondary sources; M: from memory; A: assumption; N: not verifiable.'),
  ),
  source: v.array(source),
  inForce: v.optional(text('Since when, or from when, it is law.')),
  note: v.optional(text('What to keep in mind.')),
});

const claimCheck = v.strictObject({
  value: text('Path in the result, such as outputs.tco.dual.mean or roi.article.pipl-only.value.'),
  published: v.pipe(finiteNumber, v.description('The figure that was published.')),
  unit: text('Unit of the figure.'),
  tolerance: v.pipe(finiteNumber, v.minValue(0), v.description('Largest difference that still counts as reproduced, in the same unit.')),
});

const claim = v.strictObject({
  statement: text('What is claimed, in our words.'),
  class: evidenceClass,
  verdict: v.picklist(['reproduced', 'assumption', 'contradicted', 'inconsistent', 'unsupported']),
  why: text('Why this verdict.'),
  check: v.optional(
    v.pipe(
      v.lazy((input) =>
        input === undefined ? v.union([claimCheck, v.array(claimCheck)])
        : Array.isArray(input) ? v.array(claimCheck)
        : claimCheck,
      ) as v.GenericSchema<unknown, ClaimCheck | ClaimCheck[]>,
      v.description('How the model reproduces the figure, or several figures.'),
    ),
  ),
  evidence: v.pipe(v.array(v.string()), v.description('Ids of facts and claims that the verdict rests on.')),
});

/** The register of what the model rests on: facts, and what others claim. */
export const evidenceSchema = v.strictObject({
  $schema: v.optional(v.string()),
  version: text('Version of the register, or its date.'),
  facts: v.pipe(v.record(v.string(), fact), v.description('Facts by id, such as L20 or E1.')),
  claims: v.pipe(v.record(v.string(), claim), v.description('Published claims by id, such as C6.')),
});

export type ClaimCheck = v.InferOutput<typeof claimCheck>;
export type Fact = v.InferOutput<typeof fact>;
export type Claim = v.InferOutput<typeof claim>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
