import type { Source } from '../../yaml/read.ts';
import type { ReadCase } from './read-case.ts';
import { caseOfShape } from './shape-check.ts';

/** A read text as a case file, or what keeps it from being one. The schema is loaded only for a file that has faults. */
export async function caseFrom(source: Source): Promise<ReadCase> {
  const file = caseOfShape(source.value);
  if (file) return { source, file, diagnostics: [] };
  const { checkedBySchema } = await import('./read-case.ts');
  return checkedBySchema(source);
}
