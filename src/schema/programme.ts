import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

export const programmeStepIds = ['mapping', 'gaps', 'controls', 'training', 'audit'] as const;
export type ProgrammeStepId = (typeof programmeStepIds)[number];

const share = v.pipe(finiteNumber, v.minValue(0), v.maxValue(1));
const step = v.strictObject({
  weeks: v.optional(
    v.pipe(finiteNumber, v.minValue(0), v.maxValue(520), v.description('How long it takes.')),
  ),
  costShare: v.optional(v.pipe(share, v.description('Share of the one-time cost.'))),
  owner: v.optional(v.pipe(v.string(), v.description('Who sees to it.'))),
  everyMonths: v.optional(
    v.nullable(
      v.pipe(
        finiteNumber,
        v.gtValue(0),
        v.description('Repeated every so many months; null: never.'),
      ),
    ),
  ),
  after: v.optional(
    v.pipe(
      v.array(v.picklist(programmeStepIds)),
      v.description('Steps that must be done before it starts.'),
    ),
  ),
});

/** The plan of the compliance programme: a ready variant, and what is different here. */
export const programmeSchema = v.strictObject({
  variant: v.optional(
    v.pipe(
      v.picklist(['fast', 'traditional']),
      v.description(
        'fast: 11.3 weeks, a claim (C17); traditional: 26 weeks. traditional unless given.',
      ),
    ),
  ),
  steps: v.optional(
    v.pipe(
      v.strictObject({
        mapping: v.optional(step),
        gaps: v.optional(step),
        controls: v.optional(step),
        training: v.optional(step),
        audit: v.optional(step),
      }),
      v.description('What is different from the variant, step by step.'),
    ),
  ),
});

export type Programme = v.InferOutput<typeof programmeSchema>;
