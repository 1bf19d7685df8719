import type { Path } from '../../messages/diagnostic.ts';
import { changeAt } from './change.ts';
import type { Condition } from './condition.ts';
import {
  type Assumption,
  type Contradiction,
  type Decider,
  type Indicator,
  type Pack,
  type Question,
  type Requirement,
  type Rule,
  rulesOf,
  type Term,
} from './pack.ts';

/** A part of a pack that has conditions. */
export type Owner<C = Condition> =
  | Term<C>
  | Assumption<C>
  | Contradiction<C>
  | Question<C>
  | Decider<C>
  | Rule<C>
  | Requirement<C>
  | Indicator<C>;

/** A condition of a pack, the part that owns it, and where it stands in the file. */
export interface OwnedCondition<C = Condition> {
  readonly owner: Owner<C>;
  readonly key: 'means' | 'in_play' | 'when' | 'evidence' | 'refused' | 'not_until';
  readonly path: Path;
  readonly condition: C;
}

/** Every condition of a pack, in the order of the file. */
export function* conditionsOf<C>(pack: Pack<C>): Generator<OwnedCondition<C>> {
  for (const term of Object.values(pack.terms)) yield owned(term, 'means', term.means);
  for (const assumption of pack.impossible) yield owned(assumption, 'when', assumption.when);
  for (const contradiction of Object.values(pack.contradictions))
    yield owned(contradiction, 'when', contradiction.when);
  for (const question of Object.values(pack.questions)) {
    yield owned(question, 'in_play', question.in_play);
    for (const decider of question.decided_by ?? [])
      if (Object.hasOwn(decider, 'when')) yield owned(decider, 'when', decider.when as C);
    for (const rule of rulesOf(question)) yield owned(rule, 'when', rule.when);
  }
  for (const requirement of Object.values(pack.requirements)) {
    yield owned(requirement, 'when', requirement.when);
    if (Object.hasOwn(requirement, 'evidence')) yield owned(requirement, 'evidence', requirement.evidence as C);
    if (Object.hasOwn(requirement, 'refused')) yield owned(requirement, 'refused', requirement.refused as C);
    if (requirement.not_until) yield owned(requirement, 'not_until', requirement.not_until.when, ['when']);
  }
  for (const indicator of Object.values(pack.indicators)) yield owned(indicator, 'when', indicator.when);
}

const owned = <C>(owner: Owner<C>, key: OwnedCondition['key'], condition: C, below: Path = []): OwnedCondition<C> => {
  return { owner, key, path: [...owner.path, key, ...below], condition };
};

/** The same pack in which one of its conditions is another. @throws where the condition is not of this pack */
export function withCondition(pack: Pack, { path, condition }: OwnedCondition, by: Condition): Pack {
  const stands = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)?.[step], pack);
  if (stands !== condition) throw new Error(`the condition at ${path.join(' ')} is not one of this pack`);
  return changeAt(pack, path, by);
}
