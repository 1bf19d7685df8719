import { inSentence } from '../../assess/case/act-words.ts';
import { storedInWords } from '../../calendar/typed-date.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { childDate, entryValue, isNotKnown, provenanceOf } from '../../case/file/entry-value.ts';
import { sectionOf } from '../../facts/fact.ts';
import { plain } from '../../policy/pack/condition.ts';
import { capital, factInWords, type Titles } from '../../report/words/titles.ts';
import { agenda } from '../agenda/agenda.ts';
import { type CaseView, look } from '../agenda/case-view.ts';
import type { Catalogue } from '../agenda/catalogue.ts';
import type { Item } from '../agenda/item.ts';
import { planInWords } from '../ask/plan-rows.ts';

/** An answer of the case file, in one line. */
export interface Given {
  readonly item: Item;
  readonly says: string;
  /** Asked for, and left as not yet known. */
  readonly notKnown: boolean;
}

/** Everything that the case file answers, in the order in which it is asked. */
export function given(items: Catalogue, view: CaseView, titles: Titles): Given[] {
  return [...items.values()].flatMap((item) => {
    const words = wordsFor(item, view, titles);
    return words === undefined ? [] : [{ item, says: `${titleOf(item)}: ${words}`, notKnown: isLeftOpen(item, view) }];
  });
}

/** A short name of what is asked. */
export function titleOf(item: Item): string {
  switch (item.kind) {
    case 'fact':
      return capital(item.fact.label);
    case 'analysis':
      return item.title;
    case 'checklist':
      return item.requirement.requirement.says.replace(/:$/, '');
    case 'still':
      return 'Whether it is still so';
    case 'difference':
      return 'What a return says otherwise';
    case 'variation':
      return `Another way than this: ${item.says.replace(/\.$/, '')}`;
    case 'previous_plans':
      return 'Earlier plans';
    case 'current_plan':
      return 'The plan today';
    case 'child':
      return 'The date of birth';
    case 'looked_after':
      return 'Times in care';
    case 'meetings':
      return 'Meetings';
    case 'occurrences':
      return 'What can happen more than once';
  }
}

function wordsFor(item: Item, { file, sheet }: CaseView, titles: Titles): string | undefined {
  switch (item.kind) {
    case 'fact': {
      const entry = file[sectionOf(item.fact)]?.[item.key];
      if (entry === undefined) return undefined;
      return isNotKnown(entry)
        ? notKnownInWords(entry, titles)
        : answerInWords(item, entry, sheet.states.get(item.key));
    }
    case 'analysis': {
      const text = file.analysis?.[item.key]?.text.trim();
      return text ? `${text.split(/\s+/).length} words` : undefined;
    }
    case 'checklist':
      return file.checklists?.[item.key] && checklistInWords(file.checklists[item.key] ?? {});
    case 'still':
    case 'difference':
      return undefined;
    case 'variation':
      return variationInWords(item, file, titles);
    case 'previous_plans':
      return file.previous_plans && plansInWords(file.previous_plans);
    case 'child':
      return childInWords(file);
    case 'looked_after':
      return (
        file.looked_after && (file.looked_after === 'none' ? 'none' : `${file.looked_after.episodes.length} listed`)
      );
    case 'meetings':
    case 'occurrences':
      return file[item.kind] && `${file[item.kind]?.list.length} listed`;
    case 'current_plan':
      return file.current_plan && (file.current_plan === 'none' ? 'none' : planInWords(file.current_plan, false));
  }
}

function childInWords({ child }: CaseFile): string | undefined {
  const [born, expected] = [childDate(child?.born), childDate(child?.expected)];
  if (born !== undefined) return storedInWords(born);
  return expected === undefined ? undefined : `expected ${storedInWords(expected)}`;
}

type FactItem = Extract<Item, { kind: 'fact' }>;

function answerInWords({ fact }: FactItem, entry: Entry, state: Parameters<typeof factInWords>[1]): string {
  const value = entryValue(entry);
  if (fact.type === 'date') return storedInWords(value as string);
  return factInWords(fact, state) ?? String(value);
}

function notKnownInWords(entry: Extract<Entry, { unknown: string }>, titles: Titles): string {
  const kinds = { not_known: 'not yet known', awaited: 'awaited', disputed: 'accounts differ', withheld: 'withheld' };
  const who = entry.who ? `; ${titles(entry.who)} finds out` : '';
  return `${kinds[entry.unknown]}${who}${entry.chase_by ? ` by ${storedInWords(entry.chase_by)}` : ''}`;
}

function checklistInWords(entries: Readonly<Record<string, Entry>>): string {
  const values = Object.values(entries);
  const there = values.filter((entry) => entryValue(entry) === 'yes' || entryValue(entry) === true).length;
  return `${there} of ${values.length} there`;
}

function variationInWords(
  { requirement, pack }: Extract<Item, { kind: 'variation' }>,
  { checklists }: CaseFile,
  titles: Titles,
): string | undefined {
  const entry = checklists?.[requirement.id]?.variation;
  if (entry === undefined) return undefined;
  if (isNotKnown(entry)) return notKnownInWords(entry, titles);
  if (plain(entryValue(entry)) !== 'yes') return 'not approved';
  const { by } = provenanceOf(entry);
  return `approved${by ? ` by the ${inSentence(titles(by, pack))}` : ''}`;
}

function plansInWords({ count, plans = [], complete }: NonNullable<CaseFile['previous_plans']>): string {
  if (count !== undefined) return `${count} in all, ${plans.length} of them listed`;
  if (plans.length === 0) return complete ? 'none' : 'none listed';
  return `${plans.length}${complete ? '' : ', and perhaps more'}`;
}

function isLeftOpen(item: Item, { file, sheet }: CaseView): boolean {
  const entries = item.kind === 'checklist' ? Object.values(file.checklists?.[item.key] ?? {}) : [];
  return [sheet.states.get(item.key)?.entry, ...entries].some(isNotKnown);
}

/** Answers that change nothing as things stand: kept in the file, and named. */
export function unused(all: readonly Given[], items: Catalogue, view: CaseView): Given[] {
  return all.filter(({ item }) => {
    if (item.kind === 'looked_after' || item.kind === 'meetings' || item.kind === 'occurrences') return false;
    const without = look({ ...withoutItem(item, view.file), occasions: undefined }, view.book, view.asAt);
    const others = new Set([...items.keys()].filter((key) => key !== item.key));
    return !agenda(items, without, others).some(({ key }) => key === item.key);
  });
}

/** The case as it would be had something not been answered. */
function withoutItem(item: Item, file: CaseFile): CaseFile {
  const drop = <T extends object>(group: T | undefined): T => {
    const { [item.key as keyof T]: _, ...rest } = group ?? ({} as T);
    return rest as T;
  };
  switch (item.kind) {
    case 'fact':
      return { ...file, [sectionOf(item.fact)]: drop(file[sectionOf(item.fact)]) };
    case 'analysis':
      return { ...file, analysis: drop(file.analysis) };
    case 'checklist':
      return { ...file, checklists: drop(file.checklists) };
    case 'variation': {
      const { variation: _, ...others } = file.checklists?.[item.requirement.id] ?? {};
      return { ...file, checklists: { ...file.checklists, [item.requirement.id]: others } };
    }
    default:
      return drop(file);
  }
}
