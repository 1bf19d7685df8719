import { type Day, type DayRange, exactly } from '../../calendar/dates.ts';
import { nthBirthday } from '../../facts/derivations/derive-dates.ts';
import type { Path, Remark } from '../../messages/diagnostic.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/care.ts';
import { type Fault, isAfter, remarksOf } from './fault.ts';

/** What a case file says against itself on the child's birth, age and death. */
export function childConsistency(file: CaseFile, asAt: Day): Remark[] {
  const died = range(file.child?.died);
  return remarksOf([...dates(file, asAt), ...(died ? afterDeath(file, died) : [])]);
}

const CHILD = (key: string): Path => ['child', key];

function dates({ child, current_plan: plan, looked_after: care }: CaseFile, asAt: Day): Fault[] {
  const now = exactly(asAt);
  const [born, died, expected] = [range(child?.born), range(child?.died), range(child?.expected)];
  const grown = nthBirthday(18, child?.born);
  const isAdult = grown?.kind === 'days' && isAfter(now, grown.days);
  const onPlan = plan !== undefined && plan !== 'none';
  const unborn = expected !== undefined && care !== undefined && care !== 'none';
  const late = 'The expected date of delivery has passed: give the date of birth, once the child is born.';
  const open = 'The child is past the 18th birthday and a plan is still open: record its end.';
  return [
    [
      isAfter(born, died),
      'error',
      'death_before_birth',
      'The child dies before being born: correct one of the two.',
      CHILD('died'),
    ],
    [
      isAfter(died, now),
      'error',
      'death_in_future',
      `The death is after ${asAt}, the day of this assessment.`,
      CHILD('died'),
    ],
    [isAfter(now, expected), 'warning', 'expected_date_passed', late, CHILD('expected')],
    [unborn, 'error', 'unborn_looked_after', 'An unborn child cannot be looked after.', ['looked_after']],
    [isAdult && onPlan, 'warning', 'plan_after_eighteen', open, ['current_plan']],
  ];
}

function afterDeath(file: CaseFile, died: DayRange): Fault[] {
  const plan = file.current_plan;
  const onPlan = plan !== undefined && plan !== 'none';
  const began = onPlan && isAfter(range(plan.began), died);
  const open = 'The child has died and a plan is still open: record its end.';
  return [
    [began, 'error', 'plan_after_death', 'This plan begins after the death of the child.', ['current_plan', 'began']],
    [onPlan && !began, 'warning', 'plan_after_death', open, ['current_plan']],
    ...episodesIn(file).map((episode, i): Fault => {
      const goesOn = isAfter(range(episode.began), died) || episode.ended === undefined;
      const says = 'The child is looked after beyond the day of death.';
      return [goesOn, 'error', 'looked_after_after_death', says, ['looked_after', 'episodes', i]];
    }),
    ...(file.meetings?.list ?? []).map(({ date }, i): Fault => {
      const says = 'This meeting is after the death of the child: check the date.';
      return [isAfter(range(date), died), 'warning', 'meeting_after_death', says, ['meetings', 'list', i, 'date']];
    }),
  ];
}
