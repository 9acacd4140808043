import { factInWords } from '../../present/fact-in-words.ts';
import { formatDate } from '../../present/format-date.ts';
import { formatNumber } from '../../present/format-number.ts';
import {
  inSentence,
  limitInWords,
  peopleInWords,
  ruleSource,
  sureness,
} from '../../present/law-in-words.ts';
import { lawName } from '../../present/lawfulness-in-words.ts';
import type { LawDuty, LawFlow, LawResult } from '../../schema/law-result.ts';
import type { Provision } from '../../schema/papers.ts';
import { htmlPage } from '../report/html-page.ts';
import { markup, points, table } from '../report/markup.ts';
import type { Markup } from '../report/markup.ts';
import { conditionsOf } from './conditions.ts';
import { articleOf, openOf } from './flow-words.ts';
import { paperStyle } from './paper-style.ts';
import { provisionsOf } from './papers-of-law.ts';
import { stampOf } from './papers-parts.ts';
import type { PapersParts } from './papers-parts.ts';
import { registerColumns } from './register.ts';
import { pair, stampPart } from './stamp-part.ts';
import { hasMemo } from './transfers.ts';
import type { Transfer } from './transfers.ts';

/** What of a flow stands at the head of its memo, by the heads of the register. */
const factHeads: readonly string[] = [
  'Purpose',
  'People',
  'Number of people',
  'Of them with sensitive data',
  'Of them under 14',
  'Kinds of data',
  'Way',
  'Processor',
  'Recipient',
  'Passed on to',
  'Legal basis',
  'Export needed for',
  'Controls in place',
];

/**
 * Why a law asks for no transfer mechanism of a flow: the text that a regulator asks for, to be
 * checked and signed. Throws of a flow that needs one, or of which that is not known.
 */
export function memoHtml(parts: PapersParts, transfer: Transfer): string {
  const { law } = parts;
  const { flow, index } = transfer;
  if (!hasMemo(transfer))
    throw new RangeError(`flow ${index} is none of which it is known that it needs no mechanism`);
  const name = lawName(law, transfer.regime);
  const stamp = stampOf(parts);
  const { mechanism } = flow;
  const rule = law.rules[mechanism.rule];
  const words = provisionsOf(transfer);
  const decides = stamp.company === '' ? 'the company that decides on the data' : stamp.company;
  return htmlPage({
    title: `No transfer mechanism under ${name}: ${flow.name}`,
    style: paperStyle(stamp),
    body: markup`<main>
<p class="eyebrow">Memorandum on a transfer of personal information</p>
<h1>\u201c${flow.name}\u201d: no transfer mechanism is needed under ${name}</h1>
<p class="lead">${reason(law, flow, words)}</p>
${stampPart(stamp)}
<section aria-labelledby="facts"><h2 id="facts">The facts</h2><dl class="facts">${facts(parts, flow, index)}</dl></section>
<section aria-labelledby="law"><h2 id="law">The law</h2>${
      rule === undefined
        ? null
        : markup`<p><strong>${rule.title}.</strong> ${ruleSource(rule)}.${rule.note === '' ? '' : ` ${rule.note}`}</p>`
    }${words.map(quotation)}${
      words.length === 0
        ? markup`<p>The words of the law are not at hand here: add them from the text of the article.</p>`
        : null
    }</section>
${conditions(law, transfer)}
${numbers(law, flow)}
${stays(law, flow)}
${limits(law, transfer)}
<section aria-labelledby="sign"><h2 id="sign">Decision</h2><p>It is for ${decides} to decide, as the handler of the data, and to show its reasons when asked. To be looked at again when the flow, its numbers, its recipient or the law changes${
      words.some(({ rule: own }) => own === mechanism.rule) && countsPeople(law, flow)
        ? ', and as the numbers grow: they count from 1 January of each year'
        : ''
    }.</p><div class="sign">${['Prepared by, date', 'Checked by (law), date', 'Decided by, position, date', 'To be looked at again on'].map((line) => markup`<p>${line}</p>`)}</div></section>
</main>
<footer><p class="quiet">${stamp.notice} ${stamp.made}, law of ${formatDate(stamp.lawDate)}.</p></footer>`,
  });
}

function reason(law: LawResult, flow: LawFlow, words: readonly Provision[]): string {
  const { because, label, rule } = flow.mechanism;
  const short = label.replace(/^None: /, '');
  const where = rule === '' ? '' : ` (${law.rules[rule]?.article ?? rule})`;
  const own = words.filter((each) => each.rule === rule);
  const here = own.flatMap(({ fact }) =>
    fact === undefined ? [] : (law.names[fact]?.label ?? []),
  );
  return [
    `${short.slice(0, 1).toUpperCase()}${short.slice(1)}${where}`,
    ...(because === '' ? [] : [`: ${because}`]),
    ...(here.length === 0 ? [] : [`. Here: ${here.map(inSentence).join(', ')}`]),
    '.',
  ].join('');
}

function facts(parts: PapersParts, flow: LawFlow, index: number): Markup[] {
  const columns = registerColumns(parts);
  return factHeads.flatMap((head) => {
    const value = columns.find((each) => each.head === head)?.cell(flow, index) ?? null;
    if (value === null || value === '') return [];
    return [pair(head, typeof value === 'number' ? formatNumber(value, 0) : value)];
  });
}

