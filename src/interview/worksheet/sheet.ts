import { inSentence } from '../../assess/case/act-words.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { optionInWords, optionsOf } from '../../facts/fact.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { capital, type Titles, titles } from '../../report/words/titles.ts';
import { agenda } from '../agenda/agenda.ts';
import { mattersIn, questionFor } from '../agenda/asked.ts';
import { leaveOpen, urgentFacts } from '../agenda/bearing.ts';
import type { CaseView } from '../agenda/case-view.ts';
import { catalogue } from '../agenda/catalogue.ts';
import { listOf } from '../agenda/for-each.ts';
import {
  type AnalysisItem,
  type ChecklistItem,
  type FactItem,
  type Item,
  PLANS,
  STILL_SO,
  type VariationItem,
} from '../agenda/item.ts';
import { type StillPut, stillPut } from '../agenda/still.ts';
import { mayVary, variationAsked } from '../agenda/variations.ts';

/** What is still to be asked of a case, to be printed and filled in by hand: by the person who knows. */
export interface Sheet {
  readonly case: string;
  readonly asAt: string;
  readonly people: readonly { readonly who: string; readonly blocks: readonly SheetBlock[] }[];
}

/** One question on paper: a subject, with everything of it that one person knows. */
export interface SheetBlock {
  readonly title: string;
  /** What a text has to answer. */
  readonly asks: string;
  readonly tables: readonly SheetTable[];
  readonly rows: readonly SheetRow[];
  /** What a text has to cover. */
  readonly covers: readonly { readonly says: string; readonly clauses: string }[];
  /** Whether there is room for a text, with author and day. */
  readonly isText: boolean;
}

/** Empty rows to be filled in. */
export interface SheetTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A question with boxes to tick; without options there is a blank. */
export interface SheetRow {
  readonly asks: string;
  readonly definition: string;
  readonly options: readonly string[];
  readonly clauses: string;
}

/** Said once, in place of a box beside every question. */
export const LEAVE_OPEN = 'Leave open what is not known yet.';

/** The heading under which people share out what is not known. */
export const NOT_KNOWN = 'Not known yet: who finds out what, and by when';

const FIRST = 'Ask this first';

/** What the occasion of a case needs, grouped by the person who knows; what cannot wait comes first. */
export function sheetOf(view: CaseView): Sheet {
  const title = titles(view.book.roles);
  const people = new Map<string, SheetBlock[]>();
  for (const { who, block } of [...firstPart(view, title), ...parts(view, title)]) {
    people.set(who, [...(people.get(who) ?? []), block]);
  }
  return {
    case: view.file.case,
    asAt: dayInWords(view.asAt),
    people: [...people].map(([who, blocks]) => ({ who, blocks })),
  };
}

interface Part {
  readonly who: string;
  readonly block: SheetBlock;
}

const EMPTY = { asks: '', tables: [], rows: [], covers: [], isText: false } as const;

/** What cannot wait stands by itself, before everything else. */
function firstPart(view: CaseView, title: Titles): Part[] {
  const rows = itemsOf(view).filter((item): item is FactItem => item.kind === 'fact' && urgentOf(view).has(item.key));
  const [first] = rows;
  if (!first) return [];
  return [{ who: whoOf(first, view, title), block: { ...EMPTY, title: FIRST, rows: rows.map(factRow) } }];
}

const urgentOf = (view: CaseView): Set<string> =>
  new Set([...leaveOpen(view, new Set())].flatMap(([pack, known]) => urgentFacts(pack, known)));

