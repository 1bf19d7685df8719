import { PolicyFolder } from '../../src/files/policies/policy-folder.ts';
import { onDisk } from '../../src/files/policies/text-folder.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';

/** The policies that ship with the program. */
export const policies = new PolicyFolder(onDisk('policies'));

/** The packs on repeat plans. */
export const REPEAT_PACKS = ['repeat-plans', 'legal-planning'] as const;

export const repeatBook: Rulebook = policies.book(REPEAT_PACKS);
