import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown, provenanceOf } from '../../case/file/entry-value.ts';
import { importedFrom } from '../../case/file/imported.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import { DATED } from './counts.ts';
import { fits, Outcome, standing } from './put.ts';
import { putCare } from './put-care.ts';
import { putPlans } from './put-plans.ts';
import type { Given, Told } from './told.ts';

/** What the sources change in a case; without a file, what a new one holds. Pure: nothing is written. */
export function putIntoCase(told: Told, file: CaseFile | undefined): Outcome {
  const out = new Outcome(file);
  out.items.push(...told.remarks);
  if (told.isTwoChildren || isAnotherChild(told, out)) return out;
  putChild(told, out);
  putPlans(told, out);
  putCare(told, out);
  putMeetings(told, out);
  putVisits(told, out);
  putSteps(told, out);
  putStrategy(told, out);
  putCount(told, out);
  return out;
}

/** A date of birth unlike the one of the case: nothing of this child is written. */
function isAnotherChild({ born }: Told, out: Outcome): boolean {
  const held = out.file?.child?.born;
  if (!born || held === undefined || fits(held, born.value)) return false;
  const says = safe`The case file has another date of birth than the return. Nothing of this child is imported. Are they one child?`;
  out.conflict(safe`birth_date_differs`, says, plain(held), born.value, born, ['child', 'born']);
  return true;
}

const plain = (date: NonNullable<NonNullable<CaseFile['child']>['born']>): string =>
  String(typeof date === 'object' ? date.value : date);

function putChild({ born, expected, died }: Told, out: Outcome): void {
  const days = { born, expected, died };
  for (const key of ['born', 'expected', 'died'] as const) {
    const [day, held] = [days[key], out.file?.child?.[key]];
    if (!day) continue;
    const path = ['child', key];
    if (held === undefined) out.add(path, { value: day.value, source: day.source.label });
    else if (!fits(held, day.value)) {
      const says = safe`The case file and the return do not agree on a date of the child. The case file is kept. Decide which one is right.`;
      out.conflict(safe`child_date_differs`, says, plain(held), day.value, day, path);
    }
  }
}

/** Whether an entry that is new may join a list: a list that a person has called whole takes only what came after it. */
function isWelcome(day: Day, list: readonly { readonly date: string | number }[], isWhole: boolean): boolean {
  return !isWhole || list.every(({ date }) => String(date) < day);
}

const WHOLE = safe`The case file says that its list is whole, and the return has another entry. The case file is kept. Decide which one is right.`;

function putMeetings({ meetings }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.meetings ?? {};
  let next = list.length;
  for (const meeting of meetings) {
    const { kind, day } = meeting;
    const held = list.find((one) => one.kind === kind && fits(one.date, day));
    const path: Path = ['meetings', 'list', held ? list.indexOf(held) : next];
    if (held?.held === false) {
      const says = safe`The case file says that a meeting was not held, and the return has it. The case file is kept. Decide which one is right.`;
      out.conflict(safe`meeting_held`, says, 'not held', day, meeting, path);
    } else if (!held && !isWelcome(day, list, complete))
      out.conflict(safe`not_in_list`, WHOLE, 'complete', day, meeting, ['meetings']);
    else if (!held) out.add([...path.slice(0, 2), next++], { kind, date: day, source: meeting.source.label });
  }
}

function putVisits({ visits }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.visits ?? {};
  let next = list.length;
  for (const visit of visits) {
    const { day, under } = visit;
    const at = list.findIndex((one) => fits(one.date, day) && (one.under ?? under) === under);
    const marks = {
      ...(visit.seen !== undefined && { seen: yesNo(visit.seen) }),
      ...(visit.seenAlone !== undefined && { seen_alone: yesNo(visit.seenAlone) }),
    };
    if (at < 0 && !isWelcome(day, list, complete))
      out.conflict(safe`not_in_list`, WHOLE, 'complete', day, visit, ['visits']);
    else if (at < 0) out.add(['visits', 'list', next++], { date: day, under, ...marks, source: visit.source.label });
    else putMarks(marks, list[at] ?? {}, ['visits', 'list', at], visit, out);
  }
}

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

