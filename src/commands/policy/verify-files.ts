import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import { place } from '../../messages/diagnostic.ts';
import { fileName } from '../../messages/safe.ts';
import { error } from '../../policy/check/check-names.ts';
import { clashesOf } from '../../policy/folder/clashes.ts';
import type { FileFaults } from '../../report/pack/verify-json.ts';

/** What is wrong between some packs of a folder, by the file of the second of them. */
export function faultsBetween(names: readonly string[], folder: PolicyFolder): FileFaults[] {
  const packs = names.map((name) => folder.pack(name));
  const fileOf = (pack: (typeof packs)[number]): string => folder.pathOf(names[packs.indexOf(pack)] ?? '');
  return clashesOf(packs).map(({ packs: [other, pack], says, path }) => {
    const fault = error('meanings_clash', `${says} The other file is ${fileName(fileOf(other))}.`, path, 'key');
    return { file: fileOf(pack), faults: [place(fault, pack.source.locate)] };
  });
}
