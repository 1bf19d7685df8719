import type { CheckItem } from '../../assess/case/concern.ts';
import { sourceOf } from '../../policy/pack/sources.ts';
import { helpOf } from './file-rules.ts';

/** A clause as it is cited. */
export interface CitedClause {
  readonly id: string;
  readonly section: string;
  readonly paragraph: number | string;
  /** The document in which it stands. */
  readonly source: string;
  readonly says: string;
}

/** What is to be known of a rule, whichever case it speaks of. */
export interface RuleInfo {
  /** Unique over all packs, such as `repeat-plans/under_a_year`. */
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly clauses: readonly CitedClause[];
}

/** The id of an item's rule over all packs: two packs may use the same name. */
export const ruleId = ({ pack, rule }: Pick<CheckItem, 'pack' | 'rule'>): string =>
  `${pack?.pack.pack ?? 'case-file'}/${rule}`;

/** What the pack, or cpplan itself, says of an item's rule. */
export function ruleInfo(item: CheckItem): RuleInfo {
  const { pack, rule } = item;
  if (!pack) return { id: ruleId(item), title: rule.replaceAll('_', ' '), help: helpOf(rule), clauses: [] };
  const { requirements, questions, clauses } = pack.pack;
  const question = questions[rule];
  const cited = question
    ? question.stages.flatMap((stage) => Object.values(stage.rules).flatMap((r) => r.clauses))
    : (requirements[rule]?.clauses ?? item.clauses);
  return {
    id: ruleId(item),
    title: question?.title ?? rule.replaceAll('_', ' '),
    help: question?.asks ?? requirements[rule]?.says ?? helpOf(rule),
    clauses: [...new Set(cited)].flatMap((id) => {
      const clause = clauses[id];
      return clause
        ? [
            {
              id,
              section: clause.section,
              paragraph: clause.paragraph,
              says: clause.says,
              source: sourceOf(pack.pack, id).title,
            },
          ]
        : [];
    }),
  };
}
