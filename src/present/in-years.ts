/** A number of years in words: one year, 5 years. */
export function inYears(years: number): string {
  return years === 1 ? 'one year' : `${years} years`;
}
