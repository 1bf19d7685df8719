import { dayInWords } from '../../calendar/date-words.ts';
import { PROTECT } from '../case/summary.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import { plainNote } from '../words/plain-note.ts';
import { jointTasks, jointUnknown, type Member } from './joint.ts';
import { type Parts, tasksText, unknownText } from './sheet-lists.ts';
import { always, type Counts, daysOf, standings } from './standings.ts';

/** As many lines of 80 columns as fit on a page. */
const PAGE = 62;

/**
 * How much is named: tasks, things not known, whether tasks stand in one sentence each, and which questions are only counted:
 * those that nobody was asked about, then those that may not apply as well. What is urgent or past its day always stands there, however long that makes the page.
 */
interface Room {
  readonly tasks: number;
  readonly unknown: number;
  readonly isShort: boolean;
  readonly counts: Counts;
}

/** From the most room to the least. */
const ROOMS: readonly Room[] = [
  [14, 10],
  [14, 10],
  [10, 8],
  [8, 4],
  [6, 3],
  [4, 3],
  [0, 3],
].map(([tasks = 0, unknown = 0], i) => ({
  tasks,
  unknown,
  isShort: i > 1,
  counts: { outside: i > 0, mayApply: i > 2 },
}));

/**
 * A family on one page, as Markdown: where each child stands, what to do now, and what is not known. What is asked of the
 * same person for several children stands once. It holds no analysis and no day that is confidential.
 */
export function familySheet(members: readonly Member[]): string {
  const parts = { tasks: jointTasks(members), unknown: jointUnknown(members), children: members.length };
  const texts = ROOMS.map((room) => sheetText(members, parts, room));
  return texts.find((text) => plainNote(text).split('\n').length <= PAGE) ?? (texts.at(-1) as string);
}

const SEVERAL = 'This sheet speaks of several children. It does not belong in the file of one of them.';

function sheetText(members: readonly Member[], parts: Parts, room: Room): string {
  const stands = ['## Where each child stands', standings(members, room.counts).join('\n')];
  const doNow = ['## Do now', tasksText(parts, room.tasks, room.isShort)];
  const said = always(members).map((says) => `**${escapeMarkdown(says)}**`);
  const blocks = [
    `# ${headingOf(members)}`,
    `**${PROTECT}**`,
    ...(members.length > 1 ? [SEVERAL] : []),
    // As in a brief: what cannot wait comes before everything that can
    ...(parts.tasks[0]?.one.rank === 'urgent' ? [...doNow, ...stands, ...said] : [...stands, ...said, ...doNow]),
    '## Not known',
    unknownText(parts, room.unknown),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headingOf(members: readonly Member[]): string {
  const families = new Set(members.flatMap(({ assessment }) => assessment.file.family ?? []));
  const [day = ''] = daysOf(members);
  const when = daysOf(members).size === 1 ? `, ${dayInWords(day)}` : '';
  return `${['Family', ...families].map(escapeMarkdown).join(' ')}: ${members.length === 1 ? 'one child' : `${members.length} children`}${when}`;
}
