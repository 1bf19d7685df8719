import type { Day } from '../../calendar/dates.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { ChildRecords, EnquiryRecord, Found } from '../records.ts';
import { chainCare } from './chain-care.ts';
import { chainPlans } from './chain-plans.ts';
import { claimsIn } from './counts.ts';
import { meetingsIn, stepsIn, visitsIn } from './tell-lists.ts';
import { compare, distinct, type Given, given, inOrder, type Remark, sides, type Told, type ToldPlan } from './told.ts';

/** What all sources together say of one child, whatever their order. Pure. */
export function tell(all: readonly ChildRecords[]): Told {
  const pieces = inOrder(all);
  const remarks: Remark[] = [];
  const births = daysIn(pieces, ({ born }) => born);
  if (births.length > 1) return twoChildren(births);
  const plans = chainPlans(pieces, remarks);
  const [born] = births;
  const [expected, died] = [
    onlyDay(pieces, ({ expected: day }) => day, safe`the expected date of birth`, remarks),
    onlyDay(pieces, ({ died: day }) => day, safe`the date of death`, remarks),
  ];
  const enquiry = presentEnquiry(pieces, plans);
  for (const piece of pieces) remarks.push(...hintsOf(piece));
  return {
    isTwoChildren: false,
    ...(born && { born }),
    ...(expected && { expected }),
    ...(died && { died }),
    plans,
    meetings: meetingsIn(pieces, remarks),
    ...(enquiry && { strategy: given(enquiry.found.start, enquiry.source) }),
    ...(enquiry?.found.target && { target: given(enquiry.found.target, enquiry.source) }),
    episodes: chainCare(pieces, remarks),
    visits: visitsIn(pieces),
    steps: stepsIn(pieces),
    claims: claimsIn(pieces),
    remarks: onceEach(remarks),
  };
}

function twoChildren(births: readonly Given<Day>[]): Told {
  const says = safe`Sources give this child different dates of birth. Nothing of this child is imported. Are they one child?`;
  const place = births.at(-1)?.place;
  const remark: Remark = { kind: 'conflict', code: safe`birth_dates_differ`, says, shown: sides(births) };
  const none = { plans: [], meetings: [], episodes: [], visits: [], steps: [], claims: [] };
  return { isTwoChildren: true, ...none, remarks: [{ ...remark, ...(place && { place }) }] };
}

type DayOf = (piece: ChildRecords) => Found<Day> | undefined;

const daysIn = (pieces: readonly ChildRecords[], of: DayOf): Given<Day>[] =>
  distinct(
    pieces.flatMap((piece) => {
      const found = of(piece);
      return found ? [given(found, piece.source)] : [];
    }),
  );

/** A day on which all sources that have it agree. */
function onlyDay(pieces: readonly ChildRecords[], of: DayOf, what: Safe, remarks: Remark[]): Given<Day> | undefined {
  const days = daysIn(pieces, of);
  if (days.length > 1) {
    const says = safe`Sources do not agree on ${what}. None is chosen. Correct the source that is wrong.`;
    const place = days.at(-1)?.place;
    remarks.push({ kind: 'conflict', code: safe`sources_differ`, says, shown: sides(days), ...(place && { place }) });
  }
  return days.length === 1 ? days[0] : undefined;
}

interface Enquiry {
  readonly found: EnquiryRecord;
  readonly source: ChildRecords['source'];
}

/** The enquiry that led to the open plan; else the latest one, where it has led to no conference and may still do so. */
function presentEnquiry(pieces: readonly ChildRecords[], plans: readonly ToldPlan[]): Enquiry | undefined {
  const all = pieces.flatMap(({ enquiries, source }) => enquiries.map((found): Enquiry => ({ found, source })));
  const sorted = all.toSorted((a, b) => compare(a.found.start.value, b.found.start.value));
  const open = plans.find(({ openOn }) => openOn !== undefined);
  if (open) return sorted.find(({ found }) => found.conference?.value === open.start);
  const last = sorted.findLast(({ found }) => found.start.value === sorted.at(-1)?.found.start.value);
  const isOver = last?.found.conference !== undefined || last?.found.noConference?.value === true;
  const led = plans.some(({ start }) => last && start >= last.found.start.value);
  // It was told first by the return of an earlier year
  return isOver || led ? undefined : sorted.find(({ found }) => found.start.value === last?.found.start.value);
}

/** What a source hints at, and what it asks to forget, as questions. */
function hintsOf({ hints, purged }: ChildRecords): Remark[] {
  const asked = hints.map(({ code, says, place, day }): Remark => {
    return {
      kind: 'question',
      code: known(code),
      says,
      place,
      ...(day && { shown: `\`${day}\`.` }),
    };
  });
  const forgotten = purged.map(({ place, start }): Remark => {
    const says = safe`The source asks to forget this. It is not imported. If the case file has it, decide if it stays.`;
    return { kind: 'question', code: safe`purged`, says, place, ...(start && { shown: `\`${start}\`.` }) };
  });
  return [...asked, ...forgotten];
}

/** Several returns hint at the same; it is said once. */
function onceEach(remarks: readonly Remark[]): Remark[] {
  const key = ({ code, says, shown }: Remark): string => `${code} ${says} ${shown ?? ''}`;
  return remarks.filter((one, i) => remarks.findIndex((other) => key(other) === key(one)) === i);
}