/** Whether the child was seen: what is not there is added, what differs is for a person. */
function putMarks(
  marks: Readonly<Record<string, 'yes' | 'no'>>,
  held: { readonly seen?: boolean | undefined; readonly seen_alone?: boolean | undefined },
  path: Path,
  visit: Told['visits'][number],
  out: Outcome,
): void {
  for (const key of ['seen', 'seen_alone'] as const) {
    const [now, was] = [marks[key], held[key]];
    if (now === undefined) continue;
    if (was === undefined) out.add([...path, key], now);
    else if (yesNo(was) !== now) {
      const says = safe`The case file and the return do not agree on whether the child was seen. The case file is kept. Decide which one is right.`;
      out.conflict(safe`visit_differs`, says, yesNo(was), now, visit, [...path, key]);
    }
  }
}

function putSteps({ steps }: Told, out: Outcome): void {
  const { list = [], complete = false } = out.file?.pre_proceedings ?? {};
  let next = list.length;
  for (const one of steps) {
    const { step, value, source } = one;
    if (list.some((held) => held.step === step && fits(held.date, value))) continue;
    if (!isWelcome(value, list, complete))
      out.conflict(safe`not_in_list`, WHOLE, 'complete', value, one, ['pre_proceedings']);
    else out.add(['pre_proceedings', 'list', next++], { step, date: value, source: source.label });
  }
}

/** The strategy discussion of the present enquiry, and the last day that the source has for the conference. */
function putStrategy({ strategy, target }: Told, out: Outcome): void {
  const held = out.file?.dates?.strategy_discussion;
  if (strategy) putStrategyDay(strategy, held, out);
  const targets = out.file?.targets ?? [];
  if (target && !targets.some(({ for: what, date }) => what === 'initial_conference' && fits(date, target.value)))
    out.add(['targets', targets.length], {
      for: 'initial_conference',
      date: target.value,
      source: target.source.label,
    });
}

function putStrategyDay(strategy: Given<Day>, held: Entry | undefined, out: Outcome): void {
  const path: Path = ['dates', 'strategy_discussion'];
  const entry = { value: strategy.value, source: strategy.source.label };
  if (held === undefined) {
    out.add(path, entry);
    return;
  }
  const value = entryValue(held);
  if (value !== undefined && typeof value !== 'boolean' && fits(value, strategy.value)) return;
  const how = standing(strategy.source, importedFrom(provenanceOf(held).source) ?? 'person');
  const was = value ?? 'not known';
  if (how === 'follows' && String(value) < strategy.value) {
    out.change(path, entry);
    out.changed(safe`There was another strategy discussion since.`, was, strategy.value, strategy, path);
  } else if (how === 'conflict') {
    const says: Safe = safe`The case file and the return do not agree on the strategy discussion. The case file is kept. Decide which one is right.`;
    out.conflict(safe`strategy_differs`, says, was, strategy.value, strategy, path);
  }
}

/** Sources that differ on the number of earlier plans: all of them, as a disputed fact. A person's answer stays. */
function putCount({ disputed }: Told, out: Outcome): void {
  if (disputed.length === 0) return;
  const path: Path = ['answers', 'earlier_plans'];
  const held = out.file?.answers?.earlier_plans;
  const entry = { unknown: 'disputed', accounts: disputed.map(({ value, source }) => ({ value, source })) };
  if (held === undefined) out.add(path, entry);
  else if (isOurs(held) && JSON.stringify(accountsOf(held)) !== JSON.stringify(entry.accounts)) out.change(path, entry);
}

const accountsOf = (held: Entry): unknown =>
  isNotKnown(held) ? held.accounts?.map(({ value, source }) => ({ value, source })) : undefined;

/** Whether every account is one that an import wrote. */
const isOurs = (held: Entry): boolean =>
  isNotKnown(held) &&
  held.unknown === 'disputed' &&
  (held.accounts ?? []).every(({ source, by, post, note }) => {
    return !by && !post && !note && (source === DATED || importedFrom(source) !== undefined);
  });
