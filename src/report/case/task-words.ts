import { IF_STILL, peopleInWords, requirementInWords, UNRECORDED } from '../../assess/case/act-words.ts';
import type { Assessment, Finding, FindingState } from '../../assess/case/assessment.ts';
import type { Rank, Task } from '../../assess/case/tasks.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import { hasDied } from '../../case/sheet/unconfirmed.ts';
import { asksOf } from '../words/after-death.ts';
import { safetyLine } from '../words/safety.ts';
import { capital, type Titles } from '../words/titles.ts';

/** A task in words. */
export interface TaskWords {
  readonly rank: Rank;
  /** How pressing it is, such as `OVERDUE`. */
  readonly label: string;
  readonly who: string;
  /** The act, as an instruction to that person, or the question to be answered. */
  readonly says: string;
  /** The same without the reminder that it may be done already. */
  readonly act: string;
  /** `It was due on 30 June 2026.` or `By 9 November 2026.`; nothing where no day is set. */
  readonly when: string;
  readonly clauses: readonly string[];
}

export const RANK_WORDS: Readonly<Record<Rank, string>> = {
  urgent: 'URGENT',
  overdue: 'OVERDUE',
  past_due: 'PAST DUE',
  due: 'Due',
  to_do: 'To do',
  find_out: 'Find out',
};

/** What somebody is asked to do next, in words. */
export function taskInWords(task: Task, assessment: Assessment, title: Titles): TaskWords {
  const act = actInWords(task, assessment);
  const isRequirement = task.about.kind === 'requirement';
  const still = isIfStill(task, assessment) ? IF_STILL : '';
  return {
    rank: task.rank,
    label: RANK_WORDS[task.rank],
    who: peopleInWords(task.who.map((role) => title(role, task.pack))),
    says: `${still}${isRequirement ? `${BEFORE[task.rank] ?? ''}${act}` : act}`,
    act: `${still}${act}`,
    when: whenInWords(task, assessment.asAt),
    clauses: safetyOf(task) ? [] : task.clauses,
  };
}

const isIfStill = ({ about }: Task, { ifStillOpen }: Assessment): boolean =>
  about.kind === 'requirement'
    ? ifStillOpen.has(about.finding)
    : about.kind === 'analysis' && about.findings.every((finding) => ifStillOpen.has(finding));

/** What the tool itself says in place of a silent document: it has no clause. */
const safetyOf = ({ about }: Task): string | undefined =>
  about.kind === 'urgent' ? safetyLine(about.question) : undefined;

function actInWords({ about, pack }: Task, assessment: Assessment): string {
  switch (about.kind) {
    case 'requirement':
      return `${requirementInWords(about.finding)}${instanceInWords(about.finding)}`;
    case 'analysis':
      return `Write the analysis: ${about.texts.map((id) => unstopped(pack.pack.analyses?.[id]?.title ?? id)).join('; ')}.`;
    case 'decision':
      return `${about.question.compiled.question.title}: decide, and record the decision with its reasons.`;
    case 'urgent':
      return (
        safetyLine(about.question) ??
        about.question.compiled.question.outcomes[about.question.outcome ?? '']?.says ??
        `Settle this today: ${about.question.compiled.question.asks}`
      );
    case 'fact': {
      const fact =
        pack.facts.get(about.fact) ?? assessment.packs.find((p) => p.facts.has(about.fact))?.facts.get(about.fact);
      const asks = fact && asksOf(fact, hasDied(assessment.file, assessment.asAt));
      return asks ?? `${capital(fact?.label ?? 'this')}?`;
    }
  }
}

/** Which of several it is about: ` This is about the review conference of 2 March 2026.` */
const instanceInWords = ({ instance }: Finding): string =>
  instance?.on ? ` This is about the ${instance.what} of ${rangeInWords(instance.on)}.` : '';

/** What is not recorded may be done: it is asked for as a record. */
const BEFORE: Partial<Record<Rank, string>> = {
  past_due: UNRECORDED.past_due_unrecorded,
  find_out: UNRECORDED.unknown,
};

const unstopped = (text: string): string => text.replace(/[.]$/, '');

function whenInWords({ due }: Task, asAt: Day): string {
  if (!due) return '';
  const [day, isPast] = [rangeInWords(due), due.to < asAt];
  if (day.startsWith('between')) return `The last day ${isPast ? 'was' : 'is'} ${day}.`;
  return isPast ? `It was due by ${day}.` : `By ${day}.`;
}

/** Those who see to a requirement, in words. */
export const whoOf = ({ who, pack }: Finding, title: Titles): string =>
  peopleInWords(who.map((role) => title(role, pack)));

/** How the state of a finding reads. */
export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  met: 'in place',
  outstanding: 'to do',
  due: 'due',
  overdue: 'OVERDUE',
  past_due_unrecorded: 'PAST DUE, not recorded',
  done_late: 'done late',
  declined: 'declined',
  varied: 'a departure is approved',
  barred: 'not yet',
  not_applicable: 'does not apply',
  unknown: 'not recorded',
};

/** What is known of a requirement, in words. */
export function stateInWords({ state, unsure }: Pick<Finding, 'state' | 'unsure'>): string {
  if (unsure === 'applies') return 'if it applies';
  return unsure === 'when' ? 'not known whether in time' : STATE_WORDS[state];
}

/** `lead worker 16, core group 7`, the most first. */
export function countsByPerson(tasks: readonly Pick<TaskWords, 'who'>[]): string {
  const counts = new Map<string, number>();
  for (const { who } of tasks) counts.set(who, (counts.get(who) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([who, count]) => `${who} ${count}`)
    .join(', ');
}
