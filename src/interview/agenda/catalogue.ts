import { inputsOf } from '../../facts/derivations/table.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Diagram } from '../../logic/diagram.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import type { Rulebook } from '../../policy/folder/rulebook.ts';
import { listOf } from './for-each.ts';
import { type Asked, type Item, LISTS, type ListItem, PLANS, RECORDS, STILL, STILL_SO } from './item.ts';
import { variationItems } from './variations.ts';

/** Everything that the packs of a case can ask for, in the order in which they ask. */
export type Catalogue = ReadonlyMap<string, Item>;

/** The item that a fact belongs to: a matter to its text, an item to its checklist, any other fact to itself. */
export function itemKey(fact: string): string {
  const dot = fact.indexOf('.');
  return dot < 0 ? fact : fact.slice(0, dot);
}

/** Joins what several packs ask for: what two of them ask for is asked once, where the first asks for it. */
export function catalogue(book: Rulebook): Catalogue {
  const keys = [
    ...book.packs.flatMap(({ pack }) => pack.ask.map((ask) => ask.about)),
    ...book.packs.flatMap(({ variables }) => variables.map(({ fact }) => itemKey(fact))),
    ...LISTS,
    ...[...book.scope.facts.keys()].map(itemKey),
    ...Object.values(STILL),
  ];
  const uses = book.packs.map(usesOf);
  const items = new Map<string, Item>();
  for (const key of new Set(keys)) {
    const item = itemOf(key, book, uses);
    if (item) items.set(key, item);
  }
  for (const item of book.packs.flatMap(variationItems)) items.set(item.key, item);
  return items;
}

function itemOf(key: string, book: Rulebook, uses: readonly Uses[]): Item | undefined {
  for (const still of ['current_plan', 'looked_after'] as const) {
    if (key !== STILL[still]) continue;
    const by = whoAsks(still, book);
    return isUsed(still, book) ? { kind: 'still', key, list: still, asked: by, heading: STILL_SO } : undefined;
  }
  const asked = whoAsks(key, book);
  const list = LISTS.find((name) => name === key);
  if (list) return isUsed(list, book) ? { kind: list, key, asked, heading: PLANS } : undefined;
  const fact = book.scope.facts.get(key);
  if (fact) return factItem(key, fact, asked, uses);
  for (const pack of book.packs) {
    const found = analysisItem(key, pack, asked) ?? checklistItem(key, pack, asked);
    if (found) return found;
  }
  return undefined;
}

/** Whether anything is worked out from a list, or asked for each of its entries. */
function isUsed(list: ListItem['kind'], { scope, packs }: Rulebook): boolean {
  if (packs.some(({ requirements }) => requirements.some((one) => listOf(one) === list))) return true;
  return [...scope.facts.values()].some(({ derive }) => derive && inputsOf(derive).lists.some((one) => one === list));
}

function whoAsks(key: string, { packs }: Rulebook): Asked[] {
  return packs.flatMap((pack) =>
    pack.pack.ask
      .filter((ask) => ask.about === key)
      .map(({ clauses = [], why }) => ({ pack, clauses, ...(why && { why }) })),
  );
}

function factItem(key: string, fact: Fact, asked: readonly Asked[], uses: readonly Uses[]): Item {
  const shownBy = uses.flatMap(({ pack, shows }) =>
    (shows.get(key) ?? []).map((requirement) => ({ pack, requirement })),
  );
  const clauses = shownBy.map(({ pack, requirement }) => ({ pack, clauses: requirement.requirement.clauses }));
  return {
    kind: 'fact',
    key,
    fact,
    asked: asked.length > 0 ? asked : clauses,
    shows: shownBy.map(({ requirement }) => requirement),
    heading: headingOf(key, fact, uses),
  };
}

/** What a pack uses each fact for. */
interface Uses {
  readonly pack: CompiledPack;
  /** Title of the first question for decision that a fact bears on. */
  readonly title: ReadonlyMap<string, string>;
  /** Requirements that a fact shows to be met. */
  readonly shows: ReadonlyMap<string, readonly CompiledRequirement[]>;
}

function usesOf(pack: CompiledPack): Uses {
  const factsIn = (d: Diagram): string[] => support(d).map((v) => pack.variables[v]?.fact as string);
  const bears = [
    ...pack.questions.map(({ id, route }) => ({ id, d: route })),
    ...pack.requirements.map(({ requirement, applies }) => ({ id: requirement.question, d: applies })),
    ...pack.indicators.map(({ indicator, applies }) => ({ id: indicator.question, d: applies })),
  ];
  const title = new Map<string, string>();
  for (const { id, d } of bears) {
    for (const fact of factsIn(d)) if (!title.has(fact)) title.set(fact, pack.pack.questions[id]?.title ?? id);
  }
  const shows = new Map<string, CompiledRequirement[]>();
  for (const requirement of pack.requirements) {
    for (const fact of factsIn(requirement.evidence)) shows.set(fact, [...(shows.get(fact) ?? []), requirement]);
  }
  return { pack, title, shows };
}

function headingOf(key: string, fact: Fact, uses: readonly Uses[]): string {
  if (fact.type === 'date' || fact.derive) return PLANS;
  const titles = uses.flatMap(({ title }) => title.get(key) ?? []);
  return titles[0] ?? (fact.record ? RECORDS : PLANS);
}

function analysisItem(key: string, pack: CompiledPack, asked: readonly Asked[]): Item | undefined {
  const analysis = pack.pack.analyses?.[key];
  if (!analysis) return undefined;
  const { title, asks, prompts = [], of_the_child: ofTheChild = [], question } = analysis;
  const matters = pack.requirements.filter((r) => r.requirement.in === key);
  const heading = pack.pack.questions[question]?.title ?? title;
  return { kind: 'analysis', key, asked, heading, pack, title, asks, prompts, ofTheChild, matters };
}

function checklistItem(key: string, pack: CompiledPack, asked: readonly Asked[]): Item | undefined {
  const requirement = pack.requirements.find((r) => r.id === key && r.requirement.items);
  if (!requirement) return undefined;
  const by = asked.length > 0 ? asked : [{ pack, clauses: requirement.requirement.clauses }];
  return { kind: 'checklist', key, asked: by, heading: RECORDS, pack, requirement };
}
