import type { Day, DayRange } from '../../calendar/dates.ts';
import type { Derive } from '../../facts/vocabulary-schema.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Assessment } from './assessment.ts';

type FactView = Pick<Assessment, 'sheet' | 'asAt'>;

/** Whether what is known of a fact can still become otherwise: a count of past events, or a time between them, cannot. */
export function canChange(pack: CompiledPack, fact: string, { sheet, asAt }: FactView): boolean {
  const how = pack.facts.get(fact)?.derive;
  if (!how) return true;
  const { known, derived } = sheet.states.get(fact) ?? { known: undefined };
  const isRecorded = derived === true && known?.kind === 'options' && known.mask === YES_MASK;
  const daysOf = (other: string): DayRange | undefined => {
    const days = sheet.states.get(other)?.known;
    return days?.kind === 'days' ? days.days : undefined;
  };
  return !isOver(how, daysOf, asAt, isRecorded);
}

const YES_MASK = 0b01;
const FIXED_IN_CARE: readonly string[] = ['began', 'ended', 'first_legal_status'];

function isOver(how: Derive, daysOf: (fact: string) => DayRange | undefined, asAt: Day, isRecorded: boolean): boolean {
  const isAhead = (fact: string): boolean => (daysOf(fact)?.from ?? '') > asAt;
  const hasCome = (fact: string): boolean => (daysOf(fact)?.to ?? '9') <= asAt;
  if ('count' in how || 'last_plan' in how || 'child' in how || 'birthday' in how) return true;
  if ('care' in how) return FIXED_IN_CARE.includes(how.care);
  if ('happened' in how || 'recorded' in how || ('pick' in how && how.field === 'held')) return isRecorded;
  if ('earlier' in how) return how.earlier.every(hasCome);
  if ('by_dates' in how) return Object.values(how.by_dates).some(hasCome);
  const between = spanOfTime(how);
  return between !== undefined && !between.to.some(isAhead);
}

/** The two ends of a time that is counted; undefined where the fact is none. */
export function spanOfTime(how: Derive): { readonly from: string; readonly to: readonly string[] } | undefined {
  if ('months' in how) return how.months;
  if ('days' in how) return how.days;
  return 'working_days' in how ? how.working_days : undefined;
}
