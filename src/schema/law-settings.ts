import * as v from 'valibot';
import { lawChangeSchema } from './law-change.ts';
import { finiteNumber } from './quantity.ts';

/** How the law is applied: which inputs it fills, which drafts count, and our assumptions changed. */
export const lawSettingsSchema = v.strictObject({
  derive: v.optional(
    v.pipe(
      v.union([v.picklist(['missing', 'none']), v.array(v.string())]),
      v.description(
        'missing: the law fills inputs that no file gives (the default); none: it is only shown; a list of inputs: it fills these and no others, even where an extended file gives a value.',
      ),
    ),
  ),
  regimes: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'The laws that are asked, by id: the folders of models/regimes; those that are asked by default unless given.',
      ),
    ),
  ),
  drafts: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Drafts that count as if they were law; none unless given.'),
    ),
  ),
  future: v.optional(
    v.pipe(
      v.record(v.string(), lawChangeSchema),
      v.description(
        'Drafts that may become law within the horizon, by id: their cost is in the distribution. None unless given.',
      ),
    ),
  ),
  assumptions: v.optional(
    v.pipe(
      v.record(v.string(), finiteNumber),
      v.description('Values for the assumptions of models/regimes, by name.'),
    ),
  ),
});

export type LawSettings = v.InferOutput<typeof lawSettingsSchema>;