/** Everything else: lists and dates together, each text with the short answers before it, other short answers by subject. */
function parts(view: CaseView, title: Titles): Part[] {
  const urgent = urgentOf(view);
  const items = itemsOf(view).filter(({ key }) => !urgent.has(key));
  const texts = items.filter((item): item is AnalysisItem => item.kind === 'analysis');
  const taken = new Set<Item>();
  const beside = new Map(
    texts.map((text) => {
      const own = items
        .slice(0, items.indexOf(text))
        .filter((item) => !taken.has(item) && leadsTo(text, item, view, title));
      for (const item of own) taken.add(item);
      return [text, own as FactItem[]] as const;
    }),
  );
  const groups = new Map<string, { who: string; of: Item[] }>();
  for (const item of items) {
    if (taken.has(item) || item.kind === 'analysis') continue;
    const who = whoOf(item, view, title);
    const key = `${who}|${subjectOf(item)}`;
    groups.set(key, { who, of: [...(groups.get(key)?.of ?? []), item] });
  }
  const short = [...groups.values()].map(({ who, of }) => ({
    who,
    at: items.indexOf(of[0] as Item),
    block: shortBlock(of, view, title),
  }));
  const long = texts.map((text) => ({
    who: writerOf(text, title),
    at: items.indexOf(text),
    block: textBlock(text, beside.get(text) ?? [], view),
  }));
  const isPlans = ({ block }: Part): number => (block.title === STILL_SO ? -1 : block.title === PLANS ? 0 : 1);
  return [...short, ...long].sort((a, b) => isPlans(a) - isPlans(b) || a.at - b.at);
}

/** What is asked now, and every text of what is happening that may be asked for, in the order of the packs. */
function itemsOf(view: CaseView): Item[] {
  const all = catalogue(view.book);
  const now = new Set(agenda(all, view, new Set()));
  const mayBeAsked = (item: Item): boolean =>
    item.kind === 'analysis' && isLookedAt(item, view) && mattersIn(item, view).length > 0 && !isWritten(item, view);
  const open = leaveOpen(view, new Set());
  const mayBeVaried = (item: Item): boolean =>
    item.kind === 'variation' && mayVary(item, open.get(item.pack) ?? [], view, new Set());
  return [...all.values()].filter((item) => now.has(item) || mayBeAsked(item) || mayBeVaried(item));
}

const isLookedAt = ({ pack, key }: AnalysisItem, { asks }: CaseView): boolean =>
  asks.get(pack)?.has(pack.pack.analyses?.[key]?.question ?? '') ?? false;

const isWritten = ({ key }: AnalysisItem, { file }: CaseView): boolean => Boolean(file.analysis?.[key]?.text.trim());

/** Whether a short answer stands beside a text: it is about the same, is asked before it, and the same person knows it. */
const leadsTo = (text: AnalysisItem, item: Item, view: CaseView, title: Titles): boolean =>
  item.kind === 'fact' &&
  item.heading === text.heading &&
  packOf(item, view) === text.pack &&
  whoOf(item, view, title) === writerOf(text, title);

const writerOf = ({ pack, key }: AnalysisItem, title: Titles): string =>
  capital(title(pack.pack.analyses?.[key]?.who ?? WORKERS[0] ?? '', pack));

const packOf = ({ asked }: Item, { book }: CaseView): CompiledPack | undefined => asked[0]?.pack ?? book.packs[0];

/** Under what an answer stands: what is to be confirmed, plans and dates, what is on record, and everything else. */
function subjectOf(item: Item): 'still' | 'plans' | 'record' | 'other' {
  if (item.kind === 'still') return 'still';
  if (item.kind === 'checklist' || item.kind === 'variation' || (item.kind === 'fact' && item.fact.record))
    return 'record';
  return item.heading === PLANS ? 'plans' : 'other';
}

/** The person who knows: as the fact or its requirement says, else the child's own worker. */
function whoOf(item: Item, view: CaseView, title: Titles): string {
  const pack = packOf(item, view);
  const named = item.kind === 'fact' ? item.fact.who : item.kind === 'variation' ? item.who[0] : undefined;
  const shown = item.kind === 'fact' ? item.shows[0] : item.kind === 'checklist' ? item.requirement : undefined;
  if (item.heading === PLANS || item.kind === 'still') return worker(view.book.packs, title);
  const [role] = [named ?? shown?.requirement.who ?? []].flat();
  return role ? capital(title(role, pack)) : worker(pack ? [pack] : [], title);
}

/** The child's own worker goes by another role in some documents. */
const WORKERS = ['social_worker', 'lead_worker'];

function worker(packs: readonly CompiledPack[], title: Titles): string {
  const pack = packs.find((one) => WORKERS.some((role) => asksOf(one, role))) ?? packs[0];
  const role = WORKERS.find((one) => pack && asksOf(pack, one)) ?? WORKERS[0];
  return capital(title(role as string, pack));
}

