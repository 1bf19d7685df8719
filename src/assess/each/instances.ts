import type { Day, DayRange } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { ForEach } from '../../policy/pack/pack-schema.ts';

/** One meeting, challenge or other occurrence for which something must be done. */
export interface Instance {
  /** The kind of meeting or occurrence. */
  readonly kind: string;
  /** From when it is counted: its day, or the day on which it came to its stage. */
  readonly on: DayRange | undefined;
  /** Whether it was done for this one; undefined where that is not recorded. */
  readonly isDone: boolean | undefined;
  readonly done: DayRange | undefined;
  /** Where it stands in the case file. */
  readonly path: Path;
}

/** The instances on record, earliest first, and whether that is all of them. */
export interface Instances {
  readonly isWhole: boolean;
  readonly list: readonly Instance[];
}

/**
 * What a requirement is asked for once each; undefined where the case file does not say whether there was any.
 * @param since a date: only what was from then on; `unknown` where it is wanted and not known
 */
export function instancesOf(
  { each, id }: { readonly each: ForEach; readonly id: string },
  file: CaseFile,
  asAt: Day,
  since: DayRange | 'unknown' | undefined,
): Instances | undefined {
  if (since === 'unknown') return undefined;
  const all = each.meeting === undefined ? occurrences(each, id, file) : meetings(each, file);
  if (!all) return undefined;
  const counts = ({ on }: Instance): boolean =>
    on === undefined || (on.from <= asAt && (since === undefined || on.to >= since.from));
  const list = all.list.filter(counts).sort((a, b) => ((a.on?.from ?? '') < (b.on?.from ?? '') ? -1 : 1));
  return { ...all, list };
}

function meetings({ meeting }: ForEach, { meetings: listed }: CaseFile): Instances | undefined {
  if (!listed) return undefined;
  const kinds = [meeting ?? []].flat();
  const list = listed.list.flatMap(({ kind, date, held, minutes_sent: sent }, i): Instance[] => {
    if (!kinds.includes(kind) || held === false) return [];
    return [
      {
        kind,
        on: range(date),
        isDone: sent === undefined ? undefined : true,
        done: range(sent),
        path: ['meetings', 'list', i],
      },
    ];
  });
  return { isWhole: listed.complete === true, list };
}

/** What is closed counts as done on that day; what still stands in its stage is known not to be. */
function occurrences(
  { occurrence, stage }: ForEach,
  id: string,
  { occurrences: listed }: CaseFile,
): Instances | undefined {
  if (!listed) return undefined;
  const list = listed.list.flatMap((one, i): Instance[] => {
    if (one.kind !== occurrence || (stage !== undefined && one.stage !== stage)) return [];
    const own = one.done?.[id];
    const day = own === undefined || own === 'no' ? range(one.closed) : range(own);
    const isOpen = own === 'no' || (stage !== undefined && day === undefined) ? false : undefined;
    const on = range(stage === undefined ? one.date : (one.stage_since ?? one.date));
    return [{ kind: one.kind, on, isDone: day ? true : isOpen, done: day, path: ['occurrences', 'list', i] }];
  });
  return { isWhole: listed.complete === true, list };
}
