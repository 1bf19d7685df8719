import { sectionOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CaseFile } from './case-schema.ts';

/** Where a fact stands, or would stand, in a case file; its section where the file has no entry for it. */
export function pathOf(id: string, fact: Fact | undefined, file: CaseFile): Path {
  const [list, item] = id.split('.');
  if (item !== undefined && list !== undefined)
    return file.analysis?.[list] ? ['analysis', list] : ['checklists', list, item];
  const section = fact ? sectionOf(fact) : 'answers';
  return file[section]?.[id] === undefined ? [section] : [section, id];
}
