import type { Fact } from '../../facts/vocabulary-schema.ts';
import { type Safe, safe } from '../../messages/safe.ts';
import type { PackText, RequirementText } from './pack-schema.ts';

/** What tells which facts a requirement brings, whether or not its conditions have been read. */
type Bringing = Pick<RequirementText, 'says' | 'who' | 'in' | 'items' | 'due' | 'variation' | 'for_each'> & {
  readonly evidence?: unknown;
};

/** The facts that a pack adds: those it declares, and one or more for what each requirement leaves in the file. */
export function* ownFacts(
  pack: Pick<PackText, 'facts'> & { readonly requirements?: Readonly<Record<string, Bringing>> | undefined },
): Generator<[string, Fact]> {
  yield* Object.entries(pack.facts ?? {});
  for (const [id, requirement] of Object.entries(pack.requirements ?? {})) {
    for (const [name, label] of evidenceNames(id, requirement)) {
      yield [name, { type: 'yes_no', label, record: 'yes', who: [requirement.who].flat()[0] as string }];
    }
    const { variation, says } = requirement;
    const label = safe`a departure from this is approved: ${says}`;
    if (variation) yield [variationOf(id), { type: 'yes_no', label, record: 'yes', who: variation.who[0] as string }];
  }
}

/** Whether it is asked for again and again, or once for each of several: nothing shows it to be met for good. */
export const recurs = ({ due, for_each }: Pick<RequirementText, 'due' | 'for_each'>): boolean =>
  due?.every !== undefined || for_each !== undefined;

/** The item under which a case file says that a departure from a requirement is approved. */
export const variationOf = (id: string): string => `${id}.variation`;

/** The facts that show a requirement to be met where it names no `evidence`: one, or one per item; none where it recurs. */
export function evidenceNames(id: string, requirement: Bringing): [string, Safe][] {
  if (requirement.evidence || recurs(requirement)) return [];
  if (requirement.in) return [[`${requirement.in}.${id}`, requirement.says]];
  if (requirement.items) return Object.entries(requirement.items).map(([item, says]) => [`${id}.${item}`, says]);
  return [[id, requirement.says]];
}
