import { peopleInWords } from '../../assess/case/act-words.ts';
import type { Assessment, Finding, FindingState } from '../../assess/case/assessment.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import type { Titles } from '../words/titles.ts';

/** One requirement, ready to be shown. */
export interface TaskView {
  readonly state: FindingState;
  readonly kind: Finding['kind'];
  readonly label: string;
  readonly who: string;
  readonly says: string;
  readonly items: readonly { readonly label: string; readonly says: string }[];
  /** Those of its matters that are not in place, without a full stop. */
  readonly missing: readonly string[];
  readonly clauses: string;
  readonly due: string;
  /** What must be said with something that is in place. */
  readonly caveat: string;
  readonly hangsOn: readonly string[];
}

/** What one person or group is asked for, where the case file says neither that it was done nor that it was not. */
export interface Unrecorded {
  readonly who: string;
  readonly tasks: readonly TaskView[];
  readonly clauses: string;
}

/** What remains to be done or found out. */
export interface OpenTasks {
  /** Requirements that apply and are not met; those that may apply too, where they are few. */
  readonly tasks: readonly TaskView[];
  /** Requirements of which nothing is recorded, by person, where they are too many to stand among the others. */
  readonly unrecorded: readonly Unrecorded[];
  /** Requirements that may apply, where they are too many to be read one by one. */
  readonly maybe: readonly TaskView[];
}

/** How the state of a finding reads. */
export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  met: 'in place',
  outstanding: 'to do',
  due: 'due',
  overdue: 'OVERDUE',
  past_due_unrecorded: 'PAST DUE, not recorded',
  done_late: 'done late',
  declined: 'declined',
  not_applicable: 'does not apply',
  unknown: 'not recorded',
};

const IF_IT_APPLIES = 'if it applies';

const URGENCY: readonly FindingState[] = ['overdue', 'past_due_unrecorded', 'outstanding', 'due', 'unknown'];

/** Whether something remains to be done or found out. */
export const isOpen = (finding: Finding): boolean => URGENCY.includes(finding.state);

/** As many requirements that only may apply are listed one by one. */
const FEW = 3;

/** As many requirements of which nothing is recorded stand among the others; more are put together by person. */
const SEVERAL = 6;

/** What remains to be done or found out, the most pressing first; what may apply, and what is not recorded, stands apart where it is much. */
export function openTasks(requirements: readonly Finding[], assessment: Assessment, title: Titles): OpenTasks {
  const open = requirements.filter(isOpen);
  const others = open.filter((f) => f.kind !== 'analysis').map((f) => taskView(f, assessment, title));
  const all = [...groupedAnalyses(open, title), ...others].sort(byUrgency);
  const maybe = all.filter((task) => task.label === IF_IT_APPLIES);
  const apart = new Set(maybe.length > FEW ? maybe : []);
  const silent = all.filter(isUnrecorded);
  const grouped = new Set(silent.length > SEVERAL ? silent : []);
  return {
    tasks: all.filter((task) => !apart.has(task) && !grouped.has(task)),
    unrecorded: byPerson([...grouped]).map(([who, tasks]) => ({ who, tasks, clauses: clauseList(tasks) })),
    maybe: [...apart],
  };
}

/** Nothing is recorded of it, and no day is set for it. */
const isUnrecorded = ({ label, due }: TaskView): boolean => label === STATE_WORDS.unknown && due === '';

/** Requirements by who is to meet them, in the order in which each comes first. */
export function byPerson<T extends Pick<TaskView, 'who'>>(tasks: readonly T[]): [string, T[]][] {
  const people = new Map<string, T[]>();
  for (const task of tasks) people.set(task.who, [...(people.get(task.who) ?? []), task]);
  return [...people];
}

/** The clauses of some requirements, each once, with what must be said of those that are in place. */
export function clauseList(tasks: readonly TaskView[]): string {
  const list = tasks.flatMap(({ clauses, state, caveat }) => {
    const remarks = [...(state === 'done_late' ? ['late'] : []), ...(caveat ? [caveat] : [])];
    return clauses.split(', ').flatMap((c) => (c ? [remarks.length > 0 ? `${c} (${remarks.join('; ')})` : c] : []));
  });
  return [...new Set(list)].join(', ');
}

/** Analysis still to be written, one task a text: the matters that the text has to cover stand below it. */
function groupedAnalyses(open: readonly Finding[], title: Titles): TaskView[] {
  const texts = new Map<string, Finding[]>();
  for (const finding of open.filter((f) => f.kind === 'analysis')) {
    const text = finding.pack.pack.requirements[finding.rule]?.in;
    const key = [finding.pack.pack.pack, text, finding.state, finding.unsure].join();
    texts.set(key, [...(texts.get(key) ?? []), finding]);
  }
  return [...texts.values()].map((findings) => analysisTask(findings, title));
}

function analysisTask(findings: readonly Finding[], title: Titles): TaskView {
  const [first] = findings as [Finding];
  const { pack, rule, who, state, unsure } = first;
  const text = pack.pack.analyses?.[pack.pack.requirements[rule]?.in ?? ''];
  return {
    state,
    kind: 'analysis',
    label: unsure === 'applies' ? IF_IT_APPLIES : STATE_WORDS[state],
    who: peopleInWords(who.map((role) => title(role, pack))),
    says:
      unsure === 'when'
        ? `Record when this analysis was written: ${text?.title ?? rule}. It covers:`
        : `Analysis still to be written: ${text?.title ?? rule}. It has to cover:`,
    items: findings.map((f) => ({ label: f.clauses.join(', '), says: f.says })),
    missing: findings.map((f) => unstopped(f.says)),
    clauses: [...new Set(findings.flatMap((f) => f.clauses))].join(', '),
    due: unsure === 'applies' ? '' : dueInWords(first),
    caveat: '',
    hangsOn: [],
  };
}

const unstopped = (text: string): string => text.replace(/\.$/, '');

/** Overdue first; what is not known to apply last. */
const byUrgency = (a: TaskView, b: TaskView): number => weight(a) - weight(b);

const weight = (task: TaskView): number => URGENCY.indexOf(task.state) + (task.label === IF_IT_APPLIES ? 10 : 0);

/** What is known of a requirement, in words. */
export function stateInWords({ state, unsure }: Pick<Finding, 'state' | 'unsure'>): string {
  if (unsure === 'applies') return IF_IT_APPLIES;
  return unsure === 'when' ? 'not known whether in time' : STATE_WORDS[state];
}

/** By when, and how that was counted. */
function dueInWords({ due, counted }: Finding): string {
  if (!due) return '';
  return `by ${rangeInWords(due)}${counted ? ` (${counted})` : ''}`;
}

/** One requirement in words. */
export function taskView(finding: Finding, { sheet }: Assessment, title: Titles): TaskView {
  const label = (fact: string): string => finding.pack.facts.get(fact)?.label ?? fact;
  return {
    state: finding.state,
    kind: finding.kind,
    label: stateInWords(finding),
    who: peopleInWords(finding.who.map((role) => title(role, finding.pack))),
    says: finding.says,
    items: (finding.items ?? []).map((item) => ({ label: STATE_WORDS[item.state], says: item.says })),
    missing: (finding.items ?? []).filter(({ state }) => state !== 'met').map((item) => unstopped(item.says)),
    clauses: finding.clauses.join(', '),
    due: dueInWords(finding),
    caveat: finding.caveat ?? '',
    hangsOn:
      finding.unsure === 'applies' ? finding.hangsOn.filter((fact) => !sheet.states.get(fact)?.derived).map(label) : [],
  };
}
