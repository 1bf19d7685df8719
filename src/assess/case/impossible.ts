import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { truth } from '../../logic/walks.ts';
import { type Diagnostic, error } from '../../messages/diagnostic.ts';
import { joined, known, safe } from '../../messages/safe.ts';
import { recompile } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { surely } from './evaluate.ts';
import type { Masks } from './project.ts';

/** What is wrong with answers that a pack takes to be impossible together; nothing where they can all be right. */
export function impossibilities(pack: CompiledPack, masks: Masks, sheet: FactSheet): Diagnostic[] {
  if (truth(pack.possible, masks) !== false) return [];
  const all = pack.pack.impossible;
  const broken = all.filter(({ when }) => surely(when, sheet));
  const because = joined(
    (broken.length > 0 ? broken : all).map((item) => item.because),
    safe` `,
  );
  const says = safe`These answers cannot all be right, by what ${known(pack.pack.pack)} takes to be impossible: ${because}`;
  return [error('impossible_combination', says, ['answers'])];
}

const without = new WeakMap<CompiledPack, CompiledPack>();

/**
 * A pack that takes nothing to be impossible. Where answers cannot all be right, the rules still say what they say of
 * them: an answer in error must not take away what is urgent.
 */
export function unassuming(pack: CompiledPack): CompiledPack {
  let found = without.get(pack);
  if (!found) without.set(pack, (found = withoutAssumptions(pack)));
  return found;
}

function withoutAssumptions(pack: CompiledPack): CompiledPack {
  try {
    return recompile(pack, { ...pack.pack, impossible: [] });
  } catch (error) {
    if (error instanceof TooManyNodes) return pack;
    throw error;
  }
}
