import type { DayRange } from '../../calendar/dates.ts';
import { formOf } from '../../facts/derivations/table.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Assessment } from '../case/assessment.ts';

type FactView = Pick<Assessment, 'sheet' | 'asAt'>;

/** Whether what is known of a fact can still become otherwise: a count of past events, or a time between them, cannot. */
export function canChange(pack: CompiledPack, fact: string, { sheet, asAt }: FactView): boolean {
  const how = pack.facts.get(fact)?.derive;
  if (!how) return true;
  const { known, derived } = sheet.states.get(fact) ?? { known: undefined };
  const daysOf = (other: string): DayRange | undefined => {
    const days = sheet.states.get(other)?.known;
    return days?.kind === 'days' ? days.days : undefined;
  };
  return !formOf(how).isOver(how, {
    isYes: derived === true && known?.kind === 'options' && known.mask === YES_MASK,
    isAhead: (date) => (daysOf(date)?.from ?? '') > asAt,
    hasCome: (date) => (daysOf(date)?.to ?? '9') <= asAt,
  });
}

const YES_MASK = 0b01;
