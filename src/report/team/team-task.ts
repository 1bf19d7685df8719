import type { Assessment } from '../../assess/case/assessment.ts';
import type { Rank, Task } from '../../assess/case/tasks.ts';
import type { Day } from '../../calendar/dates.ts';
import { taskInWords } from '../case/task-words.ts';
import { capital, type Titles } from '../words/titles.ts';

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
  /** Whether it is something to find out. */
  readonly isQuestion: boolean;
}

/** A task in the words of its pack. */
export function teamTask(task: Task, assessment: Assessment, title: Titles): TeamTask {
  const { rank, label, who, act, clauses } = taskInWords(task, assessment, title);
  return {
    rank,
    label,
    who: capital(who),
    roles: task.who.map((role) => capital(title(role, task.pack))),
    says: act,
    due: task.due?.to ?? null,
    clauses,
    isQuestion: task.about.kind === 'fact',
    isDecision: task.about.kind === 'decision' || isApproval(task),
  };
}

const isApproval = ({ about }: Task): boolean => about.kind === 'requirement' && about.finding.kind === 'approval';
