import * as v from 'valibot';
import { companySchema } from './company.ts';
import { flowSchema } from './flow.ts';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** The same members, none of which has to be there; null takes one away. */
function changes(entries: Entries, description: string) {
  return v.pipe(
    v.strictObject(
      Object.fromEntries(
        Object.entries(entries).map(([name, schema]) => [name, v.optional(v.nullable(schema))]),
      ),
    ),
    v.description(description),
  );
}

/** What is different about the company under a posture: the law judges and prices it by these facts. */
export const postureFactsSchema = v.pipe(
  v.strictObject({
    company: v.optional(
      changes(companySchema.entries, 'What is different about the company; null: not answered.'),
    ),
    flows: v.optional(
      v.pipe(
        v.record(
          v.string(),
          v.nullable(changes(flowSchema.entries, 'What is different about the flow.')),
        ),
        v.description(
          'By name of the flow: what is different about it; null where it is no more; "*" for all flows; another name for a flow that is added.',
        ),
      ),
    ),
  }),
  v.description('What is different about the company and its flows under this posture.'),
);

export type PostureFacts = v.InferOutput<typeof postureFactsSchema>;
