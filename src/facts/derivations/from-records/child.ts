import { days, NO, YES } from '../../knowledge.ts';
import { isUnborn } from '../../records/child.ts';
import type { DerivationContext } from '../context.ts';
import { form } from '../form.ts';
import { nthBirthday } from './birthday.ts';

export const child = form({
  key: 'child',
  says: 'A date of the child: birth, expected birth or death. Also whether the child is still to be born, or whether the file shows that the child has died, or is 18 or has died.',
  schema: ({ z }) =>
    z.strictObject({ child: z.enum(['born', 'expected', 'died', 'unborn', 'has_died', 'grown_or_died']) }),
  examples: [{ child: 'unborn' }],
  inputs: ({ child: field }) => ({ lists: ['child'], ...(isShown(field) && { isAssumed: true }) }),
  gives: ({ child: field }) => {
    if (field === 'unborn' || isShown(field)) return { types: ['yes_no'] };
    return { types: ['date'], isBirthday: field === 'born' };
  },
  isOver: () => true,
  workOut: ({ child: field }, context) => {
    if (field === 'unborn') return isUnborn(context.records, context.asAt);
    if (isShown(field)) return (field === 'has_died' ? hasDied(context) : isGrownOrDead(context)) ? YES : NO;
    const date = context.records.child?.[field];
    return date && days(date);
  },
  shownBy: ({ child: field }) => (isShown(field) ? { child: { died: '2000-01-01' } } : undefined),
});

/** What the file shows, and not more: where it holds no date, the answer is no. */
const isShown = (field: string): field is 'has_died' | 'grown_or_died' =>
  field === 'has_died' || field === 'grown_or_died';

const hasDied = ({ records: { child: dates }, asAt }: DerivationContext): boolean =>
  dates?.died !== undefined && dates.died.from <= asAt;

/** Whether the file shows that the child is 18, or has died. */
export const isGrownOrDead = (context: DerivationContext): boolean => hasDied(context) || isGrown(context);

const isGrown = ({ records: { child: dates }, asAt }: DerivationContext): boolean =>
  dates?.born !== undefined && nthBirthday(18, dates.born).to <= asAt;
