import { policyFolderNamed } from '../../cases/policies.ts';
import { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';

/** The policies that a command on packs is about, as their files read now: the folder named, else the shipped one. */
export const policyFolder = ({ policies }: { readonly policies?: string }, io: Io): PolicyFolder =>
  new PolicyFolder(policyFolderNamed(policies, io));
