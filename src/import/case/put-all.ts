import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, provenanceOf } from '../../case/file/entry-value.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import { putCount } from './counts.ts';
import { type Differing, fits, Outcome, standing } from './put.ts';
import { putCare } from './put-care.ts';
import { putMeetings, putSteps, putVisits } from './put-lists.ts';
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
  return out.conflict(safe`birth_date_differs`, says, childSides('born', held, born));
}

type ChildDate = NonNullable<NonNullable<CaseFile['child']>['born']>;

const DATES = { born: 'the date of birth', expected: 'the expected date of birth', died: 'the date of death' } as const;

function childSides(key: keyof typeof DATES, held: ChildDate, day: Given<Day>): Differing {
  const path = ['child', key];
  const { value, ...rest } = typeof held === 'object' ? held : { value: held };
  const take = [{ path, value: { ...rest, value: day.value, source: day.source.label } }];
  return { about: DATES[key], held: String(value), told: day.value, from: day, path, take };
}

function putChild({ born, expected, died }: Told, out: Outcome): void {
  const days = { born, expected, died };
  for (const key of ['born', 'expected', 'died'] as const) {
    const [day, held] = [days[key], out.file?.child?.[key]];
    if (!day) continue;
    const path = ['child', key];
    const offered = { about: DATES[key], told: day.value, from: day };
    if (held === undefined) out.add(path, { value: day.value, source: day.source.label }, offered);
    // Of the date of birth it was decided before
    else if (key !== 'born' && !fits(held, day.value)) {
      const says = safe`The case file and the return do not agree on a date of the child. The case file is kept. Decide which one is right.`;
      out.conflict(safe`child_date_differs`, says, childSides(key, held, day));
    }
  }
}

/** The strategy discussion of the present enquiry, and the last day that the source has for the conference. */
function putStrategy({ strategy, target }: Told, out: Outcome): void {
  const held = out.file?.dates?.strategy_discussion;
  if (strategy) putStrategyDay(strategy, held, out);
  const targets = out.file?.targets ?? [];
  if (target && !targets.some(({ for: what, date }) => what === 'initial_conference' && fits(date, target.value)))
    out.add(
      ['targets', targets.length],
      { for: 'initial_conference', date: target.value, source: target.source.label },
      { about: 'the last day for the initial conference', told: target.value, from: target },
    );
}

function putStrategyDay(strategy: Given<Day>, held: Entry | undefined, out: Outcome): void {
  const path: Path = ['dates', 'strategy_discussion'];
  const { note, source } = provenanceOf(held);
  const value = { value: strategy.value, source: strategy.source.label, ...(note !== undefined && { note }) };
  const told = { about: 'the day of the strategy discussion', told: strategy.value, from: strategy };
  if (held === undefined) {
    out.add(path, value, told);
    return;
  }
  const was = entryValue(held);
  if (was !== undefined && typeof was !== 'boolean' && fits(was, strategy.value)) return;
  const how = standing(strategy.source, out.writtenBy({ value: was, source }));
  const sides = { ...told, held: was ?? 'not known', path, take: [{ path, value }], record: path };
  if (how === 'follows' && String(was) < strategy.value) {
    out.change(path, value);
    out.changed(safe`There was another strategy discussion since.`, sides);
  } else if (how === 'conflict') {
    const says: Safe = safe`The case file and the return do not agree on the strategy discussion. The case file is kept. Decide which one is right.`;
    out.conflict(safe`strategy_differs`, says, sides);
  }
}
