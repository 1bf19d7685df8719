import { layersOf } from '../../../src/files/policies/layers.ts';
import { PolicyFolder } from '../../../src/files/policies/policy-folder.ts';
import { onDisk } from '../../../src/files/policies/text-folder.ts';
import type { Rulebook } from '../../../src/policy/folder/rulebook.ts';

/** A folder of policies on the disk, with what it extends. */
export const policiesIn = (folder: string): PolicyFolder =>
  new PolicyFolder(layersOf([onDisk(folder)], onDisk('policies')));

/** The policies that ship with the program. */
export const policies = policiesIn('policies');

/** The packs on repeat plans. */
export const REPEAT_PACKS = ['repeat-plans', 'legal-planning'] as const;

export const repeatBook: Rulebook = policies.book(REPEAT_PACKS);
