import type { CaseFile } from '../../case/file/case-schema.ts';
import type { FactScope } from '../../facts/fact-scope.ts';
import { type Meanings, meaningsIn } from '../../policy/folder/clashes.ts';

type Section = keyof Meanings;

/** Whether an id of a case file means the same under one authority as where it was written. */
type IsMeant = (section: Section, id: string) => boolean;

/**
 * Tells for each authority which answers of a case are answers there. An id means what it means under the packs of the
 * case. One that those do not have counts only where all authorities that have it mean the same by it.
 */
export function meantUnder(home: FactScope | undefined, all: readonly FactScope[]): (there: FactScope) => IsMeant {
  const own = home && meaningsIn(home);
  const others = new Map(all.map((scope) => [scope, meaningsIn(scope)]));
  const differ = (section: Section, id: string): boolean =>
    new Set([...others.values()].flatMap((one) => one[section].get(id) ?? [])).size > 1;
  return (there) => {
    const here = others.get(there) ?? meaningsIn(there);
    return (section, id) => {
      const means = here[section].get(id);
      const meant = own?.[section].get(id);
      return means === undefined || (meant === undefined ? !differ(section, id) : meant === means);
    };
  };
}

/** A case file without the answers that mean something else, and their names. */
export function withoutForeign(file: CaseFile, isMeant: IsMeant): { file: CaseFile; left: readonly string[] } {
  const left: string[] = [];
  const keep = (section: Section, id: string): boolean => {
    const isKept = isMeant(section, id);
    if (!isKept) left.push(id);
    return isKept;
  };
  const facts = <T>(group: Readonly<Record<string, T>> | undefined, list = ''): Record<string, T> =>
    Object.fromEntries(Object.entries(group ?? {}).filter(([id]) => keep('facts', `${list}${id}`)));
  const { dates, answers, records, checklists = {}, analysis = {}, meetings } = file;
  const lists = Object.entries(checklists).map(([list, items]) => [list, facts(items, `${list}.`)] as const);
  const texts = Object.entries(analysis).filter(([id]) => keep('analyses', id));
  const kept = {
    ...file,
    ...(dates && { dates: facts(dates) }),
    ...(answers && { answers: facts(answers) }),
    ...(records && { records: facts(records) }),
    ...(file.checklists && { checklists: Object.fromEntries(lists) }),
    ...(file.analysis && { analysis: Object.fromEntries(texts) }),
    ...(meetings && { meetings: ownMeetings(meetings, (kind) => keep('meetings', kind)) }),
  };
  return { file: kept, left: [...new Set(left)] };
}

/** A list that lost a meeting does not show that a kind of meeting was not held. */
function ownMeetings(meetings: NonNullable<CaseFile['meetings']>, keep: (kind: string) => boolean) {
  const list = meetings.list.filter(({ kind }) => keep(kind));
  const { complete: _, ...rest } = meetings;
  return list.length === meetings.list.length ? meetings : { ...rest, list };
}
