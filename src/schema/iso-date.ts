import * as v from 'valibot';
import { daysInMonth } from './calendar.ts';

/** A day, written year-month-day, that there is in the calendar. */
export const isoDate = v.pipe(
  v.string(),
  v.isoDate('a date is written year-month-day, such as 2026-11-01'),
  v.check(isRealDate, 'there is no such day in the calendar'),
);

function isRealDate(iso: string): boolean {
  // Another form of date has been told of already.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return true;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return day >= 1 && day <= daysInMonth(year, month);
}
