import type { CaseFile } from '../../case/file/case-schema.ts';
import { type ImportedFrom, importedFrom } from '../../case/file/imported.ts';
import { range } from '../../case/sheet/records.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { Edit } from '../../yaml/write.ts';
import type { Place, Source } from '../records.ts';
import type { Remark } from './told.ts';

/** Something that changes in a case file, or that stands against what is there. */
export interface Item extends Remark {
  /** Where in the case file it stands. */
  readonly path?: Path;
}

/** What an import comes to for one case. */
export class Outcome {
  readonly edits: Edit[] = [];
  readonly items: Item[] = [];
  /** How many values were added. */
  added = 0;

  constructor(readonly file: CaseFile | undefined) {}

  /** Adds a value that the file does not have. */
  add(path: Path, value: unknown): void {
    this.added += 1;
    this.edits.push({ path, value });
  }

  /** Changes what an import wrote before, and says what was there. */
  change(path: Path, value: unknown): void {
    this.edits.push({ path, value });
  }

  /** A value gives way to that of a later return. */
  changed(says: Safe, was: unknown, now: unknown, { source, place }: Origin, path: Path): void {
    const shown = `It was \`${was}\`; it is \`${now}\` (${source.label}, ${place.file}:${place.line}).`;
    this.items.push({ kind: 'change', code: safe`changed`, says, shown, place, path });
  }

  /** What a person wrote, or nobody knows who, stays; both sides are shown. */
  conflict(code: Safe, says: Safe, held: unknown, told: unknown, { source, place }: Origin, path: Path): void {
    const shown = `The case file has \`${held}\`; the return has \`${told}\` (${source.label}, ${place.file}:${place.line}).`;
    this.items.push({ kind: 'conflict', code, says, shown, place, path });
  }
}

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

/** Who wrote a record of the case file: an import of a day, or a person. */
export const writtenBy = ({ source }: { readonly source?: string | undefined }): ImportedFrom | 'person' =>
  importedFrom(source) ?? 'person';

/**
 * How a value of a return stands to one of the case file that differs: it follows a later return, an older return says
 * nothing new, and anything else is for a person to decide. A value that differs in the same return was corrected by hand.
 */
export function standing(told: Source, held: ImportedFrom | 'person'): 'follows' | 'older' | 'conflict' {
  if (held === 'person' || told.dataDate === held.day) return 'conflict';
  return told.dataDate > held.day ? 'follows' : 'older';
}
