import { type Assessment, isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { type Rank, type Task, tasksOf } from '../../assess/case/tasks.ts';
import { titled } from '../../assess/decide/deciders.ts';
import type { Day } from '../../calendar/dates.ts';
import { firstSentence, labelOf, leftWords } from '../case/headline.ts';
import { taskInWords } from '../case/task-words.ts';
import { timelineOf, timelineText } from '../case/timeline.ts';
import { timelineSvg } from '../case/timeline-svg.ts';
import { capital, type Titles } from '../words/titles.ts';
import { type CaseRow, caseRow } from './case-row.ts';

/** Something that somebody has to do, as a list over many cases has it. */
export interface TeamTask {
  readonly rank: Rank;
  readonly label: string;
  /** Roles in words, and each of them. */
  readonly who: string;
  readonly roles: readonly string[];
  readonly says: string;
  readonly due: Day | null;
  readonly clauses: readonly string[];
  readonly isDecision: boolean;
}

/** Where one question stands, in the words of the pack alone. */
export interface Stands {
  readonly title: string;
  readonly says: string;
  readonly clauses: readonly string[];
}

/** One case as lists over many cases need it: nothing in it is text that a person wrote, but for reference, team and worker. */
export interface TeamCase {
  readonly row: CaseRow;
  /** The case file as reports show it. */
  readonly path: string;
  readonly tasks: readonly TeamTask[];
  readonly stands: readonly Stands[];
  /** The picture of time, as SVG, and in words. */
  readonly picture: string;
  readonly times: string;
}

/** Somebody other than the file's own readers may see these lists: confidential days stay out. */
const READERS = { whom: 'conference' } as const;

/** What lists over many cases need of one. */
export function teamCase(assessment: Assessment, path: string, title: Titles): TeamCase {
  const tasks = tasksOf(assessment);
  const timeline = timelineOf(assessment, READERS);
  const times = timelineText(timeline);
  return {
    row: caseRow(assessment, tasks),
    path,
    tasks: tasks.map((task) => teamTask(task, assessment, title)),
    stands: standsOf(assessment, title),
    picture: timelineSvg(timeline, times),
    times,
  };
}

function teamTask(task: Task, assessment: Assessment, title: Titles): TeamTask {
  const { rank, label, who, act, clauses } = taskInWords(task, assessment, title);
  return {
    rank,
    label,
    who: capital(who),
    roles: task.who.map((role) => capital(title(role, task.pack))),
    says: act,
    due: task.due?.to ?? null,
    clauses,
    isDecision: task.about.kind === 'decision' || isApproval(task),
  };
}

const isApproval = ({ about }: Task): boolean => about.kind === 'requirement' && about.finding.kind === 'approval';

function standsOf(assessment: Assessment, title: Titles): Stands[] {
  const inView = assessment.questions.filter(
    (q) => (q.state === 'settled' || isUrgent(q) || isOpenHere(q)) && !isNotLookedAt(q, assessment.file),
  );
  return inView.map((question) => ({
    title: capital(question.compiled.question.short ?? question.compiled.question.title),
    says: standsIn(question, assessment, title),
    clauses: question.state === 'settled' ? question.clauses : [],
  }));
}

/** Undecided, but sure to arise. */
const isOpenHere = ({ state, possible }: QuestionResult): boolean =>
  state === 'undecided' && !possible.includes('not_in_play');

function standsIn(question: QuestionResult, { standings }: Assessment, title: Titles): string {
  const { outcome, hangsOn, pack } = question;
  const standing = standings.get(question);
  if (outcome === undefined)
    return `Not settled: ${hangsOn.length === 1 ? 'one answer is' : `${hangsOn.length} answers are`} missing.`;
  const says = firstSentence(labelOf(question, outcome));
  if (!standing) return says;
  const { at, left, decided, decider } = standing;
  const who = decider && titled(decider, pack, title);
  if (at === 'to_prepare') return `${says} ${capital(leftWords(left))}.`;
  if (at === 'ready') return `${says} Ready${who ? ` for ${who}` : ''} to decide.`;
  if (at === 'carried_out') return `${says} Done.`;
  return `${says} ${decided?.how === 'agrees' ? 'Decided.' : 'Decided otherwise.'}`;
}
