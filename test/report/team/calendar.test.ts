import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { flipsOf } from '../../../src/assess/explain/flips.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { shortDigest } from '../../../src/files/digest.ts';
import { type CalendarEvent, eventsOf } from '../../../src/report/team/calendar.ts';
import { icsOf } from '../../../src/report/team/ics.ts';
import { assessedFile, bookOf, caseAt, caseFiles } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';

function eventsIn(file: CaseFile): CalendarEvent[] {
  const [book, assessment] = [bookOf(file), assessedFile(file)];
  return eventsOf({ assessment, flips: flipsOf(file, book, assessment), meetings: book.scope.meetings, title });
}

/** What a calendar program reads: by its id the day and the words of each event. */
function imported(text: string): Map<string, readonly [day: string, says: string]> {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return [event.uid, [event.startDate.toString(), event.summary]];
    }),
  );
}

const all = caseFiles.flatMap((path) => eventsIn(caseAt(path)));
const ready = caseAt('cases/further-plan/second-plan-ready.yaml');

describe('the calendar of all worked cases', () => {
  const text = icsOf(all, 'All; of, them', shortDigest);
  const read = imported(text);

  test('is read by another program, event by event, word for word', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(read.size).toBe(all.length);
    const wanted = all.map(({ day, says, clauses }) => [
      day,
      clauses.length > 0 ? `${says} [${clauses.join(', ')}]` : says,
    ]);
    expect([...read.values()].map(([day, says]) => [day, says])).toEqual(wanted);
  });

  test('gives the same events when it is imported again', () => {
    expect(imported(icsOf(all, 'again', shortDigest))).toEqual(read);
  });

  test('has no line of more than 75 bytes, and no other end of a line', () => {
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has whole days alone, and neither alarms nor people', () => {
    expect(text).not.toMatch(/^(?:BEGIN:VALARM|ORGANIZER|ATTENDEE|DESCRIPTION|DTSTART:)/m);
  });
});

test('two files with one reference lose no event to each other', () => {
  const [book, assessment] = [bookOf(ready), assessedFile(ready)];
  const of = { assessment, flips: flipsOf(ready, book, assessment), meetings: book.scope.meetings, title };
  const times = new Map<string, number>();
  const both = [...eventsOf(of, times), ...eventsOf(of, times)];
  expect(both.length).toBeGreaterThan(1);
  expect(imported(icsOf(both, '', shortDigest)).size).toBe(both.length);
  expect(both.slice(0, both.length / 2)).toEqual(eventsOf(of));
});

test('a day that moves keeps its event; what is looked at later goes before', () => {
  const moved = { ...ready, as_at: '2026-11-21', dates: { ...ready.dates, initial_conference: '2026-12-02' } };
  const [before, after] = [eventsIn(ready), eventsIn(moved)];
  const decision = (of: CalendarEvent[]): CalendarEvent | undefined =>
    of.find(({ says }) => says.includes('Further plan: decide'));
  expect(decision(before)?.day).toBe('2026-11-25');
  expect(decision(after)?.day).toBe('2026-12-02');
  expect(decision(after)?.about).toEqual(decision(before)?.about);
  const sequence = (of: CalendarEvent[]): number => Number(/SEQUENCE:(\d+)/.exec(icsOf(of, '', shortDigest))?.[1]);
  expect(sequence(after)).toBe(sequence(before) + 1);
});

test('the day from which time alone changes what is asked stands there', () => {
  const soon = {
    ...ready,
    dates: {},
    previous_plans: { complete: true, plans: [{ began: '2025-01-10', ended: '2026-01-15' }] },
  } as CaseFile;
  const flips = eventsIn(soon).filter(({ about }) => about[1] === 'flip');
  expect(flips.map(({ day, says }) => `${day} ${says}`)).toContain(
    '2027-01-15 EX-0001: From this day: the time since the last plan ended: at least 12 months. The procedure then asks something else.',
  );
});

test.each(['Ünïcode — “quotes” and 😀 '.repeat(6), 'a,b;c\\d', 'two\nlines', 'x'.repeat(400)])(
  '%j comes out as it went in',
  (says) => {
    const event = { about: ['EX-1', 'a'], day: '2026-02-28', says, clauses: [], asAt: '2026-01-01' };
    const [[day, read] = ['', '']] = imported(icsOf([event], 't', shortDigest)).values();
    expect([day, read]).toEqual(['2026-02-28', says.replace(/\s+/g, ' ')]);
  },
);
