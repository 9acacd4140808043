import { leastOf, differenceOf } from '../analysis/compare.ts';
import type { RunData } from '../analysis/run-data.ts';
import { totalCost } from '../analysis/total-cost.ts';
import { layOutBlocks, placeOfTrial } from '../engine/blocks.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { sipName } from './sipmath-format.ts';
import type { WrittenTrials } from './sipmath-format.ts';
import { checkTrials, sampleDensity, sampleMetadata } from './sipmath-sample.ts';

/** Drives the arrays: a reader picks trial number PM_Index of each, so that they stay together. */
export const indexName = 'trial';

/**
 * The outputs of a run as arrays of its trials, all in the same order: trial N is the future that
 * `tandem trial FILE N` shows. Savings stand beside them, so that nobody has to subtract. With
 * `output`, only the arrays of that output, or of "saving". Each is made when it is asked for.
 */
export function* exportOutputs(
  source: ProgramSource,
  data: RunData,
  output?: string,
): Iterable<WrittenTrials> {
  const isWanted = (name: string) => output === undefined || name === output;
  const order = trialOrder(data.columns.trials);
  const { of, against } = source.model.comparison;
  const sip = (
    name: string,
    values: Float64Array,
    told: Readonly<Record<string, unknown>>,
  ): WrittenTrials => {
    const ordered = Float64Array.from(order, (place) => values[place] ?? NaN);
    const density = sampleDensity(ordered);
    return {
      name,
      ref: { source: 'rng', name: indexName },
      function: 'SIP_Array',
      arguments: { type: 'array', value: [...ordered] },
      metadata: {
        role: 'output',
        ...told,
        ...sampleMetadata(ordered),
        ...checkTrials(ordered),
        ...(density.length > 0 ? { density } : {}),
      },
    };
  };
  for (const { group, name, posture, year } of data.columns.observed) {
    if (group !== 'output' || !isWanted(name)) continue;
    const declared = source.model.outputs[name];
    yield sip(
      sipName(name, posture, year === null ? null : `year${year}`),
      data.column('output', name, posture, year),
      {
        label: [declared?.label ?? name, labelOf(source, posture)].filter(Boolean).join(', '),
        unit: declared?.unit ?? '',
      },
    );
  }
  if (!isWanted('saving') || !source.postures.includes(of)) return;
  const cost = (posture: string) => totalCost(data, posture, source.years);
  for (const posture of source.postures.filter((each) => each !== of))
    yield sip(sipName('saving', posture), differenceOf(cost(posture), cost(of)), {
      label: `Saving of ${labelOf(source, of)} against ${labelOf(source, posture)}`,
      unit: 'HKD',
    });
  const single = against.filter((posture) => source.postures.includes(posture)).map(cost);
  if (single.length > 0)
    yield sip(sipName('saving', 'bestSingle'), differenceOf(leastOf(single), cost(of)), {
      label: `Saving of ${labelOf(source, of)} against the cheaper one of each future, known only in hindsight`,
      unit: 'HKD',
    });
}

function labelOf({ scenario }: ProgramSource, posture: string | null): string {
  return scenario.postures.find(({ id }) => id === posture)?.label ?? posture ?? '';
}

/** Where trial 1, 2, ... stands in a column, which holds one replicate after the other. */
function trialOrder(trials: number): readonly number[] {
  const layout = layOutBlocks(trials);
  return Array.from({ length: trials }, (_, index) => {
    const { first, replicate } = placeOfTrial(index + 1, layout);
    return (layout.offsets[replicate] ?? 0) + first;
  });
}
