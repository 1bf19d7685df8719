import type { Assessment } from '../../assess/case/assessment.ts';
import { type Task, tasksOf } from '../../assess/case/tasks.ts';
import { type Flip, findingFlips, questionFlips } from '../../assess/explain/flips.ts';
import { type Day, isExact, parseDate } from '../../calendar/dates.ts';
import { firstSentence } from '../case/headline.ts';
import { taskInWords } from '../case/task-words.ts';
import { capital, type Titles, valueInWords } from '../words/titles.ts';

/** A whole day in a calendar: the reference, a duty and its clauses; nothing that a person wrote about the child. */
export interface CalendarEvent {
  /** What stays the same however the day moves: a second import moves the event. */
  readonly about: readonly string[];
  readonly day: Day;
  readonly says: string;
  readonly clauses: readonly string[];
  /** The day at which the case was looked at. */
  readonly asAt: Day;
}

/** What the days of a case are worked out from. */
export interface CalendarOf {
  readonly assessment: Assessment;
  readonly flips: readonly Flip[];
  /** Kinds of meeting, with their titles. */
  readonly meetings: ReadonlyMap<string, string>;
  readonly title: Titles;
}

/**
 * Every day of a case that somebody should have in a calendar: what is due, meetings to come, and days on which time alone changes what is asked.
 * @param times how often each name came: shared by all cases of a calendar, so that two files with one reference keep theirs apart
 */
export function eventsOf(of: CalendarOf, times = new Map<string, number>()): CalendarEvent[] {
  const { assessment } = of;
  const events = [...dueEvents(of), ...meetingEvents(of), ...flipEvents(of)];
  const name = (about: readonly string[]): string[] => [assessment.file.case, ...about];
  return events.map(({ about, says, ...rest }) => ({
    ...rest,
    about: [...name(about), ...repeated(name(about), times)],
    says: `${assessment.file.case}: ${says}`,
    asAt: assessment.asAt,
  }));
}

/** Of two with the same name the second has a number. */
function repeated(about: readonly string[], times: Map<string, number>): string[] {
  const key = JSON.stringify(about);
  const before = times.get(key) ?? 0;
  times.set(key, before + 1);
  return before === 0 ? [] : [String(before)];
}

type Bare = Omit<CalendarEvent, 'asAt'>;

function dueEvents({ assessment, title }: CalendarOf): Bare[] {
  return tasksOf(assessment).flatMap((task) => {
    if (!task.due) return [];
    const { who, act, label, clauses } = taskInWords(task, assessment, title);
    const late = task.due.to < assessment.asAt ? `${label}. ` : '';
    return {
      about: identityOf(task),
      day: task.due.to,
      says: `${late}${capital(who)}: ${firstSentence(act)}`,
      clauses,
    };
  });
}

/** What a task is, without its day and its words. */
function identityOf({ about, pack, who }: Task): string[] {
  const id = [pack.pack.pack, about.kind];
  switch (about.kind) {
    case 'requirement':
      return [...id, about.finding.rule, ...(about.finding.instance?.path.map(String) ?? [])];
    case 'analysis':
      return [...id, ...who];
    case 'fact':
      return [...id, about.fact];
    default:
      return [...id, about.question.id];
  }
}

/** Meetings that are planned: of each kind the first, the second, and so on. */
function meetingEvents({ assessment: { file, asAt }, meetings }: CalendarOf): Bare[] {
  const list = typeof file.meetings === 'object' ? (file.meetings.list ?? []) : [];
  const counts = new Map<string, number>();
  return list.flatMap(({ kind, date }) => {
    const day = parseDate(date);
    if (!day || !isExact(day) || day.from < asAt) return [];
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    return { about: ['meeting', kind, String(nth)], day: day.from, says: meetings.get(kind) ?? 'Meeting', clauses: [] };
  });
}

/** Days on which something that is asked changes although nobody does anything. */
function flipEvents({ assessment, flips }: CalendarOf): Bare[] {
  const ends = [
    ...assessment.questions.flatMap((question) =>
      changing(question.possible.join(), questionFlips(question, flips), ({ possible }) => possible.join()),
    ),
    ...assessment.findings.flatMap((finding) =>
      changing(finding.state, findingFlips(finding, flips), ({ state }) => state),
    ),
  ];
  const clauses = new Map<Flip, Set<string>>();
  for (const [flip, cited] of ends) clauses.set(flip, new Set([...(clauses.get(flip) ?? []), ...cited]));
  return [...clauses].map(([flip, cited]) => {
    const { pack, fact, to, day } = flip;
    const known = pack.facts.get(fact);
    const value = to.map((one) => valueInWords(known, one)).join(' or ');
    const says = `From this day: ${known?.label ?? fact}: ${value}. The procedure then asks something else.`;
    return { about: ['flip', pack.pack.pack, fact, ...to], day, says, clauses: [...cited] };
  });
}

/** The days on which an end is another than before. */
function changing<T extends { readonly clauses: readonly string[] }>(
  now: string,
  flips: readonly (readonly [Flip, T])[],
  endOf: (of: T) => string,
): [Flip, readonly string[]][] {
  return flips.flatMap(([flip, later], i) => {
    const before = i === 0 ? now : endOf(flips[i - 1]?.[1] as T);
    return endOf(later) === before ? [] : [[flip, later.clauses] as [Flip, readonly string[]]];
  });
}
