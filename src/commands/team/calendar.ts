import { flipsOf } from '../../assess/explain/flips.ts';
import { shortDigest } from '../../files/digest.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode } from '../../messages/errors.ts';
import { type CalendarEvent, eventsOf } from '../../report/team/calendar.ts';
import { icsOf } from '../../report/team/ics.ts';
import { formFor } from '../output-form.ts';
import { put } from '../put.ts';
import { tellUnread } from './team-folder.ts';
import type { TeamOptions } from './team-options.ts';
import { visit } from './visit.ts';

/** `cpplan calendar`: the days of a case, a worker or a team, for Outlook and other calendars. */
export async function calendar(paths: readonly string[], options: TeamOptions, io: Io): Promise<ExitCode> {
  formFor(options, { '.ics': 'ics' }, 'ics');
  const events: CalendarEvent[] = [];
  const times = new Map<string, number>();
  let unread = 0;
  // Days of different cases are numbered together: one thread does it all
  const exit = await visit(paths, options, io, () => ({
    gatherer: () => ({
      see: ({ file, book, assessment }, title) => {
        const flips = flipsOf(file, book, assessment);
        events.push(...eventsOf({ assessment, flips, meetings: book.scope.meetings, title }, times));
      },
      gathered: () => undefined,
    }),
    take: () => undefined,
    unread: () => void unread++,
  }));
  if (exit === EXIT.interrupted) return exit;
  const byDay = events.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const name = ['Children’s plans', options.team, options.worker].filter((part) => part !== undefined).join(', ');
  put(icsOf(byDay, name, shortDigest), { marked: 'BEGIN:VCALENDAR' }, options, io);
  tellUnread(unread, 'the calendar has no day of theirs', io);
  return exit;
}
