// Without Date: its parser differs between engines, and a law date must not depend on a time zone.

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days of a month, counted from 1; 0 for a month that there is not. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function dayOf(iso: string): Day {
  const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
  return { year, month, day };
}

/** Days since the end of the year 0, in the Gregorian calendar. */
function dayNumber({ day, month, year }: Day): number {
  const before = year - 1;
  let days =
    365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let each = 1; each < month; each++) days += daysInMonth(year, each);
  return days + day;
}

/**
 * Years from one ISO date to another, below 0 where the other is earlier. From a day to the same
 * day of another year is a whole number, exactly; what is left counts by its share of that year.
 */
export function yearsBetween(from: string, to: string): number {
  const start = dayOf(from);
  const end = dayNumber(dayOf(to));
  const anniversary = (year: number): number =>
    dayNumber({ ...start, year, day: Math.min(start.day, daysInMonth(year, start.month)) });
  const last = dayOf(to).year;
  const year = anniversary(last) > end ? last - 1 : last;
  const days = anniversary(year + 1) - anniversary(year);
  return year - start.year + (end - anniversary(year)) / days;
}

/** An ISO date as a calendar year with a fraction: 2027-07-02 is about 2027.5. */
export function calendarYear(iso: string): number {
  const { year } = dayOf(iso);
  return year + yearsBetween(`${iso.slice(0, 4)}-01-01`, iso);
}
