import { dayInWords } from '../../calendar/date-words.ts';
import { type Day, isWhole } from '../../calendar/dates.ts';
import { readTypedDate } from '../../calendar/typed-date.ts';
import { capital } from '../../report/words/titles.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { AnalysisItem } from '../flow/item.ts';
import type { Signature } from '../flow/session.ts';
import type { Option, Read } from '../prompters/prompter.ts';

/** Puts author and day under a text that has none; they are asked for once in a sitting. */
export async function sign(item: AnalysisItem, context: InterviewContext): Promise<void> {
  const { session } = context;
  const written = session.file.analysis?.[item.key];
  if (!written?.text.trim() || (written.by && written.date)) return;
  const signature = (!context.prompter.signsEach && session.signature) || (await askSignature(item, context));
  session.signature = signature;
  const { by, date } = signature;
  session.accept([
    ...(by && !written.by ? [{ path: ['analysis', item.key, 'by'], value: by }] : []),
    ...(date && !written.date ? [{ path: ['analysis', item.key, 'date'], value: date }] : []),
  ]);
}

async function askSignature(item: AnalysisItem, context: InterviewContext): Promise<Signature> {
  const { prompter, session } = context;
  const by = await prompter.choose<string>({
    key: `analysis.${item.key}.by`,
    question: 'Who writes the analysis? This is asked once, and stands under each text that you write now.',
    options: authors(item, context),
    asides: ['later'],
  });
  const day = await prompter.choose<'today' | 'other'>({
    key: `analysis.${item.key}.day`,
    question: 'When was it written?',
    options: [
      { value: 'today', name: `On ${dayInWords(session.asAt)}` },
      { value: 'other', name: 'On another day' },
    ],
    asides: ['later'],
  });
  const date = 'aside' in day ? undefined : day.value === 'today' ? session.asAt : await askDay(item, context);
  return { ...('value' in by && { by: by.value }), ...(date && { date }) };
}

/** The roles that the pack names for its texts, the one for this text first. */
function authors({ pack, matters }: AnalysisItem, { titles }: InterviewContext): Option<string>[] {
  const texts = Object.values(pack.pack.analyses ?? {}).map(({ who }) => who);
  const roles = [...matters.flatMap(({ requirement }) => [requirement.who].flat()), ...texts, 'team_manager'];
  return [...new Set(roles)].map((role) => ({ value: role, name: capital(titles(role, pack)) }));
}

async function askDay({ key }: AnalysisItem, { prompter, session }: InterviewContext): Promise<Day | undefined> {
  const reply = await prompter.line<Day>({
    key: `analysis.${key}.date`,
    question: 'On which day was it written?',
    asides: ['later'],
    read: (typed) => wholeDay(readTypedDate(typed, session.asAt)),
  });
  return 'aside' in reply ? undefined : reply.value;
}

function wholeDay(read: ReturnType<typeof readTypedDate>): Read<Day> {
  if (typeof read === 'object') return read;
  return isWhole(read) ? { value: String(read) } : { problem: 'Give the day, the month and the year.' };
}
