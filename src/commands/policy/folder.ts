import { layersNamed } from '../../files/policies/layers.ts';
import { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { FoldersNamed } from '../../files/policies/shipped-files.ts';
import type { Io } from '../../io.ts';

/** The policies that a command on packs is about, as their files read now: the folders named, else the shipped one. */
export const policyFolder = ({ policies }: { readonly policies?: FoldersNamed }, { shipped }: Io): PolicyFolder =>
  new PolicyFolder(layersNamed(policies, shipped));