function quotation({ article, confidence, language, says, words }: Provision): Markup {
  const sure = sureness(confidence);
  return markup`<blockquote><p lang="${language}">${words}</p><p>${says}</p><p class="quiet">${article}${sure === '' ? '' : `; ${sure}`}. The English is a rendering; the text in its own language governs.</p></blockquote>`;
}

function conditions(law: LawResult, transfer: Transfer): Markup {
  const rows = conditionsOf(law, transfer);
  if (rows.length === 0) return markup``;
  const own = law.rules[transfer.flow.mechanism.rule]?.conditions ?? [];
  return markup`<section aria-labelledby="conditions"><h2 id="conditions">Why each condition holds</h2><div class="scroll" role="region" aria-label="Why each condition holds, a table" tabindex="0"><table><caption>Further in: what the line above rests on. What is given stands in the file; the rest is worked out from it.</caption><thead><tr><th scope="col">Condition</th><th scope="col">On this flow</th><th scope="col">From</th></tr></thead><tbody>${rows.map(
    ({ depth, label, unit, value, worked }) =>
      markup`<tr class="deep-${depth}"><th scope="row">${label}</th><td>${factInWords(value, unit)}</td><td>${isOpen(value) ? 'not said' : worked ? 'worked out' : 'given'}</td></tr>`,
  )}</tbody></table></div>${
    own.length === 0
      ? null
      : markup`<p>How sure its parts are:</p>${points(own.map(({ confidence, says }) => `${says}: ${sureness(confidence)}.`))}`
  }</section>`;
}

function isOpen(value: LawResult['facts'][string]): boolean {
  return typeof value === 'object';
}

/** Whether the rule behind a flow counts people against a limit. */
function countsPeople(law: LawResult, flow: LawFlow): boolean {
  return thresholdsOf(law, flow).length > 0;
}

function thresholdsOf(law: LawResult, { mechanism }: LawFlow): LawResult['thresholds'] {
  const from = law.names[mechanism.rule]?.from ?? [];
  const labels = from.flatMap((name) => law.names[name]?.label ?? []);
  return law.thresholds.filter(({ inForce, label }) => inForce && labels.includes(label));
}

function numbers(law: LawResult, flow: LawFlow): Markup {
  const rows = thresholdsOf(law, flow);
  if (rows.length === 0) return markup``;
  return markup`<section aria-labelledby="numbers"><h2 id="numbers">How far the numbers are</h2>${table(
    'Of the company as a whole, not of this flow alone',
    ['What counts', 'So far', 'Limit', 'Words of the law', 'Beyond it'],
    rows.map(({ includes, label, leadsTo, limit, value, words }) => [
      label,
      peopleInWords(value),
      limitInWords(limit, includes),
      words,
      leadsTo,
    ]),
  )}</section>`;
}

function stays(law: LawResult, { name }: LawFlow): Markup {
  const of = (status: LawDuty['status']) =>
    law.duties.filter((duty) => duty.status === status && duty.flows.includes(name));
  const line = (duty: LawDuty) =>
    markup`${duty.isAdvice ? 'Advice: ' : ''}${duty.text} <span class="quiet">${articleOf(law, duty)}; ${duty.deadline}.</span>`;
  const [due, perhaps] = [of('applies'), of('not known')];
  return markup`<section aria-labelledby="stays"><h2 id="stays">What stays due</h2><p>That this law asks for no transfer mechanism takes away nothing else, nor what another law asks of the transfer. Duties of the company as a whole come on top.</p>${
    due.length === 0
      ? markup`<p>No duty is known that is about this flow.</p>`
      : points(due.map(line))
  }${
    perhaps.length === 0
      ? null
      : markup`<h3>Not known whether due</h3>${points(
          perhaps.map((duty) => markup`${line(duty)} ${openOf(law, duty.open)}`),
        )}`
  }</section>`;
}

function limits(law: LawResult, transfer: Transfer): Markup {
  const { flow } = transfer;
  const unsaid = conditionsOf(law, transfer)
    .filter(({ value, worked }) => !worked && isOpen(value))
    .map(({ label }) => inSentence(label));
  const open = openOf(law, [
    ...flow.regimes.flatMap((each) => each.open),
    ...flow.controls.flatMap((each) => each.open),
  ]);
  const lacking = flow.missing.map(
    (id) => flow.controls.find((each) => each.id === id)?.label ?? id,
  );
  const lines = [
    ...(lacking.length === 0 ? [] : [`Asked for and not in place: ${lacking.join('; ')}.`]),
    ...(unsaid.length === 0
      ? []
      : [
          `Not said in the file: ${unsaid.join('; ')}. The verdict was reached without it: say it, and look again, before this is relied on.`,
        ]),
    ...(open === '' ? [] : [`Not known, and the above does not rest on it: ${open}`]),
    ...flow.remarks,
    ...(flow.mechanism.note === '' ? [] : [flow.mechanism.note]),
  ];
  if (lines.length === 0) return markup``;
  return markup`<section aria-labelledby="limits"><h2 id="limits">What to keep in mind</h2>${points(lines)}</section>`;
}
