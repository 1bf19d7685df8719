import type { Day } from '../../calendar/dates.ts';
import { safe } from '../../messages/safe.ts';
import type { ChildRecords, Found } from '../records.ts';
import { compare, given, type Remark, type Told, type ToldMeeting, type ToldVisit } from './told.ts';

/** Visits of so many days are kept, the latest: a case file is not a diary. */
const VISITS = 50;

/** Conferences and reviews that were held, each day once; of what may be no initial conference a person is asked. */
export function meetingsIn(pieces: readonly ChildRecords[], remarks: Remark[]): ToldMeeting[] {
  const all = pieces.flatMap(({ conferences, plans, lookedAfterReviews, source }): ToldMeeting[] => [
    ...conferences
      .filter(({ kind }) => kind === 'initial')
      .map(({ day }) => ({ kind: 'initial_conference' as const, ...on(day), source })),
    ...plans.flatMap(({ reviews }) =>
      reviews.map(({ day }) => ({ kind: 'review_conference' as const, ...on(day), source })),
    ),
    ...lookedAfterReviews.map((day) => ({ kind: 'looked_after_review' as const, ...on(day), source })),
  ]);
  const sorted = all.toSorted((a, b) => compare(a.day, b.day) || compare(a.kind, b.kind));
  const once = sorted.filter(({ kind, day }, i) => kind !== sorted[i - 1]?.kind || day !== sorted[i - 1]?.day);
  for (const { conferences } of pieces) {
    for (const { kind, day, transferIn } of conferences) {
      if (kind === 'initial' || once.some((one) => one.kind === 'initial_conference' && one.day === day.value))
        continue;
      const says = transferIn?.value
        ? safe`A conference received the child from another authority. It is not written. Was it an initial or a transfer conference?`
        : safe`The return has a conference of which it does not say the kind. It is not written. Which kind was it?`;
      remarks.push({
        kind: 'question',
        code: safe`kind_of_conference`,
        says,
        shown: `\`${day.value}\`.`,
        place: day.place,
      });
    }
  }
  return once;
}

const on = ({ value, place }: Found<Day>): Pick<ToldMeeting, 'day' | 'place'> => ({ day: value, place });

/** Statutory visits, each once: the latest of them. */
export function visitsIn(pieces: readonly ChildRecords[]): ToldVisit[] {
  const all = pieces.flatMap(({ visits, source }) =>
    visits.map(
      ({ day, under, seen, seenAlone }): ToldVisit => ({
        ...on(day),
        under,
        ...(seen && { seen: seen.value }),
        ...(seenAlone && { seenAlone: seenAlone.value }),
        source,
      }),
    ),
  );
  const key = ({ day, under }: ToldVisit): string => `${day} ${under}`;
  const sorted = all.toSorted((a, b) => compare(key(a), key(b)));
  const once = sorted.filter((visit, i) => key(visit) !== (sorted[i - 1] ? key(sorted[i - 1] as ToldVisit) : ''));
  return once.slice(-VISITS);
}

/** Steps of pre-proceedings, each once. */
export function stepsIn(pieces: readonly ChildRecords[]): Told['steps'] {
  const all = pieces.flatMap(({ preProceedings, source }) =>
    preProceedings.map(({ step, day }) => ({ ...given(day, source), step })),
  );
  return all
    .filter(({ step, value }, i) => all.findIndex((one) => one.step === step && one.value === value) === i)
    .sort((a, b) => compare(a.value, b.value) || compare(a.step, b.step));
}
