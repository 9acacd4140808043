const dayLength = 86_400_000;

function timeOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`);
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** So many calendar months later; the last day of the month where it has no such day. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/**
 * So many working days later, or earlier where negative; the first day is not counted. Days from
 * Monday to Friday count: which of them are holidays, and which weekends are worked, is told only
 * from year to year.
 */
export function addWorkingDays(iso: string, days: number): string {
  const step = Math.sign(days) * dayLength;
  let time = timeOf(iso);
  for (let left = Math.abs(days); left > 0;) {
    time += step;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return isoOf(time);
}

/** The first day of the year's `monthAndDay`, such as `01-31`, that is not before a date. */
export function nextYearly(iso: string, monthAndDay: string): string {
  const year = iso.slice(0, 4);
  const own = `${year}-${monthAndDay}`;
  return own >= iso ? own : `${String(Number(year) + 1).padStart(4, '0')}-${monthAndDay}`;
}
