import { type Day, daysBetween, plusDays } from '../../calendar/dates.ts';
import { oneLine } from '../words/wrap.ts';
import type { CalendarEvent } from './calendar.ts';

/** A line is folded so that no piece has more bytes than this (RFC 5545, 3.1). */
const MOST_BYTES = 75;

/** A calendar as an iCalendar file (RFC 5545): whole days, without a time or an alarm. */
export function icsOf(events: readonly CalendarEvent[], title: string, digest: (text: string) => string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cpplan//cpplan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    ...events.flatMap((event) => eventLines(event, digest)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ about, day, says, clauses, asAt }: CalendarEvent, digest: (text: string) => string): string[] {
  const cited = clauses.length > 0 ? ` [${clauses.join(', ')}]` : '';
  return [
    'BEGIN:VEVENT',
    `UID:${digest(JSON.stringify(about))}@cpplan`,
    `DTSTAMP:${compact(asAt)}T000000Z`,
    // A calendar takes over what was looked at later
    `SEQUENCE:${Math.max(0, daysBetween(EPOCH, asAt))}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(plusDays(day, 1))}`,
    `SUMMARY:${escaped(`${says}${cited}`)}`,
    'TRANSP:TRANSPARENT',
    'CLASS:CONFIDENTIAL',
    'END:VEVENT',
  ];
}

const EPOCH: Day = '2020-01-01';

const compact = (day: Day): string => day.replaceAll('-', '');

/** Text in a value of a property (RFC 5545, 3.3.11). */
const escaped = (text: string): string => oneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`);

const bytes = new TextEncoder();

/** Breaks a line between characters, never within one. */
function folded(line: string): string {
  if (bytes.encode(line).length <= MOST_BYTES) return line;
  const pieces = [''];
  let length = 0;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > MOST_BYTES) {
      pieces.push('');
      length = 1;
    }
    pieces[pieces.length - 1] += sign;
    length += size;
  }
  return pieces.join('\r\n ');
}
