import { sidesOf } from '../../assess/case/contradictions.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { entryValue, isNotKnown, provenanceOf } from '../../case/file/entry-value.ts';
import { readFacts } from '../../case/sheet/read-facts.ts';
import { optionsOf, sectionOf } from '../../facts/fact.ts';
import type { Knowledge } from '../../facts/knowledge.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { spanInWords } from '../../logic/span.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { testsOf } from '../../policy/pack/condition.ts';
import { capital, factInWords, valueInWords } from '../../report/words/titles.ts';
import { inputsBelow } from '../agenda/inputs.ts';
import type { Item } from '../agenda/item.ts';
import { stays } from '../ask/entry-kept.ts';
import type { Option } from '../prompters/prompter.ts';
import { type InterviewContext, say } from './interview-context.ts';
import { titleOf } from './review.ts';

/** Names a diagnostic, so that one that a worker has settled is not brought up again. */
export const nameOf = ({ code, path, says }: Diagnostic): string => `${code} ${path.join('.')} ${says}`;

/** Shows both sides of a conflict; gives the item to correct, or nothing where both are kept. */
export async function settle(
  diagnostic: Diagnostic,
  page: readonly Item[],
  context: InterviewContext,
): Promise<Item | undefined> {
  const facts = factsOf(diagnostic, context);
  say(context, 'This does not fit together:');
  say(context, diagnostic.says, '  ');
  for (const line of sides(diagnostic, facts, context)) say(context, line, '  ');
  const list = context.items.get(String(diagnostic.path[0]));
  const behind = [...(list ? [list] : []), ...itemsBehind(facts, context)];
  const own = page.filter((item) => behind.includes(item));
  const items = new Set([...(own.length > 0 ? own : page.slice(-1)), ...behind]);
  const reply = await context.prompter.choose<Item | 'keep'>({
    key: `conflict.${diagnostic.code}`,
    question: 'What would you like to do?',
    options: [
      ...[...items].map((item): Option<Item | 'keep'> => ({ value: item, name: `Correct: ${titleOf(item)}` })),
      {
        value: 'keep',
        name: isDispute(diagnostic) ? 'Keep both, as accounts that differ' : 'Leave it as it is for now',
      },
    ],
    asides: [],
  });
  if ('value' in reply && reply.value !== 'keep') return reply.value;
  if (isDispute(diagnostic)) await dispute(diagnostic, context);
  return undefined;
}

const isDispute = ({ code, path }: Diagnostic): boolean => code === 'answer_contradicts_record' && path.length > 1;

/** The facts that a diagnostic is about. */
function factsOf({ code, path }: Diagnostic, { session }: InterviewContext): string[] {
  const contradiction = session.book.vocabulary.contradictions.find(({ id }) => id === code);
  if (contradiction) return testsOf(contradiction.when).map(({ fact }) => fact);
  for (const { pack, contradictions } of session.book.packs) {
    const own = contradictions.find(({ contradiction: { id } }) => id === code);
    if (own) return sidesOf(own.contradiction.when, session.view.sheet, pack);
  }
  return typeof path[1] === 'string' && session.book.scope.facts.has(path[1]) ? [path[1]] : [];
}

function sides(diagnostic: Diagnostic, facts: readonly string[], context: InterviewContext): string[] {
  const { view, book } = context.session;
  if (isDispute(diagnostic)) return bothAccounts(facts[0] as string, context);
  return facts.flatMap((id) => {
    const fact = book.scope.facts.get(id);
    const words = fact && factInWords(fact, view.sheet.states.get(id));
    return fact && words ? `${capital(fact.label)}: ${words}.` : [];
  });
}

function bothAccounts(id: string, context: InterviewContext): string[] {
  const fact = context.session.book.scope.facts.get(id) as Fact;
  const entry = context.session.view.sheet.states.get(id)?.entry;
  const answer = entry === undefined ? undefined : entryValue(entry);
  const record = recordOf(id, fact, context);
  return [
    `The answer: ${valueInWords(fact, String(answer))}.`,
    `The dates and records: ${factInWords(fact, { known: record }) ?? 'not known'}.`,
  ];
}

/** What the dates and records alone say of a fact. */
function recordOf(id: string, fact: Fact, { session }: InterviewContext): Knowledge | undefined {
  const section = sectionOf(fact);
  const { [id]: _, ...others } = session.file[section] ?? {};
  const without: CaseFile = { ...session.file, [section]: others };
  return readFacts(without, session.book.scope, session.asAt).states.get(id)?.known;
}

/** The items that could be corrected. */
function itemsBehind(facts: readonly string[], { session, items }: InterviewContext): Item[] {
  const keys = facts.flatMap((id) => [id, ...inputsBelow(id, session.view)]);
  return [...new Set(keys)].flatMap((key) => {
    const other = items.get(key);
    const has = session.view.sheet.states.get(key)?.entry !== undefined || !other || other.kind !== 'fact';
    return other && has ? [other] : [];
  });
}

async function dispute(diagnostic: Diagnostic, context: InterviewContext): Promise<void> {
  const { session, prompter } = context;
  const id = diagnostic.path[1] as string;
  const fact = session.book.scope.facts.get(id) as Fact;
  const entry = session.at(diagnostic.path) as Entry;
  const accounts = [
    { source: 'answer in the interview', ...accountOf(entry) },
    ...valuesOf(fact, recordOf(id, fact, context)).map((value) => ({
      value,
      source: 'dates and records in this file',
    })),
  ];
  // A record that leaves every answer open is no account of its own: the answer stays as it is
  if (accounts.length < 2) return;
  const reply = await prompter.line<string>({
    key: `conflict.${diagnostic.code}.reason`,
    question: 'Why do both stand?',
    asides: ['skip'],
    read: (typed) => ({ value: typed }),
  });
  const note = 'value' in reply ? { note: reply.value } : {};
  const value = { ...stays(entry), unknown: 'disputed', accounts, ...note };
  session.accept([{ path: diagnostic.path as Path, value }]);
}

/** An answer as one of several accounts, with its day and where it was from. */
function accountOf(entry: Entry): Record<string, unknown> {
  const { note: _, about: __, confidential: ___, ...account } = provenanceOf(entry);
  return { ...account, value: isNotKnown(entry) ? '' : entryValue(entry) };
}

/** What is known, as values that a case file can hold. */
function valuesOf(fact: Fact, known: Knowledge | undefined): string[] {
  if (known?.kind === 'span') return [spanInWords(known.span)];
  if (known?.kind === 'days') return known.days.from === known.days.to ? [known.days.from] : [];
  return known?.kind === 'options' ? optionsOf(fact).filter((_, i) => known.mask & (1 << i)) : [];
}
