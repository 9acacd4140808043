import { formatDate } from '../../present/format-date.ts';
import { sureness } from '../../present/law-in-words.ts';
import type { Filing, FilingDate } from '../../schema/papers.ts';
import { htmlPage } from '../report/html-page.ts';
import { markup, points, table } from '../report/markup.ts';
import type { Markup } from '../report/markup.ts';
import { dueDates, eventDuties } from './dates.ts';
import { articleOf, mechanismInWords, openOf } from './flow-words.ts';
import { paperStyle } from './paper-style.ts';
import { filingsOf } from './papers-of-law.ts';
import type { NamedFiling } from './papers-of-law.ts';
import { stampOf } from './papers-parts.ts';
import type { PapersParts } from './papers-parts.ts';
import { stampPart } from './stamp-part.ts';
import { hasMemo, transferName, transfersOf } from './transfers.ts';
import type { Transfer } from './transfers.ts';

/**
 * What has to be filed for each flow, with whom and by when; which flows wait for an answer; and
 * the days that the calendar holds, beside the times that begin with an event.
 */
export function checklistHtml(parts: PapersParts): string {
  const { law } = parts;
  const stamp = stampOf(parts);
  const transfers = transfersOf(law);
  const needed = transfers.filter(
    ({ flow: { exists, mechanism } }) => exists === true && mechanism.status === 'needed',
  );
  const free = transfers.filter(hasMemo);
  const open = transfers.filter((each) => !needed.includes(each) && !free.includes(each));
  return htmlPage({
    title: `Filing checklist: ${stamp.caseName}`,
    style: paperStyle(stamp),
    body: markup`<main>
<p class="eyebrow">${stamp.caseName}</p>
<h1>${headline(needed.length, open.length, free.length)}</h1>
${stampPart(stamp)}
<section aria-labelledby="filings"><h2 id="filings">What has to be filed</h2>${
      needed.length === 0
        ? markup`<p>Of no flow it is known that its transfer needs a filing.</p>`
        : needed.map((transfer) => flowPart(parts, transfer))
    }</section>
${open.length === 0 ? null : markup`<section aria-labelledby="open"><h2 id="open">Not known, or not settled</h2>${points(open.map((transfer) => openPart(parts, transfer)))}</section>`}
${
  free.length === 0
    ? null
    : markup`<section aria-labelledby="free"><h2 id="free">No transfer mechanism is needed</h2><p>Of each there is a memo that says why.</p>${points(free.map((transfer) => `${transferName(law, transfer)}: ${transfer.flow.mechanism.label}`))}</section>`
}
${datesPart(parts)}
${eventsPart(parts)}
</main>
<footer><p class="quiet">${stamp.notice} ${stamp.made}, law of ${formatDate(stamp.lawDate)}.</p></footer>`,
  });
}

function headline(needed: number, open: number, free: number): string {
  const flows = (count: number) => `${count} ${count === 1 ? 'flow' : 'flows'}`;
  return [
    `${flows(needed)} to file for`,
    ...(open === 0 ? [] : [`${flows(open)} not known or not settled`]),
    `${flows(free)} free`,
  ].join(', ');
}

function flowPart({ law }: PapersParts, transfer: Transfer): Markup {
  const { flow } = transfer;
  const { because, label, note, rule } = flow.mechanism;
  const filings = filingsOf(transfer);
  const article = law.rules[rule]?.article ?? '';
  const [, ...instead] = filings;
  return markup`<h3>${transferName(law, transfer)}: ${label}</h3><p>${flow.path.join(' \u2192 ')}. ${
    because === '' ? '' : `${because.slice(0, 1).toUpperCase()}${because.slice(1)}`
  }${rule === '' ? '' : ` (${rule}, ${article})`}. ${note}</p>${
    filings.length === 0
      ? markup`<p>No list of what is filed is kept for it: ask whom the article names.</p>`
      : filings.slice(0, 1).map(filingPart)
  }${
    instead.length === 0
      ? null
      : instead.map(
          (each) =>
            markup`<p><strong>Instead of it: ${each.filing.label}.</strong></p>${filingPart(each)}`,
        )
  }${flow.remarks.length === 0 ? null : points(flow.remarks)}`;
}

