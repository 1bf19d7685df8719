import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { TooManyNodes } from '../../logic/diagram.ts';
import { truth } from '../../logic/walks.ts';
import type { Remark } from '../../messages/diagnostic.ts';
import { recompile } from '../../policy/compile/compile.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { holds } from './evaluate.ts';
import type { Masks } from './project.ts';

/** What is wrong with answers that a pack takes to be impossible together; nothing where they can all be right. */
export function impossibilities(pack: CompiledPack, known: Masks, sheet: FactSheet): Remark[] {
  if (truth(pack.possible, known) !== false) return [];
  const all = pack.pack.impossible;
  const broken = all.filter(({ when }) => holds(when, sheet) === true);
  const because = (broken.length > 0 ? broken : all).map((item) => item.because).join(' ');
  const says = `These answers cannot all be right, by what ${pack.pack.pack} takes to be impossible: ${because}`;
  return [{ code: 'impossible_combination', severity: 'error', says, path: ['answers'] }];
}

const known = new WeakMap<CompiledPack, CompiledPack>();

/**
 * A pack that takes nothing to be impossible. Where answers cannot all be right, the rules still say what they say of
 * them: an answer in error must not take away what is urgent.
 */
export function unassuming(pack: CompiledPack): CompiledPack {
  let found = known.get(pack);
  if (!found) known.set(pack, (found = withoutAssumptions(pack)));
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
