import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { rulebook } from '../../policy/folder/rulebook.ts';
import { assess } from '../case/assess.ts';
import type { Assessment } from '../case/assessment.ts';
import type { Side } from './pack-diff.ts';

/** Something about one case that two packs say otherwise. */
export interface CaseChange {
  readonly what: 'question' | 'finding';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What speaks under the second pack; where nothing does, under the first. */
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** What a case file would be told otherwise under the second of two packs. */
export function changesOf(file: CaseFile, old: Side, now: Side, asAt: Day): CaseChange[] {
  const [before, after] = [old, now].map(({ pack, vocabulary }) =>
    told(assess(file, rulebook(vocabulary, [pack]), asAt)),
  ) as [Told, Told];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was?.says === is?.says || (!was && is?.says === QUIET) || (!is && was?.says === QUIET)) return [];
    const [what, id] = key.split(' ') as [CaseChange['what'], string];
    const { rules = [], clauses = [] } = is ?? was ?? {};
    return [{ what, id, from: was?.says ?? 'nothing', to: is?.says ?? 'nothing', rules, clauses }];
  });
}

const QUIET = 'not_applicable';

type Told = ReadonlyMap<
  string,
  { readonly says: string; readonly rules: readonly string[]; readonly clauses: readonly string[] }
>;

function told({ questions, findings }: Assessment): Told {
  return new Map([
    ...questions.map(
      ({ id, possible, rules, clauses }) =>
        [`question ${id}`, { says: possible.join(' or '), rules, clauses }] as const,
    ),
    ...findings.map(
      ({ rule, state, clauses }) => [`finding ${rule}`, { says: state, rules: [rule], clauses }] as const,
    ),
  ]);
}
