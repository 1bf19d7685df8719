import { inSentence, peopleInWords, roleTitle } from '../../assess/case/act-words.ts';
import type { Assessment, Finding } from '../../assess/case/assessment.ts';
import { daysOf } from '../../assess/case/due.ts';
import { dayInWords, rangeInWords } from '../../calendar/date-words.ts';
import { type Day, type DayRange, doubledMonths, exactly, parseDate } from '../../calendar/dates.ts';
import { openOn } from '../../case/sheet/unconfirmed.ts';
import { inputsOf } from '../../facts/derivations/table.ts';
import { type Audience, daysBehind, mayShowDay, ON_FILE } from './audience.ts';
import { caseDates } from './case-dates.ts';

/** A stretch of time: a plan, or the time between two. */
export interface Stretch {
  readonly kind: 'plan' | 'gap';
  readonly label: string;
  readonly from: DayRange;
  readonly to: DayRange;
  /** A plan that has not ended. */
  readonly open: boolean;
  /** Of a plan that nobody has confirmed: the last day on which it is known to be open. */
  readonly openOn?: Day;
}

/** A day on which something was, is or is due. */
export interface Mark {
  readonly kind: 'event' | 'due' | 'today';
  readonly label: string;
  readonly at: DayRange;
}

/** Earlier plans, the time between, the present and what is due, in order of time; nothing that is not recorded. */
export interface Timeline {
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
}

/** Draws the times out of an assessment; no stretches where no plan has both its dates. */
export function timelineOf(assessment: Assessment, audience = ON_FILE): Timeline {
  const plans = plansOf(assessment);
  const end = daysOf(assessment.sheet, 'conference_requested') ?? exactly(assessment.asAt);
  return { stretches: withGaps(plans, end), marks: marksOf(assessment, audience) };
}

function plansOf({ file, asAt }: Assessment): Stretch[] {
  const range = (value: string | number | undefined): DayRange | undefined =>
    value === undefined ? undefined : parseDate(value);
  const earlier = (file.previous_plans?.plans ?? []).map(({ began, ended }) => ({
    from: range(began),
    to: ended === 'open' ? exactly(asAt) : range(ended),
    open: ended === 'open',
  }));
  const plan = typeof file.current_plan === 'object' ? file.current_plan : undefined;
  // Nobody has confirmed that it went on: it is drawn as far as it is known
  const last = plan && openOn(plan, asAt);
  const current = plan ? [{ from: range(plan.began), to: exactly(last ?? asAt), open: true, openOn: last }] : [];
  return [...earlier.map((one) => ({ ...one, openOn: undefined })), ...current]
    .flatMap(({ from, to, open, openOn: day }) =>
      from && to
        ? [{ kind: 'plan' as const, label: '', from, to, open, ...(day !== undefined && { openOn: day }) }]
        : [],
    )
    .sort((a, b) => (a.from.from < b.from.from ? -1 : 1))
    .map((plan, i) => ({ ...plan, label: `plan ${i + 1}` }));
}

/** Between two plans that follow one another, and after the last, the months that passed. */
function withGaps(plans: readonly Stretch[], end: DayRange): Stretch[] {
  return plans.flatMap((plan, i) => {
    const next = plans[i + 1]?.from ?? end;
    if (plan.open || plan.to.to >= next.from) return [plan];
    return [plan, { kind: 'gap', label: monthsInWords(plan.to, next), from: plan.to, to: next, open: false }];
  });
}

function monthsInWords(from: DayRange, to: DayRange): string {
  const [least, most] = [doubledMonths(from.to, to.from), doubledMonths(from.from, to.to)].map((n) =>
    Math.floor(n / 2),
  );
  if (least !== most) return `${least} to ${most} months`;
  return least === 1 ? '1 month' : `${least} months`;
}

