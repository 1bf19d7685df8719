import { isAsImported, type Markable } from '../../case/file/as-imported.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { type ImportedFrom, importedFrom } from '../../case/file/imported.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { Edit } from '../../yaml/write.ts';
import type { Place, Source } from '../records.ts';
import type { Remark } from './told.ts';

/** One thing of which a case file and a return have something else. */
export interface Differing {
  /** What it is about, the same from month to month, such as `the date of birth`. */
  readonly about: string;
  readonly held: unknown;
  readonly told: unknown;
  readonly from: Origin;
  readonly path: Path;
  /** What the case file has once the return is followed; empty where a person has to correct it. */
  readonly take: readonly Edit[];
  /** Where both can be right: what then joins the case file. */
  readonly both?: readonly Edit[];
  /** The record that has a source of its own: a value that is kept in it is the person's. */
  readonly record?: Path;
  /** Who keeps what the case file says, says that this plan or episode goes on. */
  readonly goesOn?: Path;
}

/** Something that changes in a case file, or that stands against what is there. */
export interface Item extends Remark {
  /** Where in the case file it stands. */
  readonly path?: Path;
  /** Both sides, where a person can choose one. */
  readonly sides?: Differing;
}

/** Something of a return that the case file does not have. */
export type Offered = Pick<Differing, 'about' | 'told' | 'from'>;

/** The side of a case file that has nothing. */
export const NOTHING = 'nothing';

/** What an import comes to for one case. */
export class Outcome {
  readonly edits: Edit[] = [];
  readonly items: Item[] = [];
  /** What is added, one by one. */
  readonly offers: (Offered & { readonly edit: Edit })[] = [];
  /** How many values were added. */
  added = 0;

  constructor(readonly file: CaseFile | undefined) {}

  /** Who wrote a record of the case file: an import of a day, or a person, who may have left the source of an import. */
  writtenBy(record: Markable & { readonly source?: string | undefined }): ImportedFrom | 'person' {
    const from = importedFrom(record.source);
    return from && isAsImported(record, this.file ?? {}) ? from : 'person';
  }

  /** Adds a value that the file does not have, unless a person has said that the file is right. Gives whether it did. */
  add(path: Path, value: unknown, offered?: Offered): boolean {
    if (offered && this.#isKept({ ...offered, held: NOTHING })) {
      this.#keep({ ...offered, held: NOTHING, path });
      return false;
    }
    const edit = { path, value };
    this.added += 1;
    this.edits.push(edit);
    if (offered) this.offers.push({ ...offered, edit });
    return true;
  }

  /** Changes what an import wrote before, and says what was there. */
  change(path: Path, value: unknown): void {
    this.edits.push({ path, value });
  }

  /** A value gives way to that of a later return. */
  changed(says: Safe, sides: Differing, code: Safe = CHANGED): void {
    const { held, told, from, path } = sides;
    const shown = `It was \`${held}\`; it is \`${told}\` (${sideOf(from)}).`;
    this.items.push({ kind: 'change', code, says, shown, place: from.place, path, sides });
  }

  /**
   * What a person wrote, or nobody knows who, stays; both sides are shown. Where a person has seen both and kept the one
   * of the case file, it is no conflict any more. Gives whether it stands.
   */
  conflict(code: Safe, says: Safe, sides: Differing): boolean {
    const { held, told, from, path } = sides;
    if (this.#isKept(sides)) {
      this.#keep(sides);
      return false;
    }
    const shown = `The case file has \`${held}\`; the return has \`${told}\` (${sideOf(from)}).`;
    this.items.push({ kind: 'conflict', code, says, shown, place: from.place, path, sides });
    return true;
  }

  #isKept = ({ about, held, told }: Pick<Differing, 'about' | 'held' | 'told'>): boolean =>
    (this.file?.differences ?? []).some(
      (one) => one.about === about && String(one.case_file) === String(held) && String(one.return) === String(told),
    );

  #keep({ held, told, from, path }: Pick<Differing, 'held' | 'told' | 'from' | 'path'>): void {
    const shown = `The case file has \`${held}\`; the return has \`${told}\` (${sideOf(from)}).`;
    this.items.push({ kind: 'kept', code: KEPT, says: KEPT_SAYS, shown, place: from.place, path });
  }
}

const CHANGED = safe`changed`;

/** Said of a difference on which a person has decided. */
export const KEPT = safe`kept_beside_return`;
export const KEPT_SAYS = safe`A return says otherwise. Somebody has seen both sides, and kept what the case file says.`;

const sideOf = ({ source, place }: Origin): string => `${source.label}, ${place.file}:${place.line}`;

/** Where a value is from. */
export interface Origin {
  readonly source: Source;
  readonly place: Place;
}

/** Whether a date of the case file, which may be less precise, can be the day that a return has. */
export function fits(held: Parameters<typeof range>[0], told: string): boolean {
  const [one, other] = [range(held), range(told)];
  return one !== undefined && other !== undefined && one.from <= other.to && one.to >= other.from;
}

/** The source of a record that now has a value of a return: a person's source stays, and says what is from elsewhere. */
export function sourceWith(held: string | undefined, part: string, { label }: Source): string {
  return held === undefined || importedFrom(held) ? label : `${held}; ${part} from ${label}`;
}

/**
 * How a value of a return stands to one of the case file that differs: it follows a later return, an older return says
 * nothing new, and anything else is for a person to decide. A value that differs in the same return was corrected by hand.
 */
export function standing(told: Source, held: ImportedFrom | 'person'): 'follows' | 'older' | 'conflict' {
  if (held === 'person' || told.dataDate === held.day) return 'conflict';
  return told.dataDate > held.day ? 'follows' : 'older';
}
