import { instructionLength, opcode } from './plan.ts';
import type { Observed, OpcodeName, Plan } from './plan.ts';

/** One step of a plan in words that a person can follow. */
export interface ExplainedStep {
  /** Its place in the program, from 0. */
  readonly place: number;
  /** 1 for what runs over the events of a count, else 0. */
  readonly depth: number;
  readonly text: string;
}

/** A plan as a person reads it. */
export interface ExplainedPlan {
  readonly steps: readonly ExplainedStep[];
  /** What is recorded without a step, as it is the same in every future. */
  readonly constants: readonly { readonly what: string; readonly value: number }[];
}

const nameOf = new Map<number, OpcodeName>(
  Object.entries(opcode).map(([name, code]) => [code, name as OpcodeName]),
);

/**
 * Names the steps of a plan: `v3` is a column of values of 512 futures, `u1` one of uniform draws.
 * Columns are used again once nothing needs what they hold, so that a name stands for the value
 * that was put there last.
 */
export function explainPlan(plan: Plan): ExplainedPlan {
  const constantOf = new Map(plan.constantColumns);
  const value = (column: number): string => {
    const known = constantOf.get(column);
    return known === undefined ? `v${column}` : String(known);
  };
  const steps: ExplainedStep[] = [];
  let eventsUntil = 0;
  for (let at = 0; at < plan.program.length; at += instructionLength) {
    const place = at / instructionLength;
    const row = plan.program.slice(at, at + instructionLength);
    steps.push({ place, depth: place < eventsUntil ? 1 : 0, text: textOf(row, plan, value) });
    if (row[0] === opcode.events) eventsUntil = place + 1 + (row[2] ?? 0);
  }
  return {
    steps,
    constants: plan.observed.flatMap((observed) =>
      observed.constant === null
        ? []
        : [{ what: observedText(observed), value: observed.constant }],
    ),
  };
}

function textOf(row: readonly number[], plan: Plan, value: (column: number) => string): string {
  const [code = 0, first = 0, second = 0, third = 0, fourth = 0] = row;
  const name = nameOf.get(code);
  const [a, b, c] = [value(second), value(third), value(fourth)];
  const fixed = String(plan.constants[third] ?? NaN);
  const set = (what: string) => `v${first} = ${what}`;
  const draw = `u${second}`;
  switch (name) {
    case 'uniform':
      return `u${first} = draw ${streamText(plan, second)}`;
    case 'eventUniform':
      return `u${first} = draw for each event ${streamText(plan, second)}`;
    case 'normalScore':
      return set(`normal score of ${draw}`);
    case 'uniformOfScore':
      return `u${first} = uniform of score ${a}`;
    case 'sample':
      return set(`${distributionText(plan, third)} at ${draw}`);
    case 'poisson':
      return set(`Poisson(${b}) at ${draw}`);
    case 'bernoulli':
      return set(`1 with chance ${b}, else 0, at ${draw}`);
    case 'negativeBinomial':
      return set(`negative binomial(${b}, size ${c}) at ${draw}`);
    case 'events':
      return `for each of ${value(first)} events:`;
    case 'ofTrial':
      return set(`${a} of the event's future`);
    case 'eventSum':
      return `v${first} += ${a} of each event, in its future`;
    case 'clear':
      return set('0');
    case 'observe':
      return `keep ${a} as ${observedText(plan.observed[first])}`;
    case 'held':
      return set(`column ${second} of an earlier run`);
    case 'add':
      return set(`${a} + ${b}`);
    case 'subtract':
      return set(`${a} - ${b}`);
    case 'multiply':
      return set(`${a} * ${b}`);
    case 'divide':
      return set(`${a} / ${b}`);
    case 'power':
      return set(`${a} ^ ${b}`);
    case 'minimum':
      return set(`min(${a}, ${b})`);
    case 'maximum':
      return set(`max(${a}, ${b})`);
    case 'less':
      return set(`${a} < ${b}`);
    case 'lessOrEqual':
      return set(`${a} <= ${b}`);
    case 'equal':
      return set(`${a} = ${b}`);
    case 'and':
      return set(`${a} and ${b}`);
    case 'or':
      return set(`${a} or ${b}`);
    case 'addFixed':
      return set(`${a} + ${fixed}`);
    case 'multiplyFixed':
      return set(`${a} * ${fixed}`);
    case 'fixedMinus':
      return set(`${fixed} - ${a}`);
    case 'fixedOver':
      return set(`${fixed} / ${a}`);
    case 'minimumFixed':
      return set(`min(${a}, ${fixed})`);
    case 'maximumFixed':
      return set(`max(${a}, ${fixed})`);
    case 'lessFixed':
      return set(`${a} < ${fixed}`);
    case 'fixedLess':
      return set(`${fixed} < ${a}`);
    case 'lessOrEqualFixed':
      return set(`${a} <= ${fixed}`);
    case 'fixedLessOrEqual':
      return set(`${fixed} <= ${a}`);
    case 'multiplyAdd':
      return set(`${a} * ${b} + ${c}`);
    case 'multiplyFixedAdd':
      return set(`${a} * ${fixed} + ${c}`);
    case 'not':
      return set(`not ${a}`);
    case 'negate':
      return set(`-${a}`);
    case 'absolute':
      return set(`abs(${a})`);
    case 'floor':
      return set(`floor(${a})`);
    case 'ceil':
      return set(`ceil(${a})`);
    case 'round':
      return set(`round(${a})`);
    case 'squareRoot':
      return set(`sqrt(${a})`);
    case 'exponential':
      return set(`exp(${a})`);
    case 'logarithm':
      return set(`log(${a})`);
    case 'choose':
      return set(`if ${a} then ${b} else ${c}`);
    case undefined:
      throw new RangeError(`unknown opcode: ${code}`);
  }
}

function streamText(plan: Plan, index: number): string {
  const stream = plan.streams[index];
  if (stream === undefined) return `from stream ${index}`;
  const { dimension, name } = stream;
  return `"${name}"${dimension === null ? '' : ` (dimension ${dimension})`}`;
}

function distributionText(plan: Plan, index: number): string {
  const { dist, ...parameters } = plan.samplers[index] ?? { dist: 'unknown' };
  const each = Object.entries(parameters).map(
    ([name, parameter]) => `${name} ${JSON.stringify(parameter)}`,
  );
  return `${dist}(${each.join(', ')})`;
}

function observedText(observed: Observed | undefined): string {
  if (observed === undefined) return 'nothing';
  const { group, keep, name, posture, year } = observed;
  const what = [group, name, posture ?? '', year === null ? '' : `year ${year}`];
  return `${what.filter((part) => part !== '').join(', ')}${keep === 'moments' ? ' (mean and spread alone)' : ''}`;
}
