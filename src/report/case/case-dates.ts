import type { Assessment } from '../../assess/case/assessment.ts';
import { daysOf } from '../../assess/case/due.ts';
import type { DayRange } from '../../calendar/dates.ts';
import { formOf } from '../../facts/derivations/table.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { capital } from '../words/titles.ts';
import { type Audience, mayShow } from './audience.ts';

/** A date of a case that is known, as far as it is. */
export interface CaseDate {
  readonly fact: string;
  readonly label: string;
  readonly at: DayRange;
}

/**
 * The dates of a case that some readers may see, in the order of the vocabulary; the child's birthdays are
 * left out, which no procedure waits for, and so are dates that stand there under another name.
 */
export function caseDates({ sheet, packs }: Assessment, audience: Audience): CaseDate[] {
  const facts = new Map(packs.flatMap((pack) => [...pack.facts]));
  return [...facts].flatMap(([fact, definition]) => {
    const entry = sheet.states.get(fact)?.entry;
    const shown = definition.type === 'date' && mayShow(typeof entry === 'object' ? entry : {}, audience);
    const at = shown && !isBirthday(definition) && !isRepeated(definition) ? daysOf(sheet, fact) : undefined;
    return at ? [{ fact, label: capital(definition.label.replace(/^the /, '')), at }] : [];
  });
}

const isBirthday = ({ derive }: Fact): boolean =>
  derive !== undefined && formOf(derive).gives(derive).isBirthday === true;

/** The plan is the open one or the last: its dates are those of one of them. */
const isRepeated = ({ derive }: Fact): boolean =>
  derive !== undefined && formOf(derive).gives(derive).isOfAPlan === true;