const asksOf = ({ requirements }: CompiledPack, role: string): boolean =>
  requirements.some(({ requirement }) => [requirement.who].flat().includes(role));

const PLAN = ['Authority', 'Began', 'Ended', 'Category'];

const TABLES: Partial<Record<Item['kind'], SheetTable>> = {
  previous_plans: { title: 'Every plan of this child, in any authority; the plan today last', columns: PLAN, rows: 4 },
  current_plan: { title: 'The plan today', columns: PLAN, rows: 1 },
  looked_after: { title: 'Times in care', columns: ['Began', 'Ended', 'Legal status', 'Placement'], rows: 3 },
  meetings: { title: 'Meetings', columns: ['Kind', 'Date', 'Quorate', 'What it decided about the plan'], rows: 3 },
  occurrences: {
    title: 'What can happen more than once: each time',
    columns: ['What', 'Date', 'Stage, and since when', 'Settled or done'],
    rows: 3,
  },
};

/** The plan today is the last of all plans, where these are asked for too. */
function tablesOf(items: readonly Item[], { book }: CaseView): SheetTable[] {
  const kinds = items.map(({ kind }) => kind);
  const shown = kinds.filter((kind) => kind !== 'current_plan' || !kinds.includes('previous_plans'));
  const asksEach = book.packs.some(({ requirements }) => requirements.some((one) => listOf(one) === 'meetings'));
  return shown.flatMap((kind) => {
    const table = TABLES[kind];
    if (!table) return [];
    return kind === 'meetings' && asksEach ? { ...table, columns: [...table.columns, 'Minutes went out'] } : table;
  });
}

function shortBlock(items: readonly Item[], view: CaseView, title: Titles): SheetBlock {
  const [first] = items as [Item];
  const headings = [...new Set(items.map(({ heading }) => heading))].join('; ');
  return {
    ...EMPTY,
    title: subjectOf(first) === 'record' ? 'What is on record' : headings,
    tables: tablesOf(items, view),
    rows: items.flatMap((item) => (item.kind === 'still' ? stillPut(item, view).map(stillRow) : rowOf(item, title))),
  };
}

function rowOf(item: Item, title: Titles): SheetRow[] {
  if (item.kind === 'fact') return [factRow(item)];
  if (item.kind === 'checklist') return [listRow(item)];
  if (item.kind === 'variation') return [variationRow(item, title)];
  return item.kind === 'child' ? [BIRTH] : [];
}

const stillRow = ({ question, beside, options }: StillPut): SheetRow => ({
  asks: question,
  definition: beside.join(' '),
  options: options.map(({ name }) => `${capital(name)}${name === 'yes' ? '' : ', since when?'}`),
  clauses: '',
});

const BIRTH: SheetRow = {
  asks: 'The date of birth, or the day on which the child is expected',
  definition: '',
  options: [],
  clauses: '',
};

function factRow(item: FactItem): SheetRow {
  const options = optionsOf(item.fact).map((option) => capital(optionInWords(item.fact, option)));
  return {
    asks: questionFor(item),
    definition: item.fact.definition ?? '',
    options,
    clauses: clausesOf(item),
  };
}

const listRow = (item: ChecklistItem): SheetRow => ({
  asks: item.requirement.requirement.says,
  definition: '',
  options: Object.values(item.requirement.requirement.items ?? {}),
  clauses: clausesOf(item),
});

const variationRow = (item: VariationItem, title: Titles): SheetRow => ({
  asks: variationAsked(item),
  definition: '',
  options: [...item.who.map((role) => `Yes, by the ${inSentence(title(role, item.pack))}`), 'No'],
  clauses: clausesOf(item),
});

const clausesOf = ({ asked }: Item): string => [...new Set(asked.flatMap(({ clauses }) => clauses))].join(', ');

const textBlock = (item: AnalysisItem, beside: readonly FactItem[], view: CaseView): SheetBlock => ({
  ...EMPTY,
  title: item.title,
  asks: item.asks,
  rows: beside.map(factRow),
  covers: mattersIn(item, view).map(({ requirement }) => ({
    says: requirement.says,
    clauses: requirement.clauses.join(', '),
  })),
  isText: true,
});
