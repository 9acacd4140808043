import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addMonths, addWorkingDays, nextYearly } from '../../../src/export/papers/calendar-days.ts';
import { calendarText } from '../../../src/export/papers/ics.ts';
import { answeredCompany, exportFlow, ownCase, papersCase } from './papers-case.ts';
import { readIcs } from './read-ics.ts';

describe('days of the calendar', () => {
  test.each([
    ['2026-11-01', 36, '2029-11-01'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', 30, '2028-09-30'],
  ])('%s and %d months is %s', (from, months, day) => {
    expect(addMonths(from, months)).toBe(day);
  });
  test.each([
    // A Sunday: the first working day is the Monday after, the tenth the Friday of the week after that.
    ['2026-11-01', 10, '2026-11-13'],
    ['2026-11-06', 1, '2026-11-09'],
    ['2029-11-01', -60, '2029-08-09'],
    ['2026-11-04', 0, '2026-11-04'],
  ])('%s and %d working days is %s', (from, days, day) => {
    expect(addWorkingDays(from, days)).toBe(day);
  });
  test.each([
    ['2026-01-30', '2026-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['2026-02-01', '2027-01-31'],
  ])('after %s the next 31 January is %s', (from, day) => {
    expect(nextYearly(from, '01-31')).toBe(day);
  });
  it('counts so many days from Monday to Friday, whichever day it begins on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 80 }),
        (start, days) => {
          const from = new Date(Date.UTC(2024, 0, 1 + start)).toISOString().slice(0, 10);
          const to = addWorkingDays(from, days);
          let counted = 0;
          for (let time = Date.parse(from) + 864e5; time <= Date.parse(to); time += 864e5)
            if (![0, 6].includes(new Date(time).getUTCDay())) counted += 1;
          expect(counted).toBe(days);
        },
      ),
    );
  });
});

// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

const eventsOf = (text: string) =>
  readIcs(text).events.map((event) => ({
    day: event.get('DTSTART')?.value,
    again: event.get('RRULE')?.value,
    summary: event.get('SUMMARY')?.value ?? '',
    description: event.get('DESCRIPTION')?.value ?? '',
    uid: event.get('UID')?.value ?? '',
    stamp: event.get('DTSTAMP')?.value,
  }));

describe('the deadlines of a case', () => {
  const minors = {
    ...exportFlow,
    name: 'Accounts',
    data: ['name', 'financial-account'],
    people: 45_000,
    under18: 10,
  } as const;
  const parts = ownCase([{ ...minors, data: [...minors.data] }]);
  const events = eventsOf(calendarText(parts));

  it('has the report on minors on 31 January of each year, and the audit before it', () => {
    expect(events).toContainEqual(
      expect.objectContaining({
        day: '20270131',
        again: 'FREQ=YEARLY;INTERVAL=1',
        summary: expect.stringContaining('Report last year') as string,
      }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        day: '20261231',
        summary: expect.stringContaining('people under 18') as string,
      }),
    );
  });
  it('has the end of an assessment after 3 years, and its extension 60 working days before', () => {
    const assessment = events.filter(({ summary }) => summary.includes('Accounts'));
    expect(assessment.map(({ day }) => day)).toEqual(['20290809', '20291101']);
    for (const { description } of assessment)
      expect(description).toContain('were the law date, 1 November 2026: move it to its own');
  });
  it('has the end of a certificate, and its renewal six months before, where one may be used instead', () => {
    const contract = ownCase([{ ...exportFlow, people: 100_000 }]);
    const days = eventsOf(calendarText(contract)).filter(({ summary }) =>
      summary.includes('Orders'),
    );
    expect(days.map(({ day, summary }) => [day, summary.split(':')[0]])).toEqual([
      ['20261113', 'File the standard contract and the impact assessment'],
      ['20290501', 'Apply for the certificate anew'],
      ['20291101', 'The certificate ends'],
    ]);
  });
  it('is stamped with the law date, and the same wherever it is made', () => {
    expect(new Set(events.map(({ stamp }) => stamp))).toEqual(new Set(['20261101T000000Z']));
    expect(calendarText(ownCase([{ ...minors, data: [...minors.data] }]))).toBe(
      calendarText(parts),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });
  it('gives no day to what may be due or not', () => {
    const { under18: _, ...unsaid } = minors;
    const open = ownCase([{ ...unsaid, data: [...unsaid.data] }]);
    expect(open.law.duties.find(({ rule }) => rule === 'R11')?.status).toBe('not known');
    expect(
      eventsOf(calendarText(open)).some(({ summary }) => /Report last year/.test(summary)),
    ).toBe(false);
  });
  it('holds what a name says as text, in lines that no reader cuts', () => {
    const known = ownCase([exportFlow, { ...exportFlow, people: 100_000, name: 'two' }]);
    const count = eventsOf(calendarText(known)).length;
    expect(count).toBeGreaterThan(2);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom(
        'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other',
        'semi;colon, comma \\ and \\n',
        '\u4e2d\u6587'.repeat(60),
        '\u{1f512}'.repeat(50),
        'line\u2028and\u2029paragraph\u0085next',
      ),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const flows = known.law.flows.map((flow) => ({ ...flow, name }));
        const text = calendarText({
          ...known,
          law: { ...known.law, flows },
          scenario: { name, hash: 'x' },
        });
        const wrong = text
          .split('\r\n')
          .filter((line) => new TextEncoder().encode(line).length > 75 || /[\r\n]/.test(line));
        expect(wrong).toEqual([]);
        const read = eventsOf(text);
        expect(read).toHaveLength(count);
        expect(new Set(read.map(({ uid }) => uid)).size).toBe(count);
        const plain = name.replace(unwritable, '\ufffd').replace(/\r\n|[\r\n\u2028\u2029]/g, '\n');
        expect(read.filter(({ summary }) => !summary.includes(plain))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
  it.each(['scenarios/retailer.json', 'scenarios/bank.json'])('can be read back: %s', (file) => {
    const own = papersCase(file);
    const { calendar } = readIcs(calendarText(own));
    expect(calendar.get('X-WR-CALNAME')?.value).toContain(own.scenario.name);
    expect(calendar.get('DESCRIPTION')?.value).toContain('not legal advice');
  });
  it('has nothing to say of a company that the law knows nothing of', () => {
    const nothing = ownCase([], { company: { name: answeredCompany.name ?? '' } });
    expect(readIcs(calendarText(nothing)).events).toEqual([]);
  });
});
