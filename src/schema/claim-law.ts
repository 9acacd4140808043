import * as v from 'valibot';

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));

/** Where the law decides on a published statement of law. */
export const claimLawSchema = v.strictObject({
  article: text('Article or section, with the name of its law.'),
  inForce: v.pipe(
    v.nullable(v.pipe(v.string(), v.isoDate())),
    v.description('Since when, ISO date; null where it never came into force.'),
  ),
  rule: v.optional(text('Rule of the law files that says it, such as R2.')),
});

export type ClaimLaw = v.InferOutput<typeof claimLawSchema>;