function filingPart({ filing }: NamedFiling): Markup {
  const { article, confidence, dates, how, items, note, to } = filing;
  const sure = sureness(confidence);
  return markup`<p>To: ${to}. ${how}</p><ul class="ticks">${items.map(
    (item) => markup`<li><span>${item.text}${itemSource(item)}</span></li>`,
  )}${dates.map(
    (date) =>
      markup`<li><span>${date.title}: ${span(date)} <span class="quiet">${date.article}</span></span></li>`,
  )}</ul>${note === undefined ? null : markup`<p>${note}</p>`}<p class="quiet">${article}${sure === '' ? '' : `; ${sure}`}.</p>`;
}

function itemSource({ article = '', confidence }: Filing['items'][number]): Markup | null {
  const parts = [article, sureness(confidence ?? '')].filter((each) => each !== '');
  return parts.length === 0 ? null : markup` <span class="quiet">${parts.join('; ')}</span>`;
}

/** How long a time is and what it is counted from, in words. */
function span({ from, months = 0, workingDays = 0 }: FilingDate): string {
  const days = Math.abs(workingDays);
  if (months === 0) return `${days} working days from ${from}`;
  const after = `${months} months from ${from}`;
  if (workingDays === 0) return after;
  return workingDays < 0
    ? `${days} working days before ${after}`
    : `${days} working days after ${after}`;
}

function openPart({ law }: PapersParts, transfer: Transfer): Markup {
  const { flow } = transfer;
  const { because, note, status } = flow.mechanism;
  const whether = flow.exists === null ? 'It is not known whether there is such a flow. ' : '';
  const why = because === '' ? '' : ` ${because}.`;
  return markup`<strong>${transferName(law, transfer)}</strong>: ${whether}${mechanismInWords(law, flow)}${
    status === 'unsettled' || status === 'not known' ? why : ''
  } ${note}`;
}

function datesPart(parts: PapersParts): Markup {
  const dates = dueDates(parts);
  if (dates.length === 0) return markup``;
  return markup`<section aria-labelledby="dates"><h2 id="dates">Days of the calendar</h2>${table(
    'The same as in the calendar file. Where the day of the event is not known, it is counted from the law date.',
    ['Day', 'What', 'Article', 'Counted from'],
    dates.map(({ article, basis, day, everyMonths, flow, isAdvice, title }) => [
      formatDate(day),
      markup`${isAdvice ? 'Advice: ' : ''}${title}${flow === null ? '' : `: ${flow}`}${
        everyMonths === null
          ? null
          : markup` <span class="quiet">again ${inSteps(everyMonths)}</span>`
      }`,
      article,
      basis,
    ]),
  )}</section>`;
}

function inSteps(months: number): string {
  if (months === 12) return 'every year';
  return months % 12 === 0 ? `every ${months / 12} years` : `every ${months} months`;
}

function eventsPart(parts: PapersParts): Markup {
  const duties = eventDuties(parts);
  if (duties.length === 0) return markup``;
  const { law } = parts;
  const perhaps = law.duties.filter(({ status }) => status === 'not known');
  return markup`<section aria-labelledby="events"><h2 id="events">Times that begin with an event</h2>${table(
    'No calendar knows when they begin.',
    ['By when', 'What', 'Article'],
    duties.map((duty) => [
      duty.deadline,
      `${duty.isAdvice ? 'Advice: ' : ''}${duty.text}`,
      articleOf(law, duty),
    ]),
  )}${
    perhaps.length === 0
      ? null
      : markup`<h3>Not known whether due</h3>${points(
          perhaps.map(
            (duty) =>
              markup`${duty.text} <span class="quiet">${articleOf(law, duty)}; ${duty.deadline}.</span> ${openOf(law, duty.open)}`,
          ),
        )}`
  }</section>`;
}
