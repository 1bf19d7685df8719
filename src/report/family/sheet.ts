import { isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { firstSentence, shortHeadline } from '../case/headline.ts';
import { PROTECT, type UnknownView } from '../case/summary.ts';
import { countsByPerson, type TaskWords } from '../case/task-words.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import { plainNote } from '../words/plain-note.ts';
import { capital } from '../words/titles.ts';
import { type Joint, jointTasks, jointUnknown, type Member } from './joint.ts';

/** As many lines of 80 columns as fit on a page. */
const PAGE = 62;

/** How much is named: tasks, things not known, and whether tasks stand in one sentence each. What cannot wait always is. */
interface Room {
  readonly tasks: number;
  readonly unknown: number;
  readonly isShort: boolean;
}

/** From the most room to the least. */
const ROOMS: readonly Room[] = [
  [14, 10],
  [10, 8],
  [8, 4],
  [6, 3],
  [4, 2],
  [2, 1],
  [0, 0],
].map(([tasks = 0, unknown = 0], i) => ({ tasks, unknown, isShort: i > 0 }));

/**
 * A family on one page, as Markdown: where each child stands, what to do now, and what is not known. What is asked of the
 * same person for several children stands once. It holds no analysis and no day that is confidential.
 */
export function familySheet(members: readonly Member[]): string {
  const parts = { tasks: jointTasks(members), unknown: jointUnknown(members) };
  const texts = ROOMS.map((room) => sheetText(members, parts, room));
  return texts.find((text) => plainNote(text).split('\n').length <= PAGE) ?? (texts.at(-1) as string);
}

const SEVERAL = 'This sheet speaks of several children. It does not belong in the file of one of them.';

interface Parts {
  readonly tasks: readonly Joint<TaskWords>[];
  readonly unknown: readonly Joint<UnknownView>[];
}

function sheetText(members: readonly Member[], { tasks, unknown }: Parts, room: Room): string {
  const blocks = [
    `# ${headingOf(members)}`,
    `**${PROTECT}**`,
    ...(members.length > 1 ? [SEVERAL] : []),
    '## Where each child stands',
    standings(members).join('\n'),
    ...always(members).map((says) => `**${escapeMarkdown(says)}**`),
    '## Do now',
    tasksText(tasks, room, members.length),
    '## Not known',
    [...unknownLines(unknown, room.unknown, members.length), ...unrecorded(tasks)].join('\n') ||
      'Nothing that matters here is unknown.',
  ];
  return `${blocks.join('\n\n')}\n`;
}

const daysOf = (members: readonly Member[]): Set<string> => new Set(members.map(({ assessment }) => assessment.asAt));

function headingOf(members: readonly Member[]): string {
  const families = new Set(members.flatMap(({ assessment }) => assessment.file.family ?? []));
  const [day = ''] = daysOf(members);
  const when = daysOf(members).size === 1 ? `, ${dayInWords(day)}` : '';
  return `${['Family', ...families].map(escapeMarkdown).join(' ')}: ${members.length === 1 ? 'one child' : `${members.length} children`}${when}`;
}

/** Where each child stands; children who stand alike share a line. */
function standings(members: readonly Member[]): string[] {
  const lines = new Map<string, string[]>();
  for (const member of members) {
    const says = standing(member);
    lines.set(says, [...(lines.get(says) ?? []), nameOfChild(member, members)]);
  }
  return [...lines].map(([says, children]) => `- **${escapeMarkdown(children.join('; '))}.** ${says}`);
}

/** The reference with the authority, and the day where it is not the same for all. */
function nameOfChild({ assessment: { file, profile, asAt } }: Member, all: readonly Member[]): string {
  return [file.case, ...(profile ? [profile.title] : []), ...(daysOf(all).size > 1 ? [dayInWords(asAt)] : [])].join(
    ', ',
  );
}

/** What is wrong with the file of one child, and where each question stands. */
function standing({ assessment, title }: Member): string {
  const { file, questions, diagnostics } = assessment;
  const inView = questions.filter(
    (q) => (q.state === 'settled' || q.state === 'undecided' || isUrgent(q)) && !isNotLookedAt(q, file),
  );
  const mayApply = (q: QuestionResult): boolean => q.possible.includes('not_in_play') && !isUrgent(q);
  const faults = diagnostics.filter(({ severity }) => severity !== 'note').length;
  const urgentFirst = [...inView.filter(isUrgent), ...inView.filter((q) => !isUrgent(q) && !mayApply(q))];
  const says = [
    ...(faults > 0 ? [`Check the file: ${faults === 1 ? 'one thing does' : `${faults} things do`} not fit.`] : []),
    ...urgentFirst.map((q) => `${isUrgent(q) ? 'URGENT. ' : ''}${nameOf(q)}: ${shortHeadline(q, assessment, title)}`),
    ...names('We do not know if these apply', inView.filter(mayApply)),
    ...names(
      'Not looked at',
      questions.filter((q) => isNotLookedAt(q, file)),
    ),
  ];
  return says.map(escapeMarkdown).join(' ');
}

const nameOf = ({ compiled: { question } }: QuestionResult): string => question.short ?? question.title;

const names = (label: string, questions: readonly QuestionResult[]): string[] =>
  questions.length > 0 ? [`${label}: ${[...new Set(questions.map(nameOf))].join('; ')}.`] : [];

/** What is said with every result of some questions of some child, each sentence once. */
function always(members: readonly Member[]): string[] {
  const said = members.flatMap(({ assessment: { questions, file } }) =>
    questions
      .filter((q) => (q.state === 'settled' || q.state === 'undecided') && !isNotLookedAt(q, file))
      .flatMap(({ compiled }) => compiled.question.always ?? []),
  );
  return [...new Set(said)];
}

/** Things to do that cannot wait, and then as many more as there is room for. What is to be found out has its own list. */
function tasksText(all: readonly Joint<TaskWords>[], { tasks: room, isShort }: Room, children: number): string {
  const tasks = all.filter(({ one }) => one.rank !== 'find_out');
  if (tasks.length === 0) return 'Nothing is left to do.';
  const pressing = tasks.filter(({ one }) => one.rank === 'urgent' || one.rank === 'overdue').length;
  const first = tasks.slice(0, Math.max(room, pressing));
  const rest = tasks.slice(first.length);
  const more = rest.length > 0 ? [`- And ${rest.length} more: ${counted(rest)}.`] : [];
  return [...first.map((task) => taskLine(task, isShort, children)), ...more].join('\n');
}

const counted = (tasks: readonly Joint<TaskWords>[]): string =>
  escapeMarkdown(countsByPerson(tasks.map(({ one }) => one)));

function taskLine({ one, children }: Joint<TaskWords>, isShort: boolean, all: number): string {
  const { label, rank, who, says, when, clauses } = one;
  const [first = [], more] = isShort ? [clauses.slice(0, CITED), clauses.length > CITED] : [clauses, false];
  const cited = first.length > 0 ? `(${first.join(', ')}${more ? ' and others' : ''})` : '';
  const act = isShort && rank !== 'urgent' ? inShort(says) : says;
  const text = [act, when, cited].filter(Boolean).map(escapeMarkdown).join(' ');
  return `- **${escapeMarkdown(`${forWhom(children, all)}${who}:`)}** ${label === 'To do' ? '' : `${label}. `}${text}`;
}

/** The first sentence, without the list that it may end with. */
function inShort(says: string): string {
  const list = says.indexOf(': ');
  return list >= 0 && says.includes('; ', list) ? `${says.slice(0, list)}.` : firstSentence(says);
}

/** As many clauses are cited in short. */
const CITED = 2;

function unknownLines(all: readonly Joint<UnknownView>[], room: number, children: number): string[] {
  const more = all.length > room ? [`- And ${all.length - room} more. The interview asks them.`] : [];
  const lines = all.slice(0, room).map(({ one: { label, kind, who, chaseBy }, children: whose }) => {
    const finds = [who && `${capital(who)} finds out`, chaseBy && `by ${chaseBy}`].filter(Boolean).join(' ');
    const text = `${label}: ${kind}.${finds ? ` ${finds}.` : ''}`;
    return `- **${escapeMarkdown(forWhom(whose, children).trim())}** ${escapeMarkdown(text)}`.replace('**** ', '');
  });
  return [...lines, ...more];
}

/** What may be done already, counted by the person who can say. */
function unrecorded(tasks: readonly Joint<TaskWords>[]): string[] {
  const open = tasks.filter(({ one }) => one.rank === 'find_out');
  return open.length > 0 ? [`- Done or not? Nothing is recorded. Ask: ${counted(open)}.`] : [];
}

/** The children that something is about; a family with one child needs no name. */
function forWhom(children: readonly string[], all: number): string {
  if (all === 1) return '';
  return children.length < all ? `${children.join(', ')}. ` : all === 2 ? 'Both children. ' : 'All children. ';
}
