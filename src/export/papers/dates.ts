import { formatDate } from '../../present/format-date.ts';
import { inSentence } from '../../present/law-in-words.ts';
import type { LawDuty, LawResult } from '../../schema/law-result.ts';
import type { FilingDate } from '../../schema/papers.ts';
import { addMonths, addWorkingDays, nextYearly } from './calendar-days.ts';
import { articleOf } from './flow-words.ts';
import { filingsOf, recurrencesOf } from './papers-of-law.ts';
import type { PapersParts } from './papers-parts.ts';
import { transfersOf } from './transfers.ts';

/** A day of the calendar on which something is due, or begins. */
export interface DueDate {
  /** Tells it from all others of the same papers, whatever their names. */
  readonly key: readonly string[];
  /** ISO date. */
  readonly day: string;
  readonly everyMonths: number | null;
  readonly title: string;
  /** The flow that it is about; null for the company as a whole. */
  readonly flow: string | null;
  /** What the day was counted from, and what to do where that is another day. */
  readonly basis: string;
  readonly article: string;
  readonly isAdvice: boolean;
}

/** What has a date by the law, or one that counts from the law date; in the order of the days. */
export function dueDates(parts: PapersParts): readonly DueDate[] {
  const { law } = parts;
  const { asOf } = law;
  const company = recurrencesOf(law)
    // What may be due, or not, has no date until the questions are answered.
    .filter(({ duty }) => duty.status === 'applies')
    .map(({ duty, recurrence: { basis, everyMonths, id, on, title } }): DueDate => ({
      key: [duty.regime, id],
      day: on === undefined ? addMonths(asOf, everyMonths) : nextYearly(asOf, on),
      everyMonths,
      title,
      flow: null,
      basis:
        on === undefined
          ? `Counted from the law date, ${formatDate(asOf)}: move it to the same time after the last one.`
          : (basis ?? 'A day that the law sets.'),
      article: articleOf(law, duty),
      isAdvice: duty.isAdvice,
    }));
  const flows = transfersOf(law).flatMap((transfer) => {
    const { flow, index, regime } = transfer;
    return flow.exists !== true || flow.mechanism.status !== 'needed'
      ? []
      : filingsOf(transfer).flatMap(({ filing, id }, place) =>
          filing.dates.map((date): DueDate => ({
            key: ['flow', flow.name, String(sameNamed(law, index)), regime, id, date.id],
            day: filingDay(asOf, date),
            everyMonths: null,
            title:
              place === 0
                ? date.title
                : `${date.title} (where ${inSentence(filing.label)} is used instead)`,
            flow: flow.name,
            basis: `Counted as if ${date.from} were the law date, ${formatDate(asOf)}: move it to its own.${
              date.workingDays === undefined
                ? ''
                : ' Working days from Monday to Friday; public holidays are not taken into account.'
            }`,
            article: date.article,
            isAdvice: false,
          })),
        );
  });
  return [...company, ...flows].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** How many flows before one have its name: names tell flows apart, unless two have the same. */
function sameNamed({ flows }: LawResult, index: number): number {
  return flows.slice(0, index).filter(({ name }) => name === flows[index]?.name).length;
}

/** The day of a date of a filing, counted from the day of its event. */
export function filingDay(from: string, { months = 0, workingDays = 0 }: FilingDate): string {
  return addWorkingDays(addMonths(from, months), workingDays);
}

/** Duties whose time begins with an event, such as a request: no calendar knows when that is. */
export function eventDuties({ law }: PapersParts): readonly LawDuty[] {
  const dated = new Set(recurrencesOf(law).map(({ duty }) => duty));
  return law.duties.filter((duty) => duty.status === 'applies' && !dated.has(duty));
}
