import { type Diagnostic, type Placed, type Position, place } from '../../messages/diagnostic.ts';
import { fileName, known } from '../../messages/safe.ts';
import { didYouMean } from '../../messages/suggest.ts';
import { error } from '../check/check-names.ts';
import { atReplacement, type Manifest, REPLACEABLE, type Replaceable } from './replaceable.ts';

/** Something that a folder of policies defines. */
export interface Thing {
  readonly kind: Replaceable;
  readonly id: string;
  readonly file: string;
  readonly at: () => Position;
}

/** What one folder of policies defines, and what it says that it replaces. */
export interface Defining {
  readonly things: readonly Thing[];
  readonly manifest?: Manifest | undefined;
}

/** A fault in one file. */
export interface FileFault {
  readonly file: string;
  readonly fault: Placed<Diagnostic>;
}

const keyOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>): string => `${kind} ${id}`;

/** What folders define over the ones below them without saying so. @param folders the lowest first */
export function unsaidOverrides(folders: readonly Defining[]): FileFault[] {
  const below = new Map<string, Thing>();
  return folders.flatMap(({ things, manifest }) => {
    const said = new Set((manifest?.replaces ?? []).map(keyOf));
    const faults = things.flatMap((thing): FileFault[] => {
      const other = below.get(keyOf(thing));
      return other && !said.has(keyOf(thing)) ? [unsaid(thing, other)] : [];
    });
    for (const thing of things) below.set(keyOf(thing), thing);
    return faults;
  });
}

function unsaid(thing: Thing, other: Thing): FileFault {
  const { kind, id, file, at } = thing;
  const { line, column } = other.at();
  const where = `${fileName(other.file)}:${line}:${column}`;
  const says = `This defines ${REPLACEABLE[kind]} \`${id}\` again. It is defined in ${where}. Take another id. To replace it on purpose, write \`{${kind}: ${id}, reason: …}\` under \`replaces\` in policies.yaml.`;
  return { file, fault: { ...error('overrides_unsaid', says, [], 'key'), ...at() } };
}

/** Replacements of a folder that replace nothing: nothing of the name stands below, or the folder has none itself. */
export function idleReplacements({ things, manifest }: Defining, below: readonly Thing[]): Placed<Diagnostic>[] {
  if (!manifest) return [];
  const [under, own] = [below, things].map((list) => new Set(list.map(keyOf))) as [Set<string>, Set<string>];
  return manifest.replaces.flatMap((one) => {
    const { kind, id } = one;
    const what = `${REPLACEABLE[kind]} \`${id}\``;
    const ids = below.filter((thing) => thing.kind === kind).map((thing) => thing.id);
    const says = !under.has(keyOf(one))
      ? `The folders below do not define ${what}, so there is nothing to replace.${didYouMean(id, ids)}`
      : own.has(keyOf(one))
        ? undefined
        : `This folder does not define ${what}, so it replaces nothing. Define it here, or take this line out.`;
    return says === undefined ? [] : [place(atReplacement(one, known(says)), manifest.source.locate)];
  });
}
