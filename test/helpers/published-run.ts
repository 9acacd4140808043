import modelText from '../../models/compliance-tco.json?raw';
import scenarioText from '../../scenarios/published.json?raw';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import type { Block } from '../../src/engine/blocks.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import type { Columns } from '../../src/engine/merge.ts';
import { runBlocks } from '../../src/engine/run-blocks.ts';
import type { Plan } from '../../src/language/plan.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { sha256 } from '../../src/numeric/sha256.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';

/**
 * Hash of every bit of a run of the published scenario, 20,000 trials, seed 20261123. Node and
 * Chromium must both give it. It changes with the model, the scenario, the generator or a kernel:
 * then run `npx vitest run test/engine/published-bits` and take the hash that it prints, knowingly.
 */
export const publishedHash = '5eef2b62edad5424f84a33981eb0b6e588a0d6d3694a8892a941cdedaf5e25cb';

export function publishedPlan(): Plan {
  return preparePublished().compiled.plan;
}

/** The published scenario, ready to run; `run` stands above its own settings. */
export function preparePublished(run: Partial<RunOptions> = {}): Prepared {
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: 'scenarios/published.json',
    read: () => scenarioText,
    findModel: () => ({ file: 'models/compliance-tco.json', source: modelText }),
    run,
  });
  if (prepared === null) throw new Error(issues.map((issue) => issue.message).join('\n'));
  return prepared;
}

/** Runs the plan in parts, each with an interpreter of its own as workers have; `deal` says which part a block goes to. */
export function runInParts(
  plan: Plan,
  trials: number,
  parts: number,
  deal: (block: Block) => number,
): Columns {
  const layout = layOutBlocks(trials);
  const randomness = { seed: 20261123, sampling: 'sobol' } as const;
  const recordings = Array.from({ length: parts }, (_, part) =>
    runBlocks(
      plan,
      randomness,
      layout.blocks.filter((block) => deal(block) === part),
    ),
  );
  return mergeRecordings(plan, layout, recordings);
}

/** Hash of all columns and moments, bit by bit. */
export function hashOfColumns(columns: Columns): string {
  const parts: Uint8Array[] = [];
  for (const values of columns.values) {
    if (values !== null)
      parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  for (const moments of columns.moments) {
    if (moments === null) continue;
    const numbers = Float64Array.from(moments.flatMap(({ count, mean, m2 }) => [count, mean, m2]));
    parts.push(new Uint8Array(numbers.buffer));
  }
  return inHexadecimal(sha256(joined(parts)));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const inHexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
