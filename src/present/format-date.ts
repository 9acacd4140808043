/** Made when the first day is to be written: it takes a page longer than all the rest of this module. */
let format: Intl.DateTimeFormat | null = null;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** An ISO date as people read it: 1 November 2021. What is no day, such as a year, stays as it is. */
export function formatDate(iso: string): string {
  if (!day.test(iso)) return iso;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  format ??= new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(date);
}
