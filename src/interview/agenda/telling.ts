import { hangsOn } from '../../assess/case/project.ts';
import { keysFor } from './agenda.ts';
import { leaveOpen } from './bearing.ts';
import type { CaseView } from './case-view.ts';
import type { Catalogue } from './catalogue.ts';

/** What the file of a child does not answer yet and only that child's own answer can: whether a question arises. */
export interface Telling {
  readonly keys: ReadonlySet<string>;
  /** The case, with those questions left out that wait for such an answer. */
  readonly arising: CaseView;
}

const NOTHING = new Set<string>();

/** Which answers about a child alone tell whether a question for decision arises. What was left for later tells nothing. */
export function tellingOf(items: Catalogue, view: CaseView): Telling {
  const isOwn = (key: string): boolean => {
    const item = items.get(key);
    return item?.kind === 'fact' && !item.fact.family && view.sheet.states.get(key)?.entry === undefined;
  };
  const all = new Set<string>();
  const asks = new Map<Parameters<CaseView['asks']['get']>[0], ReadonlySet<string>>();
  for (const [pack, known] of leaveOpen(view, NOTHING)) {
    const arising = pack.questions.filter(({ id, inPlay }) => {
      if (!view.asks.get(pack)?.has(id)) return false;
      const own = hangsOn(pack, inPlay, known).flatMap((fact) => keysFor(fact, view, NOTHING).filter(isOwn));
      for (const key of own) all.add(key);
      return own.length === 0;
    });
    asks.set(pack, new Set(arising.map(({ id }) => id)));
  }
  return { keys: all, arising: { ...view, asks } };
}
