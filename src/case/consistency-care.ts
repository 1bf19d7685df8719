import type { Path, Remark, Severity } from '../diagnostic.ts';
import { range } from './care.ts';
import type { Episode } from './care-schema.ts';
import { type Day, type DayRange, isExact, LAST_DAY, weekday } from './dates.ts';
import { nthBirthday } from './derive-dates.ts';
import type { CaseFile } from './schema.ts';

const remark = (severity: Severity, code: string, says: string, path: Path): Remark => ({ code, severity, says, path });

const error = (code: string, says: string, path: Path): Remark => remark('error', code, says, path);
const warning = (code: string, says: string, path: Path): Remark => remark('warning', code, says, path);

/** What a case file says against itself on the child, on being looked after and on meetings, after the national returns. */
export function careConsistency(file: CaseFile, asAt: Day): Remark[] {
  return [...child(file, asAt), ...afterDeath(file), ...episodes(file, asAt), ...meetings(file)];
}

/** Whether the first day is certainly later than the second. */
const isAfter = (a: DayRange | undefined, b: DayRange | undefined): boolean =>
  a !== undefined && b !== undefined && a.from > b.to;

function child({ child: of, current_plan: plan, looked_after: care }: CaseFile, asAt: Day): Remark[] {
  const now = { from: asAt, to: asAt };
  const [born, died, expected] = [range(of?.born), range(of?.died), range(of?.expected)];
  const grown = nthBirthday(18, of?.born);
  const adult = grown?.kind === 'days' && isAfter(now, { from: grown.days.from, to: grown.days.to });
  const onPlan = plan !== undefined && plan !== 'none';
  const says = 'The child is past the 18th birthday and a plan is still open: record its end.';
  return [
    ...(isAfter(born, died)
      ? [error('death_before_birth', 'The child dies before being born: correct one of the two.', ['child', 'died'])]
      : []),
    ...(isAfter(died, now)
      ? [error('death_in_future', `The death is after ${asAt}, the day of this assessment.`, ['child', 'died'])]
      : []),
    ...(isAfter(now, expected)
      ? [
          warning(
            'expected_date_passed',
            'The expected date of delivery has passed: give the date of birth, once the child is born.',
            ['child', 'expected'],
          ),
        ]
      : []),
    ...(expected && care && care !== 'none'
      ? [error('unborn_looked_after', 'An unborn child cannot be looked after.', ['looked_after'])]
      : []),
    ...(adult && onPlan ? [warning('plan_after_eighteen', says, ['current_plan'])] : []),
  ];
}

function afterDeath(file: CaseFile): Remark[] {
  const died = range(file.child?.died);
  if (!died) return [];
  const { current_plan: plan, looked_after: care } = file;
  const open = plan !== undefined && plan !== 'none';
  const began = open && isAfter(range(plan.began), died);
  const list = care === undefined || care === 'none' ? [] : care.episodes;
  return [
    ...(began
      ? [error('plan_after_death', 'This plan begins after the death of the child.', ['current_plan', 'began'])]
      : []),
    ...(open && !began
      ? [warning('plan_after_death', 'The child has died and a plan is still open: record its end.', ['current_plan'])]
      : []),
    ...list.flatMap((episode, i) =>
      isAfter(range(episode.began), died) || episode.ended === undefined
        ? [
            error('looked_after_after_death', 'The child is looked after beyond the day of death.', [
              'looked_after',
              'episodes',
              i,
            ]),
          ]
        : [],
    ),
    ...(file.meetings?.list ?? []).flatMap(({ date }, i) =>
      isAfter(range(date), died)
        ? [
            warning('meeting_after_death', 'This meeting is after the death of the child: check the date.', [
              'meetings',
              'list',
              i,
              'date',
            ]),
          ]
        : [],
    ),
  ];
}

function episodes({ looked_after: care }: CaseFile, asAt: Day): Remark[] {
  const list = care === undefined || care === 'none' ? [] : care.episodes;
  const at = (i: number, key?: string): Path => ['looked_after', 'episodes', i, ...(key ? [key] : [])];
  const single = list.flatMap((episode, i) => {
    const [began, ended] = [range(episode.began), range(episode.ended)];
    return [
      ...(isAfter(began, ended)
        ? [
            error(
              'episode_ends_before_start',
              'This episode ends before it begins: correct one of the two dates.',
              at(i, 'ended'),
            ),
          ]
        : []),
      ...(isAfter(began, { from: asAt, to: asAt })
        ? [error('episode_in_future', `This episode begins after ${asAt}, the day of this assessment.`, at(i, 'began'))]
        : []),
      ...(episode.legal_status === 'V2' && episode.placement === 'P1'
        ? [
            error(
              'placement_not_allowed',
              'A child under section 20 (V2) is not placed with the own parents (P1): correct the legal status or the placement.',
              at(i, 'placement'),
            ),
          ]
        : []),
    ];
  });
  return [...single, ...pairs(list).flatMap(([a, b, i]) => together(a, b, at(i)))];
}

function pairs(list: readonly Episode[]): [Episode, Episode, number][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b, n): [Episode, Episode, number] => [a, b, i + 1 + n]));
}

function together(a: Episode, b: Episode, path: Path): Remark[] {
  if (a.ended === undefined && b.ended === undefined) {
    return [
      error('two_open_episodes', 'Two looked-after episodes are open at the same time: end the earlier one.', path),
    ];
  }
  const [startA, startB] = [range(a.began), range(b.began)];
  const [endA, endB] = [a, b].map(({ ended }) => range(ended)?.from ?? LAST_DAY);
  const overlap = startA && startB && endA && endB && startA.to < endB && startB.to < endA;
  return overlap ? [error('overlapping_episodes', 'Two looked-after episodes overlap: correct the dates.', path)] : [];
}

const CONFERENCES = ['initial_conference', 'review_conference', 'transfer_conference', 'combined_meeting'];

function meetings({ meetings: of, current_plan: plan }: CaseFile): Remark[] {
  const began = plan === undefined || plan === 'none' ? undefined : range(plan.began);
  return (of?.list ?? []).flatMap(({ kind, date, minutes_sent: sent, decided }, i) => {
    const day = range(date);
    const at = (key: string): Path => ['meetings', 'list', i, key];
    const weekend = day && isExact(day) && weekday(day.from) % 6 === 0 && CONFERENCES.includes(kind);
    const other =
      kind === 'initial_conference' &&
      decided === 'plan_made' &&
      began &&
      day &&
      (isAfter(day, began) || isAfter(began, day));
    return [
      ...(weekend
        ? [
            warning(
              'conference_at_weekend',
              'This conference falls on a Saturday or Sunday: check the date.',
              at('date'),
            ),
          ]
        : []),
      ...(isAfter(day, range(sent))
        ? [
            error(
              'minutes_before_meeting',
              'The minutes go out before the meeting: correct one of the two dates.',
              at('minutes_sent'),
            ),
          ]
        : []),
      ...(other
        ? [
            warning(
              'plan_not_from_conference',
              'A plan begins on the day of the initial conference that makes it; here the two days differ.',
              at('date'),
            ),
          ]
        : []),
    ];
  });
}
