import type { Bookshelf } from '../files/bookshelf.ts';
import { isAsBuilt, ShippedPolicies } from '../files/shipped-policies.ts';
import type { Io } from '../io.ts';
import { policyPath } from './common.ts';

let shipped: ShippedPolicies | undefined;

/** The policies of a folder that is named, else the shipped ones; those are read only if they were changed since the build. */
export async function bookshelfFor(named: string | undefined, io: Io): Promise<Bookshelf> {
  if (named === undefined) {
    const { SHIPPED } = await import('../files/shipped.built.ts');
    if (isAsBuilt(io.assets, SHIPPED)) return (shipped ??= new ShippedPolicies(SHIPPED));
  }
  const { PolicyFolder } = await import('../files/policies.ts');
  return new PolicyFolder(policyPath(named === undefined ? {} : { policies: named }, io));
}
