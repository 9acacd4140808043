import * as v from 'valibot';

/** A number that a file may hold: finite, never NaN or infinite. */
export const finiteNumber = v.pipe(v.number(), v.finite());

/** Where a figure comes from and why it was chosen; both are shown beside it. */
export const provenance = {
  source: v.optional(
    v.pipe(v.string(), v.description('Evidence id (such as C6) or a citation of the source.')),
  ),
  note: v.optional(v.pipe(v.string(), v.description('Why this value; shown beside the figure.'))),
};
