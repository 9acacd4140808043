import type { Summary } from '../schema/result.ts';
import { remembered } from './remembered.ts';
import type { RunData } from './run-data.ts';
import { summarise, summariseConstant } from './summarise.ts';
import type { Detail } from './summarise.ts';

/**
 * Every output of the model by posture, `all` where it is the same for every posture. An output
 * that varies by year appears once for each, as `name@1`, `name@2` and so on.
 */
export function summariseOutputs(
  data: RunData,
  detail: Detail = 'full',
): Record<string, Record<string, Summary>> {
  // Outputs are often the same, such as costs and their present value where nothing is discounted.
  const known: { readonly column: Float64Array; readonly summary: Summary }[] = [];
  const summaryOf = (column: Float64Array): Summary => {
    const same = known.find((each) => areEqual(each.column, column));
    if (same !== undefined) return same.summary;
    const summary = remembered(`${detail} ${data.replication.sampling}`, [column], () =>
      summarise(column, data.replication, 'large', detail),
    );
    known.push({ column, summary });
    return summary;
  };
  const outputs: Record<string, Record<string, Summary>> = {};
  for (const { group, name, posture, year } of data.columns.observed) {
    if (group !== 'output') continue;
    const key = year === null ? name : `${name}@${year}`;
    const constant = data.constant(group, name, posture, year);
    (outputs[key] ??= {})[posture ?? 'all'] =
      constant === null
        ? summaryOf(data.column(group, name, posture, year))
        : summariseConstant(constant);
  }
  return outputs;
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
