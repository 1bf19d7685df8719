import type { Assessment, Finding } from '../assess/case/assessment.ts';
import { endsInWords } from '../report/case/headline.ts';
import { mostPressing } from './each.ts';
import type { Document, Documents, Need } from './schema.ts';

/** Whether a document can be written now. */
export type OfferState = 'due' | 'not_yet' | 'may_be_due' | 'written' | 'not_asked';

/** One document and where it stands in one case. */
export interface Offer {
  readonly name: string;
  readonly document: Document;
  readonly state: OfferState;
  /** What is still missing, for `not_yet`; on which facts it depends, for `may_be_due`. */
  readonly missing: readonly string[];
}

/** Where each document of the packs of a case stands; those of other packs are left out. */
export function offersFor({ documents }: Documents, assessment: Assessment): Offer[] {
  const packs = new Set(assessment.packs.map((pack) => pack.pack.pack));
  return Object.entries(documents)
    .filter(([, document]) => packs.has(document.pack))
    .map(([name, document]) => offer(name, document, assessment));
}

function offer(name: string, document: Document, assessment: Assessment): Offer {
  const called = stateOf(document, assessment);
  if (called.state !== 'due' && called.state !== 'written') return { name, document, ...called };
  const missing = [
    ...(document.needs ?? []).flatMap((need) => missingFor(need, document, assessment)),
    ...(document.ends_plan ? faults(assessment) : []),
  ];
  return { name, document, state: missing.length > 0 ? 'not_yet' : called.state, missing };
}

/** A letter that ends a plan does not rest on a file that contradicts itself. */
function faults({ diagnostics }: Assessment): string[] {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return errors === 0 ? [] : ['The case file has errors, which `cpplan check` lists: correct them first.'];
}

type Called = Pick<Offer, 'state' | 'missing'>;

const called = (state: OfferState, missing: readonly string[] = []): Called => ({ state, missing });

function stateOf({ due, pack }: Document, assessment: Assessment): Called {
  if ('requirement' in due) {
    const finding = findingOf(due.requirement, pack, assessment);
    if (!finding || finding.state === 'not_applicable') return called('not_asked');
    if (finding.unsure === 'applies') return called('may_be_due', labels(finding.hangsOn, pack, assessment));
    return called(isMet(finding) ? 'written' : 'due');
  }
  const question = assessment.questions.find((q) => q.id === due.question && q.pack.pack.pack === pack);
  const wanted = (outcome: string): boolean => outcome !== 'not_in_play' && (due.outcomes?.includes(outcome) ?? true);
  if (!question?.possible.some(wanted)) return called('not_asked');
  return question.possible.every(wanted)
    ? called('due')
    : called('may_be_due', labels(question.hangsOn, pack, assessment));
}

const findingOf = (id: string, pack: string, { findings }: Assessment): Finding | undefined =>
  mostPressing(findings.filter((f) => f.rule === id && f.pack.pack.pack === pack));

const isMet = ({ state }: Finding): boolean => state === 'met' || state === 'done_late';

function labels(facts: readonly string[], pack: string, { packs }: Assessment): string[] {
  const known = packs.find((p) => p.pack.pack === pack)?.facts;
  return facts.map((fact) => known?.get(fact)?.label ?? fact);
}

function missingFor(need: Need, { pack }: Document, assessment: Assessment): string[] {
  if ('requirement' in need) {
    const finding = findingOf(need.requirement, pack, assessment);
    if (!finding || isMet(finding) || finding.state === 'not_applicable') return [];
    return [`${finding.says} (${finding.clauses.join(', ')})`];
  }
  return decisionMissing(need, assessment);
}

/** The last decision on a question counts: an earlier one may have been overtaken. */
function decisionMissing(
  { decision, outcomes, by }: Extract<Need, { decision: string }>,
  { file, questions, packs }: Assessment,
): string[] {
  const roleTitle = (role: string): string =>
    packs.find((p) => p.pack.roles?.[role])?.pack.roles?.[role] ?? role.replaceAll('_', ' ');
  const last = (file.decisions ?? []).filter((d) => d.question === decision).at(-1);
  const question = questions.find((q) => q.id === decision);
  const title = question?.compiled.question.title ?? decision;
  const wanted = question ? endsInWords(question, outcomes) : '';
  if (!last) return [`People have not recorded their decision on “${title}” (\`cpplan decide\`).`];
  if (!outcomes.includes(last.outcome)) return [`The decision recorded on “${title}” is another one than: ${wanted}.`];
  if (by.includes(last.by)) return [];
  return [`The decision on “${title}” was recorded by another role than ${by.map(roleTitle).join(' or ')}.`];
}