function marksOf(assessment: Assessment, audience: Audience): Mark[] {
  const { findings, asAt } = assessment;
  const events = caseDates(assessment, audience)
    .filter(({ fact }) => !isDrawn(fact, assessment))
    .map(({ label, at }) => ({ kind: 'event' as const, label, at }));
  const shown = findings.filter((finding) => mayShowDay(daysBehind(finding), assessment, audience));
  const due = shown.flatMap((finding) => {
    const { due: at, state } = finding;
    const isOpen = at && state !== 'met' && state !== 'done_late' && state !== 'not_applicable';
    return isOpen ? [{ kind: 'due' as const, label: `Due: ${dueFrom(finding, assessment)}`, at }] : [];
  });
  const today: Mark = { kind: 'today', label: 'Day of this note', at: exactly(asAt) };
  return [...events, ...eachOnce(due), today].sort((a, b) => compareDays(a.at.from, b.at.from));
}

/** What is due, or from whom, in a few words: the tasks themselves stand above. */
function dueFrom({ kind, who, pack }: Finding, { roles }: Assessment): string {
  if (kind === 'analysis') return 'analysis';
  return inSentence(peopleInWords(who.map((role) => roleTitle(role, pack, roles))));
}

/** Of the same person several things may be due on a day. */
const eachOnce = (marks: readonly Mark[]): Mark[] =>
  marks.filter((mark, i) => marks.findIndex((m) => m.label === mark.label && m.at.from === mark.at.from) === i);

/** Whether a date is the start or the end of a plan, which stands there already. */
function isDrawn(fact: string, { packs }: Assessment): boolean {
  const derive = packs.flatMap((pack) => pack.facts.get(fact)?.derive ?? [])[0];
  return (
    derive !== undefined && inputsOf(derive).lists.some((list) => list.endsWith('_plans') || list === 'current_plan')
  );
}

const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** One sign a month, so that lengths can be compared at a glance; at most thirty. */
const bar = (sign: string, { from, to }: Stretch): string =>
  sign.repeat(Math.min(15, Math.max(2, Math.round(doubledMonths(from.from, to.to) / 4))));

/** Time as a line of signs: a plan as `====`, the time between as `----`, then what is overdue and what is to come. */
export function timelineText({ stretches, marks }: Timeline): string {
  const past = stretches.length > 0 ? [plansInSigns(stretches)] : [];
  return [...past, ...aheadInWords(marks)].join(' > ');
}

function plansInSigns(stretches: readonly Stretch[]): string {
  const parts = stretches.map((stretch) => {
    const signs = bar(stretch.kind === 'plan' ? '=' : '-', stretch);
    return `${shortDate(stretch.from)} ${signs} ${stretch.label} ${signs}`;
  });
  const last = stretches.at(-1) as Stretch;
  return `${parts.join(' ')} ${endInWords(last)}`;
}

const endInWords = ({ open, openOn: day, to }: Stretch): string =>
  day !== undefined ? `open on ${dayInWords(day)}` : open ? 'still open' : shortDate(to);

/** What was due and is not there, the day of the note, and what is to come; nothing where no day lies ahead or is due. */
function aheadInWords(marks: readonly Mark[]): string[] {
  const now = marks.find(({ kind }) => kind === 'today')?.at.from ?? '';
  const ahead = marks.filter(({ kind, at }) => kind !== 'event' || at.from > now);
  if (ahead.every(({ kind }) => kind === 'today')) return [];
  const days = new Map<string, string[]>();
  for (const { kind, label, at } of ahead) {
    const day = rangeInWords(at);
    const told = kind === 'due' && at.to < now ? label.replace(/^Due/, 'OVERDUE') : label;
    days.set(day, [...(days.get(day) ?? []), told]);
  }
  return [...days].map(([day, labels]) => `${day}: ${labels.join('; ')}`);
}

/** `Sep 2023`; the year alone where no more is known. */
function shortDate(range: DayRange): string {
  const words = rangeInWords(range).split(' ');
  if (words.length === 1 || words[0] === 'between') return range.from.slice(0, 4);
  return `${words.at(-2)?.slice(0, 3)} ${words.at(-1)}`;
}
