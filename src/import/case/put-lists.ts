import type { Day } from '../../calendar/dates.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { fits, type Outcome } from './put.ts';
import type { Told } from './told.ts';

/** Whether an entry that is new may join a list: a list that a person has called whole takes only what came after it. */
function isWelcome(day: Day, list: readonly { readonly date: string | number }[], isWhole: boolean): boolean {
  return !isWhole || list.every(({ date }) => String(date) < day);
}

const WHOLE = safe`The case file says that its list is whole, and the return has another entry. The case file is kept. Decide which one is right.`;

/** Conferences and reviews that were held. */
export function putMeetings({ meetings }: Told, out: Outcome): void {
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

/** Statutory visits. */
export function putVisits({ visits }: Told, out: Outcome): void {
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

/** Steps of pre-proceedings. */
export function putSteps({ steps }: Told, out: Outcome): void {
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
