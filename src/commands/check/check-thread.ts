import type { CheckItem } from '../../assess/case/concern.ts';
import type { Job, World } from '../../cases/threads/serve.ts';
import type { Found } from '../../files/find/find-cases.ts';
import { type CheckedPart, type CheckSetup, PartChecker } from './check-part.ts';

/** The name of the job of threads that check parts of a folder. */
export const CHECK_JOB = 'check';

type Pack = NonNullable<CheckItem['pack']>['pack'];

/** A part as it comes from another thread: in the place of a pack its number there. */
interface Packed extends CheckedPart {
  readonly thread: number;
  /** The packs that this thread has not given before, by their numbers. */
  readonly packs: ReadonlyMap<number, Pack>;
}

/** What a thread does that checks parts. */
export async function checkJob(setup: CheckSetup, world: World): Promise<Job> {
  const checker = new PartChecker(setup, world);
  const numbers = new Map<Pack, number>();
  return async (part, failed, before) =>
    packed(await checker.check(part as Found, { failed, before }), numbers, world.thread);
}

const itemsOf = ({ looked }: CheckedPart): { pack?: unknown }[] => looked.flatMap(({ file }) => file.items);

/** Puts numbers in the place of packs, which hold code and are large. The items stay the same objects: others refer to them. */
function packed(part: CheckedPart, numbers: Map<Pack, number>, thread: number): Packed {
  const packs = new Map<number, Pack>();
  for (const item of itemsOf(part)) {
    if (item.pack === undefined) continue;
    const { pack } = item.pack as NonNullable<CheckItem['pack']>;
    let number = numbers.get(pack);
    if (number === undefined) {
      numbers.set(pack, (number = numbers.size));
      packs.set(number, pack);
    }
    item.pack = number;
  }
  return { ...part, thread, packs };
}

/** Packs as other threads named them. */
export class PacksByThread {
  readonly #packs = new Map<string, CheckItem['pack']>();

  /** Puts packs back into the place of their numbers; a part that was checked here has none. */
  unpacked(part: CheckedPart | Packed): CheckedPart {
    if (!('packs' in part)) return part;
    for (const [number, pack] of part.packs) this.#packs.set(`${part.thread} ${number}`, { pack });
    for (const item of itemsOf(part))
      if (item.pack !== undefined) item.pack = this.#packs.get(`${part.thread} ${item.pack}`);
    return part;
  }
}
