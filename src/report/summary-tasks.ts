import type { Assessment, Finding, FindingState } from '../assess/assessment.ts';
import { rangeInWords } from '../case/date-words.ts';
import type { Summary } from './summary.ts';
import type { Titles } from './titles.ts';

/** One requirement, ready to be shown. */
export interface TaskView {
  readonly state: FindingState;
  readonly kind: Finding['kind'];
  readonly label: string;
  readonly who: string;
  readonly says: string;
  readonly items: readonly { readonly label: string; readonly says: string }[];
  readonly clauses: string;
  readonly due: string;
  readonly hangsOn: readonly string[];
}

/** How the state of a finding reads. */
export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  met: 'in place',
  outstanding: 'to do',
  due: 'due',
  overdue: 'OVERDUE',
  done_late: 'done late',
  not_applicable: 'does not apply',
  unknown: 'not recorded',
};

const IF_IT_APPLIES = 'if it applies';

const URGENCY: readonly FindingState[] = ['overdue', 'outstanding', 'due', 'unknown'];

/** Whether something remains to be done or found out. */
export const isOpen = (finding: Finding): boolean => URGENCY.includes(finding.state);

/** As many requirements that only may apply are listed one by one. */
const FEW = 3;

/** What remains to be done or found out, the most pressing first; what only may apply stands apart where it is much. */
export function openTasks(
  requirements: readonly Finding[],
  assessment: Assessment,
  title: Titles,
): Pick<Summary, 'tasks' | 'maybe'> {
  const open = requirements.filter(isOpen);
  const others = open.filter((f) => f.kind !== 'analysis').map((f) => taskView(f, assessment, title));
  const all = [...groupedAnalyses(open, title), ...others].sort(byUrgency);
  const maybe = all.filter((task) => task.label === IF_IT_APPLIES);
  if (maybe.length <= FEW) return { tasks: all, maybe: [] };
  return { tasks: all.filter((task) => task.label !== IF_IT_APPLIES), maybe };
}

/** The clauses of some requirements, each once. */
export function clauseList(tasks: readonly TaskView[]): string {
  const list = tasks.flatMap((task) =>
    task.clauses.split(', ').map((c) => (task.state === 'done_late' ? `${c} (late)` : c)),
  );
  return [...new Set(list)].join(', ');
}

/** Analysis still to be written, one task a text: the matters that the text has to cover stand below it. */
function groupedAnalyses(open: readonly Finding[], title: Titles): TaskView[] {
  const texts = new Map<string, Finding[]>();
  for (const finding of open.filter((f) => f.kind === 'analysis')) {
    const text = finding.pack.pack.requirements?.[finding.rule]?.in;
    const key = [finding.pack.pack.pack, text, finding.unsure].join();
    texts.set(key, [...(texts.get(key) ?? []), finding]);
  }
  return [...texts.values()].map((findings) => analysisTask(findings, title));
}

function analysisTask(findings: readonly Finding[], title: Titles): TaskView {
  const [{ pack, rule, who, state, unsure }] = findings as [Finding];
  const text = pack.pack.analyses?.[pack.pack.requirements?.[rule]?.in ?? ''];
  return {
    state,
    kind: 'analysis',
    label: unsure === 'applies' ? IF_IT_APPLIES : STATE_WORDS[state],
    who: who.map((role) => title(role, pack)).join(' and '),
    says: `Analysis still to be written: ${text?.title ?? rule}. It has to cover:`,
    items: findings.map((f) => ({ label: f.clauses.join(', '), says: f.says })),
    clauses: [...new Set(findings.flatMap((f) => f.clauses))].join(', '),
    due: '',
    hangsOn: [],
  };
}

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
    who: finding.who.map((role) => title(role, finding.pack)).join(' and '),
    says: finding.says,
    items: (finding.items ?? []).map((item) => ({ label: STATE_WORDS[item.state], says: item.says })),
    clauses: finding.clauses.join(', '),
    due: dueInWords(finding),
    hangsOn:
      finding.unsure === 'applies' ? finding.hangsOn.filter((fact) => !sheet.states.get(fact)?.derived).map(label) : [],
  };
}
