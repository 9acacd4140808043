const formats = new Map<number, Intl.NumberFormat>();

/** A number with commas between thousands and a true minus sign; what rounds to nothing is never negative. */
export function formatNumber(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat('en', { ...digits, signDisplay: 'negative' });
    formats.set(decimals, format);
  }
  // Intl writes a hyphen, which lines up with nothing and breaks from its number.
  return format.format(value).replace('-', '\u2212');
}

/** Has the first format made, which takes a page some milliseconds: best while it waits for something. */
export function prepareNumbers(): void {
  formatNumber(0, 0);
}
