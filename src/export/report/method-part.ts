import { formatDate } from '../../present/format-date.ts';
import { formatNumber } from '../../present/format-number.ts';
import { evidenceKinds } from '../../present/evidence-entries.ts';
import { assumptionRows } from '../assumption-rows.ts';
import { markup, points } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReportParts } from './report-parts.ts';

/** What the numbers leave out, so that nobody takes them for more than they are. */
export function limitsPart({ briefing, evidence, result }: ReportParts): Markup {
  const rows = assumptionRows(briefing, result, evidence);
  const inputs = new Set(rows.map(({ input }) => input));
  const resting = new Set(
    rows
      .filter(({ classes }) =>
        [evidenceKinds.claim, evidenceKinds.assumption].some((each) => classes.includes(each)),
      )
      .map(({ input }) => input),
  );
  const { law, warnings } = result;
  return markup`<section aria-labelledby="limits"><h2 id="limits">What is not in these numbers</h2>${points(
    [
      `${resting.size} of ${inputs.size} figures of the model rest, at least in part, on our own assumptions or on a vendor\u2019s claims. The spread of the futures is as good as they are.`,
      ...warnings.map(({ message }) => message),
      ...(law?.remarks ?? []).map(({ message }) => message),
      ...((law?.questions.length ?? 0) > 0
        ? [
            `${law?.questions.length} questions about the company and its flows are not answered; what hangs on them is not known, or shown as a range.`,
          ]
        : []),
      'It is a calculation, not legal advice.',
    ],
  )}</section>`;
}

/** How it is computed, in plain words. */
export function methodPart({ result: { manifest } }: ReportParts): Markup {
  const { coupling, sampling, trials } = manifest;
  return markup`<section aria-labelledby="method"><h2 id="method">How it is computed</h2>${points([
    'Each cost is a line of a model such as audits a year times the cost of an audit. Lines add up to a total for each posture and year.',
    `${formatNumber(trials, 0)} futures are simulated. In each of them remediations, investigations, fines and lost customers fall as chance has it, and uncertain figures take values from their distributions${sampling === 'sobol' ? ', spread evenly so that few futures tell much' : ''}.`,
    coupling === 'common'
      ? 'Every posture meets the same luck in a future, so that differences are differences in cost.'
      : 'Every posture has luck of its own in a future.',
    'A chance such as 78 of 100 counts the futures in which something is so. A break-even value is where two postures cost the same on average.',
    'The same scenario, seed and version give the same result to the last digit on every machine: \u201ctandem verify\u201d runs a saved result again and compares the hash.',
  ])}</section>`;
}

/** What was run. */
export function manifestPart({ result: { manifest } }: ReportParts): Markup {
  const {
    asOf,
    coupling,
    model,
    replicates,
    resultHash,
    sampling,
    scenario,
    seed,
    tandem,
    trials,
  } = manifest;
  const entries: readonly (readonly [string, string | Markup])[] = [
    ['Scenario', scenario.name],
    ['Law as of', formatDate(asOf)],
    ['Simulated futures', `${formatNumber(trials, 0)} in ${replicates} replicates`],
    ['Seed', String(seed)],
    ['Sampling, luck', `${sampling}, ${coupling}`],
    ['Model', `${model.id} ${model.version}`],
    ['Tandem', tandem],
    ['Result hash', markup`<span class="hash">${resultHash}</span>`],
    ['Scenario hash', markup`<span class="hash">${scenario.hash}</span>`],
    ['Model hash', markup`<span class="hash">${model.hash}</span>`],
  ];
  return markup`<section aria-labelledby="manifest"><h2 id="manifest">What was run</h2><dl class="manifest">${entries.map(
    ([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl></section>`;
}

/** What the scenario is about, in the words of its author. */
export function aboutPart({ briefing: { scenario } }: ReportParts): Markup {
  if (scenario.description === '') return markup``;
  return markup`<section aria-labelledby="about"><h3 id="about">What the scenario is about</h3><p class="quiet">${scenario.description}</p></section>`;
}
