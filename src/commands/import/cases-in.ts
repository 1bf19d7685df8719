import { caseFrom } from '../../case/file/case-from.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { sourceAt } from '../../cases/case-opener.ts';
import { findBelow } from '../../files/find/find-cases.ts';
import { isThere } from '../../files/write/standing.ts';
import { UserError } from '../../messages/errors.ts';

/** A case file that is there already. */
export interface Standing {
  readonly path: string;
  readonly text: string;
  /** Absent where it has faults: it is left as it is. */
  readonly file: CaseFile | undefined;
}

/** The case files of a folder by the references of their cases; several where one reference stands in several files. */
export async function casesIn(folder: string): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const found = new Map<string, Standing[]>();
  if (!isThere(folder)) return found;
  for (const path of findBelow(folder)) {
    const source = sourceAt(path);
    if (source instanceof UserError) continue;
    const { value } = source;
    const ref: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'case') : undefined;
    if (typeof ref !== 'string') continue;
    const { file } = await caseFrom(source);
    found.set(ref, [...(found.get(ref) ?? []), { path, text: source.text, file }]);
  }
  return found;
}
