/** A value as JSON that people can read too: lists of numbers stay on one line. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // A line break inside a text is escaped, so only real lists match.
  const numbers = /\[\n\s+(-?[\d.e+-]+(?:,\n\s+-?[\d.e+-]+)*)\n\s+\]/g;
  return `${text.replace(numbers, (_, list: string) => `[${list.replaceAll(/\s+/g, ' ')}]`)}\n`;
}
