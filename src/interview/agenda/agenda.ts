import type { Masks } from '../../assess/case/project.ts';
import { isNotKnown } from '../../case/file/entry-value.ts';
import { hasDied } from '../../case/sheet/unconfirmed.ts';
import { NOT_SURE } from '../../facts/fact-scope.ts';
import { NO } from '../../facts/knowledge.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import {
  factsThatMatter,
  factsThatRemain,
  isAskable,
  leaveOpen,
  type Open,
  surely,
  tellingFacts,
  urgentFacts,
} from './bearing.ts';
import type { CaseView } from './case-view.ts';
import { type Catalogue, itemKey } from './catalogue.ts';
import { eachListsAsked } from './for-each.ts';
import { type AskedKeys, openInputs } from './inputs.ts';
import type { AnalysisItem, Item } from './item.ts';
import type { Ranked } from './pages.ts';
import { isVariationAsked } from './variations.ts';

/**
 * What is still to be asked, in order: only what can matter, derived facts by their dates and lists. What is urgent
 * comes first, then what an earlier sitting left as not yet known, then what tells a worker who is not sure.
 */
export const agenda = (items: Catalogue, view: CaseView, asked: AskedKeys): Item[] =>
  ranked(items, view, asked).map(({ item }) => item);

/** What is still to be asked, in order, each with how pressing it is. */
export function ranked(items: Catalogue, view: CaseView, asked: AskedKeys): Ranked[] {
  const open = leaveOpen(view, asked);
  const places = new Map([...items.keys()].map((key, place) => [key, place]));
  const placeOf = (key: string): number => places.get(key) ?? -1;
  const first = new Map<string, number>();
  const want = (key: string, place: number): void =>
    void first.set(key, Math.min(place, placeOf(key), first.get(key) ?? place));
  const isDead = hasDied(view.file, view.asAt);
  for (const fact of (isDead ? factsThatRemain : factsThatMatter)(view, open, asked)) {
    for (const key of keysFor(fact, view, asked)) want(key, placeOf(itemKey(fact)));
  }
  const lists: ReadonlySet<string> = eachListsAsked(open, view);
  for (const [place, item] of [...items.values()].entries()) {
    if (lists.has(item.key) && !asked.has(item.key)) want(item.key, place);
    if (item.kind === 'analysis' && isDue(item, view, asked, open)) want(item.key, place);
    if (item.kind === 'variation' && isVariationAsked(item, open.get(item.pack) ?? [], view, asked))
      want(item.key, place);
  }
  const found = [...first].sort(([, a], [, b]) => a - b).flatMap(([key]) => items.get(key) ?? []);
  const rank = ranking(view, open, asked);
  return found.map((item) => ({ item, at: rank(item) })).sort((a, b) => a.at - b.at);
}

/** What the rest hangs on. */
const FIRST = -1;

/** Where an item stands: whether something goes on, what is urgent, what waits, what tells which questions arise, the rest. */
function ranking(view: CaseView, open: Open, asked: AskedKeys): (item: Item) => number {
  const keys = (facts: (pack: CompiledPack, known: Masks) => string[]): Set<string> =>
    new Set([...open].flatMap(([pack, known]) => facts(pack, known).flatMap((fact) => keysFor(fact, view, asked))));
  const urgent = keys(urgentFacts);
  const telling = view.file.occasions?.includes(NOT_SURE) ? keys(tellingFacts) : new Set();
  return (item) =>
    item.kind === 'still'
      ? FIRST
      : urgent.has(item.key)
        ? 0
        : isWaiting(item, view)
          ? 1
          : telling.has(item.key)
            ? 2
            : 3;
}

/** What is asked so that a fact is known: its dates and lists while one is open, then the fact itself. */
export function keysFor(fact: string, view: CaseView, asked: AskedKeys): string[] {
  const inputs = openInputs(fact, view, asked);
  const itself = isAskable(fact, view, asked) && !asked.has(itemKey(fact)) ? [itemKey(fact)] : [];
  return [...inputs, ...itself];
}

/** Whether an earlier asked, or another hand, left it as not yet known. */
function isWaiting(item: Item, { sheet, file }: CaseView): boolean {
  const entries = item.kind === 'checklist' ? Object.values(file.checklists?.[item.key] ?? {}) : [];
  return [sheet.states.get(item.key)?.entry, ...entries].some(isNotKnown);
}

/** Whether a matter that surely applies is not covered, and was not put to the worker in this asked. */
const isDue = (item: AnalysisItem, view: CaseView, asked: AskedKeys, open: Open): boolean =>
  surelyCovers(item, open, view).some((id) => !isCovered(item, id, view) && !asked.has(`${item.key}.${id}`));

const isCovered = ({ key }: AnalysisItem, matter: string, { sheet }: CaseView): boolean =>
  sheet.states.get(`${key}.${matter}`)?.known !== NO;

/** The matters of a text that apply whatever the answers still missing. */
const surelyCovers = ({ pack, matters }: AnalysisItem, open: Open, view: CaseView): string[] =>
  surely(pack, open.get(pack) ?? [], view)
    .filter((r) => matters.includes(r))
    .map((r) => r.id);
