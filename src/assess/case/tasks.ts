import type { DayRange } from '../../calendar/dates.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { belongsTo } from '../decide/standing.ts';
import {
  type Assessment,
  type Finding,
  isFrom,
  isOpen,
  isUrgent,
  type QuestionResult,
  urgentRules,
} from './assessment.ts';
import { daysOf } from './due.ts';

/** How pressing something is, the most pressing first. */
export const RANKS = ['urgent', 'overdue', 'past_due', 'due', 'to_do', 'find_out'] as const;

export type Rank = (typeof RANKS)[number];

/** One thing that somebody has to do, or find out, next. */
export interface Task {
  readonly rank: Rank;
  readonly who: readonly string[];
  readonly pack: CompiledPack;
  readonly due?: DayRange | undefined;
  readonly clauses: readonly string[];
  /** What it is about: requirements, the texts of an analysis, a decision, or a fact to find out. */
  readonly about:
    | { readonly kind: 'requirement'; readonly finding: Finding }
    | { readonly kind: 'analysis'; readonly texts: readonly string[]; readonly findings: readonly Finding[] }
    | { readonly kind: 'decision'; readonly question: QuestionResult }
    | { readonly kind: 'urgent'; readonly question: QuestionResult }
    | { readonly kind: 'fact'; readonly fact: string };
}

/** Who answers a question that names nobody. */
const ASKED = 'social_worker';

/** Everything that is open in a case, the most pressing first; what asks the same of the same person by the same day once. */
export function tasksOf(assessment: Assessment): Task[] {
  const urgent = assessment.questions.filter(isUrgent);
  const open = assessment.findings.flatMap((finding) => rankOf(finding, urgent).map((rank) => ({ finding, rank })));
  const tasks = [
    ...urgent.filter((q) => !open.some(({ finding }) => isNamedBy(finding, q))).map(urgentTask),
    ...open.filter(({ finding }) => finding.kind !== 'analysis').map(requirementTask),
    ...analysisTasks(open.filter(({ finding }) => finding.kind === 'analysis')),
    ...assessment.questions.flatMap((question) => decisionTask(question, assessment)),
    ...factTasks(assessment, urgent, open),
  ];
  const byRank = RANKS.flatMap((rank) => tasks.filter((task) => task.rank === rank).sort(earlierFirst));
  return withoutRepeats(byRank);
}

const isOf = (finding: Finding, { id, pack }: QuestionResult): boolean =>
  finding.question === id && isFrom(finding, pack);

const RANK_OF: Partial<Record<Finding['state'], Rank>> = {
  overdue: 'overdue',
  past_due_unrecorded: 'past_due',
  due: 'due',
  outstanding: 'to_do',
  barred: 'to_do',
  unknown: 'find_out',
};

/** How pressing a requirement is; nothing where it is in place, or not known to apply. */
function rankOf(finding: Finding, urgent: readonly QuestionResult[]): Rank[] {
  const rank = isOpen(finding) ? RANK_OF[finding.state] : undefined;
  if (!rank) return [];
  return [urgent.some((q) => isNamedBy(finding, q)) ? 'urgent' : rank];
}

/** Whether an urgent outcome names a requirement as what cannot wait. */
const isNamedBy = (finding: Finding, question: QuestionResult): boolean =>
  isFrom(finding, question.pack) && urgentRules(question).includes(finding.rule);

interface Open {
  readonly finding: Finding;
  readonly rank: Rank;
}

const requirementTask = ({ finding, rank }: Open): Task => ({
  rank,
  who: finding.who,
  pack: finding.pack,
  due: finding.due,
  clauses: finding.clauses,
  about: { kind: 'requirement', finding },
});

