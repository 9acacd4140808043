import { formatDate } from '../../present/format-date.ts';
import { markup } from '../report/markup.ts';
import type { Markup } from '../report/markup.ts';
import type { Stamp } from './papers-parts.ts';

/** What a paper was made from, at its head. */
export function stampPart({
  basis,
  caseName,
  company,
  lawDate,
  made,
  notice,
  reviewed,
}: Stamp): Markup {
  return markup`<div class="stamp"><dl>${pair('Case', caseName)}${
    company === '' ? null : pair('Company', company)
  }${pair('Law of', formatDate(lawDate))}${pair('Law known until', reviewed)}${pair('Made by', made)}</dl><p><strong>${notice}</strong> It rests on what the file says, which nobody has checked here. What came after the law was last read is not in it. ${basis}</p></div>`;
}

/** A term and what is said of it. */
export function pair(term: string, text: Markup | string): Markup {
  return markup`<dt>${term}</dt><dd>${text}</dd>`;
}
