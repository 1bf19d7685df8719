import { type Assessment, assessmentWith, type Finding } from '../../assess/case/assessment.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';

/** For whom a form is written. */
export type Whom = 'file' | 'conference' | 'family';

/** For whom a form is written and, for the family, which of them. */
export interface Audience {
  readonly whom: Whom;
  readonly recipient?: Recipient;
}

/** Somebody for whom a family form is written, as the case file names them. */
export interface Recipient {
  readonly id: string;
  readonly role: string;
}

export const ON_FILE: Audience = { whom: 'file' };

interface Marked {
  readonly about?: string | undefined;
  readonly confidential?: boolean | undefined;
}

/** Whether words of a case may be seen: all on the file; elsewhere none that are confidential or about somebody else. */
export function mayShow({ about, confidential }: Marked, { whom, recipient }: Audience): boolean {
  if (whom === 'file') return true;
  if (confidential) return false;
  return about === undefined || about === recipient?.id || about === recipient?.role;
}

/** Whether a day may be seen that is counted from some dates: not where one of them is confidential. */
export const mayShowDay = (dates: readonly string[], { sheet }: Assessment, audience: Audience): boolean =>
  dates.every((fact) => {
    const entry = sheet.states.get(fact)?.entry;
    return mayShow(typeof entry === 'object' ? entry : {}, audience);
  });

/** The dates from which the last day of a requirement is counted. */
export function daysBehind({ pack, rule }: Pick<Finding, 'pack' | 'rule'>): string[] {
  const due = pack.pack.requirements[rule]?.due;
  return due ? [...anchorsOf(due)] : [];
}

/** An assessment of some questions alone, with what is asked, found and unknown for them. */
export function onQuestions(assessment: Assessment, keep: (question: string) => boolean): Assessment {
  const questions = assessment.questions.filter((q) => keep(q.id));
  const findings = assessment.findings.filter((f) => keep(f.question));
  const open = new Set<string>([...questions, ...findings].flatMap((result) => result.hangsOn));
  return assessmentWith(assessment, {
    questions,
    findings,
    unknown: assessment.unknown.filter((u) => open.has(u.fact)),
  });
}
