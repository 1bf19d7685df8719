import type { Day } from '../../calendar/dates.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { Reason } from '../map/map-schema.ts';
import type { Row } from '../read/rows.ts';
import type { Found, HintCode, Place } from '../records.ts';
import { BAD, taken } from '../values/values.ts';
import { type Gathering, present } from './context.ts';

/** What the cases of a child hint at: why they closed, and what their status says. */
export function caseHints(gathering: Gathering): void {
  for (const row of gathering.of('referral')) {
    if (gathering.values.mark(row, 'purge')?.value) gathering.purged.push({ what: 'referral', place: row.place() });
    closureHint(row, gathering);
    statusHint(row, gathering);
  }
  if (gathering.map.earlier_may_be_missing) earlierMissing(gathering);
}

function closureHint(row: Row, gathering: Gathering): void {
  const { values } = gathering;
  const reason = taken(values.code(row, 'reason', Object.keys(values.codes.closure)));
  const closed = taken(values.day(row, 'closed'));
  if (reason) told(values.codes.closure[reason.value], reason.place, closed?.value, gathering);
}

/** Why care ended. */
export function endingHint(reason: Found<string>, day: Day, gathering: Gathering): void {
  told(gathering.values.codes.ending[reason.value], reason.place, day, gathering);
}

function told(reason: Reason | undefined, place: Place, day: Day | undefined, { hints, died }: Gathering): void {
  const code: HintCode = reason?.hint ?? 'case_closed';
  if (reason?.says === undefined || (code === 'died_without_day' && died)) return;
  hints.push({ code, says: known(reason.says), place, ...present('day', day) });
}

function statusHint(row: Row, { values, hints }: Gathering): void {
  const text = values.text(row, 'case_status')?.toLowerCase();
  if (text === undefined) return;
  const said = new Set<string>();
  for (const [word, says] of Object.entries(values.codes.case_status)) {
    if (!new RegExp(`\\b${word}\\b`).test(text) || said.has(says)) continue;
    said.add(says);
    hints.push({ code: 'case_status', says: known(says), place: row.place('case_status') });
  }
}

/** An order or a status that does not make a child looked after. */
export function orderHint(row: Row, order: Safe, { values, hints }: Gathering): void {
  const [start, end] = [values.day(row, 'start'), values.day(row, 'end')];
  const isOver = end !== undefined && end !== BAD;
  const says = isOver ? safe`The source tells of ${order}, which has ended.` : safe`The source tells of ${order}.`;
  hints.push({ code: 'order_in_force', says, place: row.place('status'), ...present('day', taken(start)?.value) });
}

function earlierMissing(gathering: Gathering): void {
  if (gathering.of('plan').length === 0) return;
  const says = safe`This data holds the cases of some years only. Earlier plans may be missing.`;
  gathering.hints.push({ code: 'earlier_may_be_missing', says, place: gathering.first.place() });
}
