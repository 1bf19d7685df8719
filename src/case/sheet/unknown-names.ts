import type { Remark } from '../../messages/diagnostic.ts';
import { didYouMean, inShort, oneOf, quoted } from '../../messages/suggest.ts';
import type { CaseFile } from '../file/case-schema.ts';
import type { Frame } from './read-facts.ts';

/** Analyses, matters and meetings of a case that none of its packs knows. */
export const strangers = (file: CaseFile, frame: Frame): Remark[] => [
  ...strangeAnalyses(file, frame),
  ...strangeMatters(file, frame),
  ...strangeMeetings(file, frame),
];

function strangeAnalyses({ analysis = {} }: CaseFile, { analyses }: Frame): Remark[] {
  return Object.keys(analysis)
    .filter((id) => !analyses.has(id))
    .map((id) => {
      const hint = didYouMean(id, analyses.keys());
      const says = `\`${inShort(id)}\` is not an analysis that the packs of this case ask for.${hint}`;
      return { code: 'unknown_fact', severity: 'error', says, path: ['analysis', id], at: 'key' };
    });
}

function strangeMatters({ analysis = {} }: CaseFile, { analyses }: Frame): Remark[] {
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

function strangeMeetings({ meetings }: CaseFile, { meetings: kinds }: Frame): Remark[] {
  return (meetings?.list ?? []).flatMap(({ kind }, i): Remark[] => {
    if (kinds.has(kind)) return [];
    const known = [...kinds.keys()];
    const says = `This is not a kind of meeting that the packs of this case know: write ${oneOf(known, 20)}.`;
    const path = ['meetings', 'list', i, 'kind'];
    return [{ code: 'unknown_meeting', severity: 'error', says, found: quoted(kind, known), path }];
  });
}
