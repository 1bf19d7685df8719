import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import { capital } from '../../report/words/titles.ts';
import type { AnalysisItem } from '../agenda/item.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Option, Row } from '../prompters/prompter.ts';
import { dateAgain, dateHint, readDay } from './row-parts.ts';

/** Questions for who wrote a text, and what to do with the answers. */
export interface AskedSignature {
  readonly rows: () => readonly Row[];
  /** Puts author and day under the text; the next texts of the sitting take them over. */
  readonly keep: () => void;
}

/** Author and day of a text that has none; they are asked for once in a sitting. */
export function beginSignature(item: AnalysisItem, context: InterviewContext): AskedSignature {
  const { session, prompter } = context;
  const path = ['analysis', item.key];
  const written = session.file.analysis?.[item.key];
  if (!written?.text.trim() || (written.by && written.date)) return { rows: () => [], keep: () => undefined };
  const known = !prompter.signsEach && session.signature;
  const given: { by?: string; date?: Day } = { ...known };
  return {
    rows: () => (known ? [] : [byRow(item, given, context), dayRow(item, given, context)]),
    keep: () => {
      session.signature = given;
      session.accept([
        ...(given.by && !written.by ? [{ path: [...path, 'by'], value: given.by }] : []),
        ...(given.date && !written.date ? [{ path: [...path, 'date'], value: given.date }] : []),
      ]);
    },
  };
}

function byRow(item: AnalysisItem, given: { by?: string }, context: InterviewContext): Row {
  return {
    key: `analysis.${item.key}.by`,
    question: 'Who writes the analysis? This is asked once, for each text that you write now.',
    options: authors(item, context),
    asides: [],
    now: given.by && capital(context.titles(given.by, item.pack)),
    take: (reply) => {
      if ('value' in reply) given.by = String(reply.value);
    },
  };
}

/** The day of the sitting is typed with one letter. */
function dayRow({ key }: AnalysisItem, given: { date?: Day }, context: InterviewContext): Row {
  const { asAt } = context.session;
  return {
    key: `analysis.${key}.date`,
    question: 'When was it written?',
    hint: dateHint(asAt),
    asides: [],
    read: readDay(context),
    now: given.date && dayInWords(given.date),
    typed: dateAgain(given.date),
    take: (reply) => {
      if ('value' in reply) given.date = String(reply.value);
    },
  };
}

/** The roles that the pack names for its texts. Each has the same number for every text of the pack. */
function authors({ pack }: AnalysisItem, { titles }: InterviewContext): Option<string>[] {
  const texts = Object.values(pack.pack.analyses ?? {}).map(({ who }) => who);
  const matters = pack.requirements.filter(({ requirement }) => requirement.in !== undefined);
  const roles = [...matters.flatMap(({ requirement }) => [requirement.who].flat()), ...texts, 'team_manager'];
  return [...new Set(roles)].map((role) => ({ value: role, name: capital(titles(role, pack)) }));
}
