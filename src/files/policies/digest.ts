import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import type { PackStamp } from '../../report/case/json.ts';
import { digestText } from '../digest.ts';

/** Working a digest out takes longer than the whole assessment of a case. */
const known = new WeakMap<CompiledPack, string>();

/** SHA-256 over the meaning of a pack: its content and the shared facts it uses, whatever the layout of the file. */
export function digestOf(compiled: CompiledPack): string {
  let digest = known.get(compiled);
  if (digest === undefined) known.set(compiled, (digest = workedOut(compiled)));
  return digest;
}

/** Takes the digests of the texts of a pack, the earliest first, as they were worked out before. */
export function keepDigests(pack: CompiledPack, digests: readonly string[]): void {
  for (const [i, text] of (pack.editions ?? [pack]).entries()) {
    const digest = digests[i];
    if (digest !== undefined) known.set(text, digest);
  }
}

function workedOut(compiled: CompiledPack): string {
  const { written, whole = written, facts, editions = [compiled] } = compiled;
  const variables = editions.flatMap((edition) => edition.variables);
  const used = Object.fromEntries(variables.map(({ fact }) => [fact, facts.get(fact)]));
  return digestText(canonical({ pack: whole, used }));
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** How the packs of a case are named in results: with version and digest. */
export const stampsOf = ({ packs }: Rulebook): PackStamp[] =>
  packs.map((pack) => ({ id: pack.pack.pack, version: pack.pack.version, digest: digestOf(pack) }));
