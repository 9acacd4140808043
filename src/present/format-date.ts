const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const day = /^\d{4}-\d{2}-\d{2}$/;

/** An ISO date as people read it: 1 November 2021. What is no day, such as a year, stays as it is. */
export function formatDate(iso: string): string {
  if (!day.test(iso)) return iso;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}
