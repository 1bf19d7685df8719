import { type Assessment, isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { tasksOf } from '../../assess/case/tasks.ts';
import { titled } from '../../assess/decide/deciders.ts';
import { NOT_CONFIRMED } from '../../case/consistency/open-on.ts';
import { firstSentence, labelOf, leftWords } from '../case/headline.ts';
import { timelineOf, timelineText } from '../case/timeline.ts';
import { timelineSvg } from '../case/timeline-svg.ts';
import { capital, type Titles } from '../words/titles.ts';
import { type CaseRow, caseRow } from './case-row.ts';
import { type Change, changesOf, type Since } from './changes.ts';
import { type TeamTask, teamTask } from './team-task.ts';

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
  /** What was so on the day of a return, and waits for somebody to say if it still is. */
  readonly confirm: readonly string[];
  /** What changed since a day, where that was asked for. */
  readonly changes: readonly Change[];
  /** The picture of time, as SVG, and in words. */
  readonly picture: string;
  readonly times: string;
}

/** Somebody other than the file's own readers may see these lists: confidential days stay out. */
const READERS = { whom: 'conference' } as const;

/** What lists over many cases need of one. */
export function teamCase(assessment: Assessment, path: string, title: Titles, since?: Since): TeamCase {
  const open = tasksOf(assessment);
  const row = caseRow(assessment, open);
  const tasks = open.map((task) => teamTask(task, assessment, title));
  const timeline = timelineOf(assessment, READERS);
  const times = timelineText(timeline);
  return {
    row,
    path,
    tasks,
    changes: since ? changesOf(assessment, row, tasks, since) : [],
    stands: standsOf(assessment, title),
    confirm: assessment.diagnostics.filter(({ code }) => code === NOT_CONFIRMED).map(({ says }) => says),
    picture: timelineSvg(timeline, times),
    times,
  };
}

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

const DECIDED = { agrees: 'Decided.', departs: 'Decided otherwise.', declined: 'Not agreed.' } as const;

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
  return `${says} ${DECIDED[decided?.how ?? 'agrees']}`;
}
