import { policiesFor } from '../commands/common.ts';
import { ShippedPolicies } from '../files/policies/shipped-policies.ts';
import type { Io } from '../io.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';

let shipped: ShippedPolicies | undefined;

/** The policies of a folder that is named or stands beside the executable, else the shipped ones; those are read only if they were changed since the build. */
export async function policyLibraryFor(named: string | undefined, io: Io): Promise<PolicyLibrary> {
  if (named === undefined && io.shipped.beside.policies === undefined) {
    const { SHIPPED } = await import('../files/policies/shipped.built.ts');
    if (io.shipped.areAsBuilt(SHIPPED.sizes)) return (shipped ??= new ShippedPolicies(SHIPPED));
  }
  const { PolicyFolder } = await import('../files/policies/policy-folder.ts');
  return new PolicyFolder(policiesFor(named, io));
}
