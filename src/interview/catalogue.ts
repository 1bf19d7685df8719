import type { Rulebook } from '../assess/assess.ts';
import { support } from '../logic/walks.ts';
import { anchorsOf } from '../policy/anchors.ts';
import type { CompiledPack } from '../policy/compile.ts';
import type { Fact } from '../policy/vocabulary-schema.ts';
import type { Asked, Item } from './item.ts';

const PLANS = 'Plans and dates';
const RECORDS = 'What must be on record';

/** Everything that the packs of a case can ask for, in the order in which they ask. */
export type Catalogue = ReadonlyMap<string, Item>;

/** The item that a fact belongs to: a matter to its text, an item to its checklist, any other fact to itself. */
export const itemKey = (fact: string): string => fact.split('.')[0] as string;

/** Joins what several packs ask for: what two of them ask for is asked once, where the first asks for it. */
export function catalogue(book: Rulebook): Catalogue {
  const keys = [
    ...book.packs.flatMap(({ pack }) => pack.ask.map((ask) => ask.about)),
    ...book.packs.flatMap(({ variables }) => variables.map(({ fact }) => itemKey(fact))),
    ...book.packs.flatMap(({ pack }) => Object.values(pack.requirements ?? {}).flatMap((r) => anchorsOf(r.due))),
    ...book.frame.facts.keys(),
  ];
  const items = new Map<string, Item>();
  for (const key of new Set(keys)) {
    const item = itemOf(key, book);
    if (item) items.set(key, item);
  }
  return items;
}

function itemOf(key: string, book: Rulebook): Item | undefined {
  const asked = whoAsks(key, book);
  if (key === 'previous_plans' || key === 'current_plan') return { kind: key, key, asked, heading: PLANS };
  const fact = book.frame.facts.get(key);
  if (fact) return factItem(key, fact, asked, book);
  for (const pack of book.packs) {
    const found = analysisItem(key, pack, asked) ?? checklistItem(key, pack, asked);
    if (found) return found;
  }
  return undefined;
}

function whoAsks(key: string, { packs }: Rulebook): Asked[] {
  return packs.flatMap((pack) =>
    pack.pack.ask
      .filter((ask) => ask.about === key)
      .map(({ clauses = [], why }) => ({ pack, clauses, ...(why && { why }) })),
  );
}

function factItem(key: string, fact: Fact, asked: readonly Asked[], { packs }: Rulebook): Item {
  const shownBy = packs.flatMap((pack) =>
    pack.requirements.filter((r) => uses(pack, r.evidence, key)).map((requirement) => ({ pack, requirement })),
  );
  const clauses = shownBy.map(({ pack, requirement }) => ({ pack, clauses: requirement.requirement.clauses }));
  return {
    kind: 'fact',
    key,
    fact,
    asked: asked.length > 0 ? asked : clauses,
    shows: shownBy.map(({ requirement }) => requirement),
    heading: headingOf(key, fact, packs),
  };
}

const uses = (pack: CompiledPack, d: Parameters<typeof support>[0], fact: string): boolean =>
  support(d).some((v) => pack.variables[v]?.fact === fact);

function headingOf(key: string, fact: Fact, packs: readonly CompiledPack[]): string {
  if (fact.type === 'date' || fact.derive) return PLANS;
  const titles = packs.flatMap((pack) => {
    const routed = pack.questions.find((q) => uses(pack, q.route, key));
    const asked = [...pack.requirements.map((r) => ({ ...r, question: r.requirement.question }))];
    const noted = [...asked, ...pack.indicators.map((i) => ({ ...i, question: i.indicator.question }))];
    const id = routed?.id ?? noted.find((n) => uses(pack, n.applies, key))?.question;
    return id === undefined ? [] : (pack.pack.questions[id]?.title ?? []);
  });
  return titles[0] ?? (fact.record ? RECORDS : PLANS);
}

function analysisItem(key: string, pack: CompiledPack, asked: readonly Asked[]): Item | undefined {
  const analysis = pack.pack.analyses?.[key];
  if (!analysis) return undefined;
  const { title, asks, prompts = [], question } = analysis;
  const matters = pack.requirements.filter((r) => r.requirement.in === key);
  const heading = pack.pack.questions[question]?.title ?? title;
  return { kind: 'analysis', key, asked, heading, pack, title, asks, prompts, matters };
}

function checklistItem(key: string, pack: CompiledPack, asked: readonly Asked[]): Item | undefined {
  const requirement = pack.requirements.find((r) => r.id === key && r.requirement.items);
  if (!requirement) return undefined;
  const by = asked.length > 0 ? asked : [{ pack, clauses: requirement.requirement.clauses }];
  return { kind: 'checklist', key, asked: by, heading: RECORDS, pack, requirement };
}
