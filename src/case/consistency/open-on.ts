import type { Day } from '../../calendar/dates.ts';
import { type Diagnostic, error, note, type Path } from '../../messages/diagnostic.ts';
import { onDay, safe } from '../../messages/safe.ts';
import type { CaseFile } from '../file/case-schema.ts';
import { episodesIn, range } from '../sheet/records.ts';
import { unconfirmed } from '../sheet/unconfirmed.ts';
import { holding, isAfter } from './holding.ts';

/** Code of what is said of something that was open on the day of a record. */
export const NOT_CONFIRMED = safe`not_confirmed`;

/** What was open on the day of a record and is still to be confirmed, and days that cannot be right. */
export const openOnConsistency = (file: CaseFile, asAt: Day): Diagnostic[] => [
  ...unconfirmed(file, asAt).map(({ list, openOn, path }) => {
    const what = list === 'current_plan' ? safe`On a plan` : safe`Looked after`;
    const says = safe`${what} on ${onDay(openOn)}: confirm. Is it still so? Until somebody says, what it asks for stays in view.`;
    return note(NOT_CONFIRMED, says, path);
  }),
  ...holding([...given(file)].flatMap(([record, path]) => days(record, path))),
];

/** Plan and episodes that carry such a day. */
function given({ current_plan: plan, ...rest }: CaseFile): (readonly [Dated, Path])[] {
  const episodes = episodesIn(rest).map((one, i) => [one, ['looked_after', 'episodes', i]] as const);
  return [...(typeof plan === 'object' ? [[plan, ['current_plan']] as const] : []), ...episodes];
}

interface Dated {
  readonly began?: string | number | undefined;
  readonly open_on?: string | number | undefined;
  readonly confirmed?: string | number | undefined;
}

function days({ began, open_on: open, confirmed }: Dated, path: Path): (Diagnostic | false)[] {
  const early = safe`This day is before the start: correct one of the two dates.`;
  return [
    isAfter(range(began), range(open)) && error('open_before_start', early, [...path, 'open_on']),
    isAfter(range(began), range(confirmed)) && error('open_before_start', early, [...path, 'confirmed']),
  ];
}
