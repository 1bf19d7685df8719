import { inputsOf } from '../../../facts/derivations/table.ts';
import { LEGAL_STATUSES, MEETING_DECISIONS, PLACEMENTS, placementInWords } from '../../../facts/records/codes.ts';
import type { Path } from '../../../messages/diagnostic.ts';
import { capital } from '../../../report/words/titles.ts';
import type { ListItem } from '../../agenda/item.ts';
import { clauseLines } from '../../agenda/why.ts';
import { type Ended, endedBy, explained, type InterviewContext, say, waysOut } from '../../flow/interview-context.ts';
import type { Option } from '../../prompters/prompter.ts';
import { askEntry, entryInWords, type Field } from './entry-form.ts';
import { occurrenceFields, occurrenceKinds } from './occurrence-fields.ts';

/** A list of a case file that is kept entry by entry. */
interface Ledger {
  readonly key: 'looked_after' | 'meetings' | 'occurrences';
  readonly path: Path;
  readonly question: string;
  /** What is named under the question. */
  readonly beside?: (context: InterviewContext) => readonly string[];
  readonly none: string;
  readonly fields: (context: InterviewContext) => readonly Field[];
  /** What stands in the file where there is nothing to list. */
  readonly empty: unknown;
}

const words = (codes: readonly string[]): Option<string>[] =>
  codes.map((code) => ({ value: code, name: capital(code.replaceAll('_', ' ')) }));

const LEDGERS: Readonly<Record<Ledger['key'], Ledger>> = {
  looked_after: {
    key: 'looked_after',
    path: ['looked_after', 'episodes'],
    question: 'When, and on what footing, was the child looked after?',
    none: 'The child was never looked after',
    empty: 'none',
    fields: () => [
      { name: 'began', question: 'When did it begin?', type: 'date' },
      { name: 'ended', question: 'When did it end? Leave it out while it goes on.', type: 'date' },
      {
        name: 'legal_status',
        question: 'Under which legal status?',
        options: Object.entries(LEGAL_STATUSES).map(([value, name]) => ({ value, name: `${value}: ${name}` })),
      },
      {
        name: 'placement',
        question: 'Which placement, by its code in the national return?',
        options: PLACEMENTS.map((value) => ({ value, name: placementInWords(value) })),
      },
    ],
  },
  meetings: {
    key: 'meetings',
    path: ['meetings', 'list'],
    question: 'Which conferences, core groups and reviews were held, or are planned?',
    none: 'None was held, and none is planned',
    empty: { complete: 'yes', list: [] },
    fields: (context) => [
      { name: 'kind', question: 'Which kind of meeting?', options: words(kindsOf(context)), needed: true },
      { name: 'date', question: 'When was it held, or when is it planned?', type: 'date', needed: true },
      { name: 'held', question: 'Did it take place?', options: words(['yes', 'no']) },
      { name: 'quorate', question: 'Was it quorate?', options: words(['yes', 'no']) },
      { name: 'decided', question: 'What did it decide about the plan?', options: words(MEETING_DECISIONS) },
      { name: 'minutes_sent', question: 'When did its minutes go out?', type: 'date' },
    ],
  },
  occurrences: {
    key: 'occurrences',
    path: ['occurrences', 'list'],
    question: 'Which of these happened? List each time.',
    beside: (context) => occurrenceKinds(context).map(({ says }) => capital(says)),
    none: 'None of these happened',
    empty: { complete: 'yes', list: [] },
    fields: occurrenceFields,
  },
};

/** Kinds of meeting from which the packs of the case work anything out. */
function kindsOf({ session }: InterviewContext): string[] {
  const kinds = [...session.book.scope.facts.values()].flatMap(({ derive }) =>
    derive ? inputsOf(derive).meetings : [],
  );
  const each = session.book.packs.flatMap(({ requirements }) =>
    requirements.flatMap(({ requirement }) => requirement.for_each?.meeting ?? []),
  );
  return [...new Set([...kinds, ...each])];
}

type Step = 'none' | 'all' | 'more' | 'add' | `correct ${number}` | `remove ${number}`;

/** A list of meetings, of times in care, or of what can happen more than once: added to, corrected, closed. */
export async function askEntries(item: ListItem & { kind: Ledger['key'] }, context: InterviewContext): Promise<Ended> {
  const ledger = LEDGERS[item.kind];
  for (;;) {
    const entries = entriesOf(ledger, context);
    const listed = entries.map((entry, i) => `${i + 1}. ${entryInWords(entry, ledger.fields(context))}`);
    const reply = await explained(item, context, () =>
      context.prompter.choose<Step>({
        key: ledger.key,
        question: ledger.question,
        beside: [...(ledger.beside?.(context) ?? []), ...listed, ...clauseLines(item)],
        options: steps(ledger, entries.length),
        asides: waysOut(context, 'not_known'),
      }),
    );
    if ('aside' in reply) return endedBy(reply.aside);
    if (await isOver(reply.value, ledger, context)) return 'answered';
  }
}

function entriesOf({ path }: Ledger, { session }: InterviewContext): readonly object[] {
  const list = session.at(path);
  return Array.isArray(list) ? list : [];
}

function steps({ none }: Ledger, listed: number): Option<Step>[] {
  if (listed === 0) {
    return [
      { value: 'add', name: 'Enter one' },
      { value: 'none', name: none },
    ];
  }
  return [
    { value: 'all', name: 'That is all of them' },
    { value: 'more', name: 'There may be more' },
    { value: 'add', name: 'Enter another' },
    ...Array.from({ length: listed }, (_, i): Option<Step>[] => [
      { value: `correct ${i}`, name: `Correct number ${i + 1}` },
      { value: `remove ${i}`, name: `Remove number ${i + 1}` },
    ]).flat(),
  ];
}

/** Takes one step on the list; true where the list is closed by it. */
async function isOver(step: Step, ledger: Ledger, context: InterviewContext): Promise<boolean> {
  const [verb, place] = step.split(' ');
  const { session } = context;
  if (verb === 'none') session.accept([{ path: [ledger.key], value: ledger.empty }]);
  else if (verb === 'all' || verb === 'more')
    session.accept([{ path: [ledger.key, 'complete'], value: verb === 'all' ? 'yes' : 'no' }]);
  else if (verb === 'remove') session.accept([{ path: [...ledger.path, Number(place)], value: undefined }]);
  else {
    const at = place === undefined ? entriesOf(ledger, context).length : Number(place);
    await askEntry([...ledger.path, at], ledger.fields(context), context);
    say(context, entryInWords(session.at([...ledger.path, at]), ledger.fields(context)), '  ');
  }
  return verb === 'none' || verb === 'all' || verb === 'more';
}
