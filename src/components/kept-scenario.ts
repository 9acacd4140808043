/** A scenario that a person keeps in the browser, with what it gave when it was kept. */
export interface KeptScenario {
  readonly format: 'tandem-kept/2';
  readonly id: string;
  readonly name: string;
  /** When it was kept or last renamed, ISO 8601. */
  readonly kept: string;
  /** The whole scenario as the text of one file. */
  readonly text: string;
  /** What it said, in words; '' where that is not known. */
  readonly answer: string;
  /** Hash of its result, and the version of Tandem that it is by; '' where they are not known. */
  readonly resultHash: string;
  readonly tandem: string;
  /** With how many futures, and from which seed; 0 where they are the scenario's own. */
  readonly trials: number;
  readonly seed: number;
}

/** What was kept by the first version: the scenario as an object, and a time in milliseconds. */
interface FirstKept {
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
  readonly scenario: object;
}

export const longestName = 120;
/** As much as a scenario file may have. */
export const longestText = 5_000_000;

/**
 * A record of any version as one of this version; null where it is none. Fields are looked at one
 * by one: a file of kept scenarios may come from anybody.
 */
export function asKept(value: unknown): KeptScenario | null {
  if (isFirst(value)) {
    return {
      format: 'tandem-kept/2',
      id: value.id,
      name: nameOf(value.name),
      kept: isoTime(value.savedAt),
      text: `${JSON.stringify(value.scenario, null, 2)}\n`,
      answer: '',
      resultHash: '',
      tandem: '',
      trials: 0,
      seed: 0,
    };
  }
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Readonly<Record<string, unknown>>;
  const text = (name: string) => {
    const found = given[name];
    return typeof found === 'string' ? found : '';
  };
  const whole = (name: string) => {
    const found = given[name];
    return Number.isSafeInteger(found) && (found as number) > 0 ? (found as number) : 0;
  };
  const id = text('id');
  const scenario = text('text');
  if (given['format'] !== 'tandem-kept/2' || id === '' || id.length > 100) return null;
  if (scenario === '' || scenario.length > longestText) return null;
  return {
    format: 'tandem-kept/2',
    id,
    name: nameOf(text('name')),
    kept: isoTime(Date.parse(text('kept'))),
    text: scenario,
    answer: text('answer').slice(0, 1000),
    resultHash: text('resultHash').slice(0, 64),
    tandem: text('tandem').slice(0, 40),
    trials: whole('trials'),
    seed: whole('seed'),
  };
}

function isFirst(value: unknown): value is FirstKept {
  if (typeof value !== 'object' || value === null || 'format' in value) return false;
  const { id, name, savedAt, scenario } = value as Partial<Record<keyof FirstKept, unknown>>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof savedAt === 'number' &&
    typeof scenario === 'object' &&
    scenario !== null
  );
}

function nameOf(text: string): string {
  const name = text.replaceAll(/\s+/g, ' ').trim().slice(0, longestName);
  return name === '' ? 'Without a name' : name;
}

function isoTime(time: number): string {
  return Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString() : '';
}

/** A new id. Not `randomUUID`: a page without encryption does not have it. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A name that none of the others has: that which is wanted, or with a number behind it. */
export function freeName(wanted: string, others: readonly string[]): string {
  const base = nameOf(wanted);
  if (!others.includes(base)) return base;
  const stem = base.replace(/ \(\d+\)$/, '');
  let number = 2;
  while (others.includes(`${stem} (${number})`)) number++;
  return `${stem} (${number})`;
}
