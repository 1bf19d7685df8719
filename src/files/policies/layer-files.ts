import { join } from 'node:path';
import { type Diagnostic, faultyFile, hasErrors, type Placed } from '../../messages/diagnostic.ts';
import { UserError } from '../../messages/errors.ts';
import { type Thing, unsaidOverrides } from '../../policy/folder/overriding.ts';
import type { Replaceable } from '../../policy/folder/replaceable.ts';
import { readYaml, type Source } from '../../yaml/read.ts';
import type { ReadResult } from '../../yaml/read-result.ts';
import type { Layer } from './layers.ts';

/** A file of one folder among several. */
export interface LayerFile {
  readonly layer: Layer;
  readonly path: string;
  readonly source: Source;
}

/** Most faults of one kind that are told: a folder that copies another has hundreds of them. */
const MOST = 10;

/** The files of folders of policies that stand on each other; each is read once. */
export class LayerFiles {
  readonly #read = new Map<string, readonly LayerFile[]>();

  constructor(readonly layers: readonly Layer[]) {}

  /** The files of one name, the lowest first. */
  named(name: string): readonly LayerFile[] {
    let found = this.#read.get(name);
    if (!found) this.#read.set(name, (found = this.#readAll(name)));
    return found;
  }

  #readAll(name: string): LayerFile[] {
    return this.layers
      .filter(({ folder }) => folder.has(name))
      .map((layer) => ({
        layer,
        path: join(layer.folder.path, name),
        source: readYaml(layer.folder.read(name)),
      }));
  }

  /** What the files of one name hold together, each read on top of those below. @throws UserError for a file with errors */
  together<T>(
    name: string,
    read: (source: Source, below: T | undefined, path: string) => ReadResult<T>,
  ): T | undefined {
    return this.named(name).reduce<T | undefined>(
      (below, { path, source }) => orThrow(path, read(source, below, path)),
      undefined,
    );
  }

  /** What each folder defines in the files of one name, by the groups in which it stands. */
  thingsIn(name: string, groups: Readonly<Record<string, Replaceable>>): ReadonlyMap<Layer, Thing[]> {
    return new Map(this.named(name).map((file) => [file.layer, thingsOf(file, groups)]));
  }

  /** @throws UserError where a folder defines again, without saying so, what one below it defines */
  refuseUnsaid(things: ReadonlyMap<Layer, readonly Thing[]>): void {
    const faults = unsaidOverrides(
      this.layers.map((layer) => ({ things: things.get(layer) ?? [], manifest: layer.manifest })),
    );
    if (faults.length === 0) return;
    const [told, left] = [faults.slice(0, MOST), faults.length - MOST];
    const more =
      left > 0 ? [`${left} more are defined again in the same way. Is this a copy of the folder below?`] : [];
    throw new UserError([...told.map(({ file, fault }) => faultyFile(file, [fault]).message), ...more].join('\n'));
  }
}

function thingsOf({ path: file, source }: LayerFile, groups: Readonly<Record<string, Replaceable>>): Thing[] {
  const value = source.value as Readonly<Record<string, object | undefined>> | undefined;
  return Object.entries(groups).flatMap(([group, kind]) =>
    Object.keys(value?.[group] ?? {}).map((id) => {
      return { kind, id, file, at: () => source.locate([group, id], 'key') };
    }),
  );
}

/** What a file of a folder of policies holds. @throws UserError with every diagnostic, where it has errors */
export function orThrow<T>(
  path: string,
  { data, diagnostics }: { data: T | undefined; diagnostics: readonly Placed<Diagnostic>[] },
): T {
  if (data !== undefined && !hasErrors(diagnostics)) return data;
  throw faultyFile(path, diagnostics);
}
