import { formatDate } from '../present/format-date.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { papersParts, stampOf } from './papers/papers-parts.ts';
import { registerColumns } from './papers/register.ts';
import { heads, number, text, titled } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** The register of processing, with what the law says of each flow. */
export function registerSheet(briefing: Briefing, result: Result): Sheet {
  const parts = papersParts(briefing, result);
  const name = 'Register';
  if (parts === null)
    return {
      name,
      rows: titled(
        'Register of processing',
        'This scenario has no company and no flows, so there is nothing to register.',
      ),
      widths: [34],
      frozen: { rows: 0, columns: 0 },
    };
  const columns = registerColumns(parts);
  const { basis, caseName, lawDate, made, notice, reviewed } = stampOf(parts);
  return {
    name,
    rows: [
      ...titled(
        'Register of processing',
        `${caseName}. Law of ${formatDate(lawDate)}, known until: ${reviewed}. ${notice} ${made}. ${basis}`.trim(),
      ),
      heads(...columns.map(({ head }) => head)),
      ...parts.law.flows.map((flow, index) =>
        columns.map(({ cell }) => {
          const value = cell(flow, index);
          return typeof value === 'number' ? number(value, 'whole') : text(value ?? '', 'wrap');
        }),
      ),
    ],
    widths: columns.map(({ width }) => width),
    frozen: { rows: 4, columns: 1 },
  };
}
