import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { choiceMapSchema } from '../src/schema/choice-map.ts';
import { decisionSchema } from '../src/schema/decision.ts';
import { calibrationSchema, inputCalibrationSchema } from '../src/schema/calibration.ts';
import { differenceSchema } from '../src/schema/difference.ts';
import { distributionSchema, percentilesSchema } from '../src/schema/distribution.ts';
import { evidenceSchema } from '../src/schema/evidence.ts';
import { modelSchema } from '../src/schema/model.ts';
import { papersSchema } from '../src/schema/papers.ts';
import { percentileKeys } from '../src/schema/percentile-keys.ts';
import { regimeSchema } from '../src/schema/regime.ts';
import { resultSchema } from '../src/schema/result.ts';
import { scenarioSchema } from '../src/schema/scenario.ts';
import { valueSchema } from '../src/schema/value.ts';

/** Percentiles that an editor offers; the others are allowed by a pattern. */
const offered = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'];

const definitions = {
  value: valueSchema,
  distribution: distributionSchema,
  percentiles: percentilesSchema,
};

/** The JSON Schema files of the project, by path, for editors that complete and explain. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'models/model.schema.json': write('A Tandem model', modelSchema, definitions),
    'models/evidence.schema.json': write('The evidence that a model rests on', evidenceSchema),
    'models/regimes/regime.schema.json': write('A law, as rules', regimeSchema),
    'models/regimes/papers.schema.json': write('What the papers of a law say', papersSchema),
    'models/input-calibration.schema.json': write(
      'Input values that meet what is known',
      inputCalibrationSchema,
    ),
    'models/calibration.schema.json': write('Futures weighed to what is known', calibrationSchema),
    'models/difference.schema.json': write('What changes do to the answer', differenceSchema),
    'models/choice-map.schema.json': write('Which posture is best', choiceMapSchema),
    'models/decision.schema.json': write('What a decision turns on', decisionSchema),
    'models/result.schema.json': write('What a run of Tandem found', resultSchema),
    'scenarios/scenario.schema.json': write('A Tandem scenario', scenarioSchema, definitions),
  };
}

function write(
  title: string,
  schema: v.GenericSchema,
  shared: Readonly<Record<string, v.GenericSchema>> = {},
): string {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    definitions: shared,
    ignoreActions: ['check', 'raw_check', 'finite'],
    overrideSchema: ({ jsonSchema }) => {
      const { properties } = jsonSchema;
      if (properties === undefined || !('p99' in properties)) return undefined;
      const kept = Object.entries(properties).filter(
        ([key]) => offered.includes(key) || !percentileKeys.includes(key),
      );
      return {
        ...jsonSchema,
        properties: Object.fromEntries(kept),
        patternProperties: { '^p[1-9][0-9]?(\\.[0-9])?$': { type: 'number' } },
      };
    },
  });
  return `${JSON.stringify({ $schema, title, allowComments: true, allowTrailingCommas: true, ...rest }, null, 2)}\n`;
}
