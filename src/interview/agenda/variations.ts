import { type Masks, truthIn } from '../../assess/case/project.ts';
import { instancesOf } from '../../assess/each/instances.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { variationOf } from '../../policy/pack/own-facts.ts';
import { surelyApplies } from './bearing.ts';
import type { CaseView } from './case-view.ts';
import { type AskedKeys, isClosed } from './inputs.ts';
import { RECORDS, type VariationItem } from './item.ts';

/** The departures from what a pack asks for that somebody may approve. */
export const variationItems = (pack: CompiledPack): VariationItem[] =>
  pack.requirements.flatMap((compiled): VariationItem[] => {
    const { variation, clauses, says } = compiled.requirement;
    if (!variation) return [];
    const asked = [{ pack, clauses: variation.clauses ?? clauses }];
    const { who } = variation;
    return [
      {
        kind: 'variation',
        key: variationOf(compiled.id),
        asked,
        heading: RECORDS,
        pack,
        requirement: compiled,
        says,
        who,
      },
    ];
  });

/** The question that is put for a departure. */
export const variationAsked = ({ says }: VariationItem): string =>
  `Was another way approved, and is that on record? The procedure says: ${says}`;

/** Whether an approved departure can still matter: what is asked for surely applies, and is neither done nor refused. */
export function mayVary(
  { key, pack, requirement }: VariationItem,
  known: Masks,
  view: CaseView,
  asked: AskedKeys,
): boolean {
  if (isClosed(key, view, asked) || !surelyApplies(requirement, pack, known, view)) return false;
  return truthIn(pack, requirement.evidence, known) !== true && truthIn(pack, requirement.refused, known) !== true;
}

/** Whether it is asked for now: what it departs from is known not to be done, at least for one of several. */
export const isVariationAsked = (item: VariationItem, known: Masks, view: CaseView, asked: AskedKeys): boolean =>
  mayVary(item, known, view, asked) && isNotDone(item, known, view);

function isNotDone(
  { pack, requirement: { id, evidence, requirement } }: VariationItem,
  known: Masks,
  view: CaseView,
): boolean {
  const { for_each: each } = requirement;
  if (!each) return truthIn(pack, evidence, known) === false;
  const found = instancesOf({ each, id }, view.file, view.asAt, undefined);
  return found?.list.some(({ isDone }) => isDone !== true) ?? false;
}
