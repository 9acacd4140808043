/** A value as JSON that people can read too: lists of numbers stay on one line. */
export function jsonText(value: unknown): string {
  return `${joinNumbers(JSON.stringify(value, null, 2), ' ')}\n`;
}

// A line break inside a text is escaped, so only real lists match. A sign is a character like any
// other of a number: were it told apart, each could be read in two ways, and a list that does not
// match in as many as there are of all of them.
const numberLists = /\[\n\s+([\d.e+-]+(?:,\n\s+[\d.e+-]+)*)\n\s+\]/g;

/** JSON of many lines with each list of numbers on one, and `space` between these. */
export function joinNumbers(json: string, space: '' | ' '): string {
  return json.replaceAll(numberLists, (_, list: string) => `[${list.replaceAll(/\s+/g, space)}]`);
}
