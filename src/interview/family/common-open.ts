import { ranked } from '../agenda/agenda.ts';
import type { CaseView } from '../agenda/case-view.ts';
import type { FactItem } from '../agenda/item.ts';
import type { Ranked } from '../agenda/pages.ts';
import { tellingOf } from '../agenda/telling.ts';
import type { Child } from './together.ts';

/** A fact that is open for several children, and can be the same for them. */
export interface Common {
  readonly item: FactItem;
  readonly at: number;
  readonly children: readonly Child[];
}

/** What is open for more than one child and the vocabulary lets be asked once, in the order in which it is asked. */
export function commonOpen(children: readonly Child[]): Common[] {
  const found = new Map<string, { item: FactItem; at: number; children: Child[] }>();
  for (const child of children) {
    for (const { item, at } of arisingFor(child)) {
      if (item.kind !== 'fact' || !item.fact.family) continue;
      // Under other policies the same name may be another question
      const key = `${item.key} ${JSON.stringify(item.fact)}`;
      const one = found.get(key) ?? { item, at, children: [] };
      one.children.push(child);
      found.set(key, one);
    }
  }
  return [...found.values()].filter((one) => one.children.length > 1);
}

/** What the interview of one child asks, of the questions that wait for no answer about that child alone. */
function arisingFor({ asked, context: { items, session } }: Child): Ranked[] {
  return ranked(items, tellingOf(items, session.view).arising, asked);
}

/** What is asked of each child as the answers on the screen have it, worked out anew where its file has changed. */
export type Agendas = Map<Child, { readonly view: CaseView; readonly keys: ReadonlySet<string> }>;

/** Whether a question is asked of a child as its file now stands. */
export function isAskedOf(child: Child, key: string, agendas: Agendas): boolean {
  const { view } = child.context.session;
  const last = agendas.get(child);
  const now = last?.view === view ? last : { view, keys: new Set(arisingFor(child).map(({ item }) => item.key)) };
  agendas.set(child, now);
  return now.keys.has(key);
}
