import { onDisk, type TextFolder } from '../files/policies/text-folder.ts';
import type { Io } from '../io.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';

/** Policies, and the folder that they stand in. */
export interface Policies {
  readonly folder: TextFolder;
  readonly library: PolicyLibrary;
}

/** The folder of policies: the one named, else the one beside the executable, else the shipped one. */
export function policyFolderNamed(named: string | undefined, { shipped }: Io): TextFolder {
  const own = named ?? shipped.beside.policies;
  return own === undefined ? shipped.policies : onDisk(own);
}

/** The policies of that folder. The shipped ones are taken as the build compiled them, unless they were changed since. */
export async function policiesNamed(named: string | undefined, io: Io): Promise<Policies> {
  const folder = policyFolderNamed(named, io);
  const built = folder === io.shipped.policies ? await asBuilt(io) : undefined;
  if (built) return { folder, library: built };
  const { PolicyFolder } = await import('../files/policies/policy-folder.ts');
  return { folder, library: new PolicyFolder(folder) };
}

/** Each program has one build: what was brought back from it serves every case. */
let revived: PolicyLibrary | undefined;

async function asBuilt({ shipped }: Io): Promise<PolicyLibrary | undefined> {
  const { SHIPPED } = await import('../files/policies/shipped.built.ts');
  if (!shipped.areAsBuilt(SHIPPED.sizes)) return undefined;
  const { ShippedPolicies } = await import('../files/policies/shipped-policies.ts');
  return (revived ??= new ShippedPolicies(SHIPPED));
}