/** Analysis still to be written: one task for each person, whatever the number of texts. */
function analysisTasks(open: readonly Open[]): Task[] {
  const groups = new Map<string, Open[]>();
  for (const one of open) {
    const key = `${one.finding.pack.pack.pack} ${one.finding.who.join()} ${one.rank}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const findings = group.map(({ finding }) => finding);
    const [{ finding, rank }] = group as [Open];
    const texts = findings.flatMap(({ pack, rule }) => pack.pack.requirements[rule]?.in ?? []);
    const clauses = [...new Set(findings.flatMap((f) => f.clauses))];
    const about = { kind: 'analysis', texts: [...new Set(texts)], findings } as const;
    return { rank, who: finding.who, pack: finding.pack, due: finding.due, clauses, about };
  });
}

function urgentTask(question: QuestionResult): Task {
  const { pack, clauses } = question;
  return { rank: 'urgent', who: [ASKED], pack, clauses, about: { kind: 'urgent', question } };
}

/** A decision that is ready to be made, or whose day has come. Where the decider is asked for an approval, that is the decision. */
function decisionTask(question: QuestionResult, { standings, sheet, asAt, findings }: Assessment): Task[] {
  const standing = standings.get(question);
  if (!standing?.decider || standing.decided || question.state !== 'settled') return [];
  const { who, clauses, before } = standing.decider;
  const due = before === undefined ? undefined : daysOf(sheet, before);
  const rank = due && due.to < asAt ? 'overdue' : 'to_do';
  if (standing.at !== 'ready' && rank !== 'overdue') return [];
  const isAsked = (f: Finding): boolean =>
    isOf(f, question) && f.kind === 'approval' && isOpen(f) && f.who.some((role) => who.includes(role));
  if (!due && findings.some(isAsked)) return [];
  return [{ rank, who, pack: question.pack, due, clauses, about: { kind: 'decision', question } }];
}

/** Facts on whose answer a question hangs; urgent where the question cannot wait. */
function factTasks(
  { unknown, questions }: Assessment,
  urgent: readonly QuestionResult[],
  open: readonly Open[],
): Task[] {
  const asked = new Set<string>(open.flatMap(({ finding }) => finding.hangsOn));
  const hanging = questions.map((question) => ({ question, facts: new Set<string>(question.hangsOn) }));
  return unknown.flatMap(({ fact, who, chaseBy }) => {
    const asking = hanging.filter(({ facts }) => facts.has(fact)).map(({ question }) => question);
    const [first] = [...asking.filter((q) => urgent.includes(q)), ...asking];
    if (!first || (asked.has(fact) && !urgent.includes(first))) return [];
    if (first.pack.pack.requirements[fact]) return [];
    const { pack } = first;
    return {
      rank: urgent.includes(first) ? 'urgent' : 'find_out',
      who: [who ?? pack.facts.get(fact)?.who ?? ASKED],
      pack,
      ...(chaseBy && { due: { from: chaseBy, to: chaseBy } }),
      clauses: pack.pack.ask.find(({ about }) => about === fact)?.clauses ?? first.clauses.slice(0, 1),
      about: { kind: 'fact', fact },
    };
  });
}

/** By day, what has none after what has one; on the same day what comes before a decision, then the decision, then what follows. */
function earlierFirst(a: Task, b: Task): number {
  const [first, second] = [a.due?.to ?? LATER, b.due?.to ?? LATER];
  if (first !== second) return first < second ? -1 : 1;
  return stepOf(a) - stepOf(b);
}

const STEPS = ['before', 'to', 'after'];

function stepOf({ about, pack }: Task): number {
  if (about.kind === 'decision') return STEPS.indexOf('to');
  const requirement = about.kind === 'requirement' ? pack.pack.requirements[about.finding.rule] : undefined;
  return requirement ? STEPS.indexOf(belongsTo(requirement)) : 0;
}

/** After every day that is written. */
const LATER = '9999';

/** The same act asked of the same people by the same day, by whatever pack or question, stands once with all its clauses. */
function withoutRepeats(tasks: readonly Task[]): Task[] {
  const seen = new Map<string, Task>();
  for (const task of tasks) {
    const key = keyOf(task);
    const before = seen.get(key);
    seen.set(key, before ? { ...before, clauses: [...new Set([...before.clauses, ...task.clauses])] } : task);
  }
  return [...seen.values()];
}

function keyOf({ who, due, about, pack }: Task): string {
  const by = `${who.join()} ${due?.to ?? ''}`;
  if (about.kind === 'requirement')
    return `${by} ${about.finding.says} ${about.finding.instance?.path.join('.') ?? ''}`;
  if (about.kind === 'fact') return `${by} fact ${about.fact}`;
  const own = about.kind === 'analysis' ? about.texts.join() : about.question.id;
  return `${by} ${pack.pack.pack} ${about.kind} ${own}`;
}
