import type { FactScope } from '../../facts/fact-scope.ts';
import type { Remark } from '../../messages/diagnostic.ts';
import { didYouMean, inShort, oneOf, quoted } from '../../messages/suggest.ts';
import type { CaseFile } from '../file/case-schema.ts';

/** Analyses, matters and meetings of a case that none of its packs knows. */
export const unknownNames = (file: CaseFile, scope: FactScope): Remark[] => [
  ...unknownAnalyses(file, scope),
  ...unknownMatters(file, scope),
  ...unknownMeetings(file, scope),
];

function unknownAnalyses({ analysis = {} }: CaseFile, { analyses }: FactScope): Remark[] {
  return Object.keys(analysis)
    .filter((id) => !analyses.has(id))
    .map((id) => {
      const hint = didYouMean(id, analyses.keys());
      const says = `\`${inShort(id)}\` is not an analysis that the packs of this case ask for.${hint}`;
      return { code: 'unknown_fact', severity: 'error', says, path: ['analysis', id], at: 'key' };
    });
}

function unknownMatters({ analysis = {} }: CaseFile, { analyses }: FactScope): Remark[] {
  return Object.entries(analysis).flatMap(([id, { covers = [] }]) => {
    const matters = analyses.get(id);
    return covers.flatMap((matter, i): Remark[] => {
      if (!matters || matters.includes(matter)) return [];
      const says = `This is not a matter that \`${id}\` covers: write some of ${oneOf(matters)}.`;
      const path = ['analysis', id, 'covers', i];
      return [{ code: 'unknown_fact', severity: 'error', says, found: quoted(matter, matters), path }];
    });
  });
}

function unknownMeetings({ meetings }: CaseFile, { meetings: kinds }: FactScope): Remark[] {
  return (meetings?.list ?? []).flatMap(({ kind }, i): Remark[] => {
    if (kinds.has(kind)) return [];
    const known = [...kinds.keys()];
    const says = `This is not a kind of meeting that the packs of this case know: write ${oneOf(known, 20)}.`;
    const path = ['meetings', 'list', i, 'kind'];
    return [{ code: 'unknown_meeting', severity: 'error', says, found: quoted(kind, known), path }];
  });
}
