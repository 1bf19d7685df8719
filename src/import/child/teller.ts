import type { Severity } from '../../messages/diagnostic.ts';
import type { Safe } from '../../messages/safe.ts';
import type { Problem } from '../reading.ts';
import type { Place } from '../records.ts';

/** Collects what there is to say about files, until it is taken over. */
export class Teller {
  private list: Problem[] = [];
  private readonly once = new Set<string>();
  /** The child whose rows are being read. */
  child: string | undefined;

  say(
    severity: Severity,
    code: Safe,
    says: Safe,
    place: Place,
    more: Pick<Problem, 'shown' | 'refuses' | 'kind'> = {},
  ): void {
    // the same cell may be looked at for two records
    if (this.list.some((one) => one.code === code && isSamePlace(one.place, place))) return;
    const about = this.child === undefined ? {} : { child: this.child };
    this.list.push({ code, severity, says, place, ...about, ...more });
  }

  /** Says something of a file once, at the first place, however often it occurs there. */
  sayOnce(code: Safe, says: Safe, place: Place): void {
    const key = `${code} ${place.file} ${place.sheet ?? ''} ${place.header ?? ''}`;
    if (this.once.has(key)) return;
    this.once.add(key);
    this.list.push({ code, severity: 'note', says, place });
  }

  /** Hands over what was said since the last time. */
  take(): readonly Problem[] {
    const { list } = this;
    if (list.length > 0) this.list = [];
    return list.length > 1 ? list.sort(byPlace) : list;
  }
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.line === b.line && a.column === b.column && a.file === b.file && a.sheet === b.sheet && a.header === b.header;

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
