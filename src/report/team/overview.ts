import { type Day, plusDays } from '../../calendar/dates.ts';
import { CHANGE_WORDS, type Change } from './changes.ts';
import type { TeamCase } from './team-case.ts';
import type { TeamTask } from './team-task.ts';

/** A task of one case. */
export interface CaseTask {
  readonly of: TeamCase;
  readonly task: TeamTask;
}

/** A change in one case. */
export interface CaseChange {
  readonly of: TeamCase;
  readonly change: Change;
}

/** Counts of one worker, one team, or all. */
export interface Load {
  readonly team: string | null;
  readonly worker: string | null;
  readonly cases: number;
  readonly urgent: number;
  readonly overdue: number;
  readonly pastDue: number;
  readonly soon: number;
}

/** Who is waited for, in how many cases, and for how many decisions. */
export interface Waiting {
  readonly who: string;
  readonly cases: number;
  readonly tasks: number;
  readonly decisions: number;
}

/** A case file that could not be opened. */
export interface UnreadFile {
  readonly path: string;
}

/** A folder of cases as its manager needs it today. */
export interface Overview {
  readonly cases: readonly TeamCase[];
  readonly unread: readonly UnreadFile[];
  /** Cases that have one reference in several files. */
  readonly twins: readonly (readonly TeamCase[])[];
  /** What cannot wait: urgent or overdue. */
  readonly now: readonly CaseTask[];
  /** What is past its day, and not recorded as done. */
  readonly pastDue: readonly CaseTask[];
  /** What is due within a week. */
  readonly soon: readonly CaseTask[];
  readonly waiting: readonly Waiting[];
  readonly loads: readonly Load[];
  /** Second or later plans, within a year of the last, whose analysis is not whole. */
  readonly withoutAnalysis: readonly TeamCase[];
  /** The day since which changes are told, where that was asked for, and the changes by kind. */
  readonly since: Day | undefined;
  readonly changes: readonly CaseChange[];
  /** Cases that contradict themselves, and cases in which something waits to be confirmed. */
  readonly faulty: readonly TeamCase[];
  readonly confirm: readonly TeamCase[];
  /** Children who are on a plan and looked after. */
  readonly both: readonly TeamCase[];
}

/** A week from the day of the look on. */
const SOON = 7;

/** @param of the cases in the order of their files */
export function overviewOf(of: readonly TeamCase[], unread: readonly UnreadFile[], since?: Day): Overview {
  const cases = inOneSpelling(of);
  const all = cases.flatMap((one) => one.tasks.map((task): CaseTask => ({ of: one, task })));
  const ranked = (...ranks: readonly string[]): CaseTask[] =>
    ranks.flatMap((rank) => all.filter(({ task }) => task.rank === rank).sort(byDay));
  return {
    cases,
    unread,
    twins: twinsAmong(cases),
    since,
    now: ranked('urgent', 'overdue'),
    pastDue: ranked('past_due'),
    soon: all.filter(isSoon).sort(byDay),
    waiting: waitingFor(all),
    loads: loadsOf(cases),
    withoutAnalysis: cases.filter(lacksAnalysis),
    changes: KINDS.flatMap((kind) =>
      cases.flatMap((one) => one.changes.filter((its) => its.kind === kind).map((change) => ({ of: one, change }))),
    ),
    faulty: cases.filter(({ row }) => row.file_faults > 0),
    confirm: cases.filter(({ confirm }) => confirm.length > 0),
    both: cases.filter(({ row }) => row.dual_status === 'yes'),
  };
}

/** Packs write the same post with and without capitals: in lists over many cases it is one. */
function inOneSpelling(cases: readonly TeamCase[]): TeamCase[] {
  const spellings = new Map<string, string>();
  const names = [...new Set(cases.flatMap(({ tasks }) => tasks.flatMap(({ roles }) => roles)))].sort();
  for (const name of names) if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
  const one = (name: string): string => spellings.get(name.toLowerCase()) ?? name;
  return cases.map((of) => ({ ...of, tasks: of.tasks.map((task) => ({ ...task, roles: task.roles.map(one) })) }));
}

function twinsAmong(cases: readonly TeamCase[]): TeamCase[][] {
  const known = new Map<string, TeamCase[]>();
  for (const one of cases) known.set(one.row.case, [...(known.get(one.row.case) ?? []), one]);
  return [...known.values()].filter(({ length }) => length > 1);
}

const KINDS = Object.keys(CHANGE_WORDS);

const byDay = (a: CaseTask, b: CaseTask): number => {
  const [first, second] = [a.task.due ?? '', b.task.due ?? ''];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** Whether something is due within a week of the day at which its case is looked at. */
export const isSoon = ({ of, task }: CaseTask): boolean =>
  task.due !== null && task.due >= of.row.as_at && task.due <= plusDays(of.row.as_at, SOON) && task.rank !== 'urgent';

/** Whether a second or later plan within a year of the last lacks some of its analysis. */
function lacksAnalysis({ row }: TeamCase): boolean {
  const { max } = row.months_between_plans;
  return (row.plan_number.min ?? 0) >= 2 && max !== null && max < 12 && row.analysis_missing.length > 0;
}

/** Whom cases wait for: everybody with something to do, decide or find out, the most decisions first. */
function waitingFor(all: readonly CaseTask[]): Waiting[] {
  const found = new Map<string, { cases: Set<TeamCase>; tasks: number; decisions: number }>();
  for (const { of, task } of all) {
    for (const who of task.roles) {
      const known = found.get(who) ?? { cases: new Set(), tasks: 0, decisions: 0 };
      known.cases.add(of);
      known.tasks++;
      if (task.isDecision) known.decisions++;
      found.set(who, known);
    }
  }
  return [...found]
    .map(([who, { cases, tasks, decisions }]) => ({ who, cases: cases.size, tasks, decisions }))
    .sort((a, b) => b.decisions - a.decisions || b.tasks - a.tasks || (a.who < b.who ? -1 : 1));
}

/** What each worker of each team holds; cases without a team or worker last. */
function loadsOf(cases: readonly TeamCase[]): Load[] {
  const groups = new Map<string, TeamCase[]>();
  for (const one of cases) {
    const key = JSON.stringify([one.row.team ?? '\uffff', one.row.worker ?? '\uffff']);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const sum = (rank: 'urgent' | 'overdue' | 'past_due'): number =>
        own.reduce((n, { row }) => n + row.tasks[rank], 0);
      const soon = own.reduce((n, of) => n + of.tasks.filter((task) => isSoon({ of, task })).length, 0);
      const { team = null, worker = null } = own[0]?.row ?? {};
      return {
        team,
        worker,
        cases: own.length,
        urgent: sum('urgent'),
        overdue: sum('overdue'),
        pastDue: sum('past_due'),
        soon,
      };
    });
}
