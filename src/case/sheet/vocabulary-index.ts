import { NO, YES } from '../../facts/knowledge.ts';
import type { FactState, Frame } from './read-facts.ts';

/** What of a frame is the same for every case: worked out once, for there may be thousands. */
export interface Outline {
  /** Facts that follow from dates and records. */
  readonly derived: ReadonlySet<string>;
  readonly analyses: readonly {
    readonly id: string;
    readonly matters: readonly string[];
    /** The facts that say whether each matter is covered. */
    readonly facts: readonly string[];
    readonly covered: FactState;
    readonly open: FactState;
  }[];
}

const outlines = new WeakMap<Frame, Outline>();

export function outlineOf(frame: Frame): Outline {
  let found = outlines.get(frame);
  if (!found) outlines.set(frame, (found = draw(frame)));
  return found;
}

function draw({ facts, analyses }: Frame): Outline {
  return {
    derived: new Set([...facts].flatMap(([id, fact]) => (fact.derive ? [id] : []))),
    analyses: [...analyses].map(([id, matters]) => {
      const path = ['analysis', id];
      const own = matters.map((matter) => `${id}.${matter}`);
      return { id, matters, facts: own, covered: { known: YES, path }, open: { known: NO, path } };
    }),
  };
}
