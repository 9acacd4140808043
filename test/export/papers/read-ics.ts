/** A property of an iCalendar component: its parameters and its value, read back. */
export interface IcsProperty {
  readonly parameters: string;
  readonly value: string;
}

export type IcsComponent = ReadonlyMap<string, IcsProperty>;

/** Reads an iCalendar text (RFC 5545): unfolded, components told apart, texts with their own characters. */
export function readIcs(text: string): {
  readonly calendar: IcsComponent;
  readonly events: readonly IcsComponent[];
} {
  const calendar = new Map<string, IcsProperty>();
  const events: Map<string, IcsProperty>[] = [];
  let into: Map<string, IcsProperty> | null = null;
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${JSON.stringify(line)}`);
    if (name === 'BEGIN') {
      into = value === 'VEVENT' ? new Map() : calendar;
      if (value === 'VEVENT') events.push(into);
    } else if (name === 'END') into = value === 'VEVENT' ? calendar : null;
    else if (into === null) throw new Error(`${name} stands in no component`);
    else if (into.has(name)) throw new Error(`${name} stands twice`);
    else into.set(name, { parameters, value: unescaped(value) });
  }
  if (into !== null) throw new Error('the calendar has no end');
  return { calendar, events };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gsu, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}
