import { type Assessment, isFrom, type QuestionResult } from '../../assess/case/assessment.ts';
import { titled } from '../../assess/decide/deciders.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { type Audience, mayShow } from '../case/audience.ts';
import type { Summary } from '../case/summary.ts';
import { typedLines } from '../words/markdown.ts';
import { capital, type Titles } from '../words/titles.ts';

/** A text of analysis as a note shows it; no paragraphs where it is not written yet. */
export interface AnalysisView {
  readonly title: string;
  readonly paragraphs: readonly (string | readonly string[])[];
  /** Role, post and date, where they are recorded. */
  readonly by: string;
  /** Written, but not for these readers. */
  readonly heldBack: boolean;
  /** Written by the child or the family. */
  readonly ofFamily: boolean;
}

/** The analysis texts that a pack asks for here, and those that were written all the same. */
export function analysesOf(
  pack: CompiledPack,
  { file, findings, questions }: Assessment,
  title: Titles,
  audience: Audience,
): AnalysisView[] {
  return Object.entries(pack.pack.analyses ?? {}).flatMap(([id, analysis]): AnalysisView[] => {
    if (!questions.some((q) => q.id === analysis.question)) return [];
    const written = file.analysis?.[id];
    const asked = findings.some(
      (f) => f.state !== 'not_applicable' && isFrom(f, pack) && pack.pack.requirements[f.rule]?.in === id,
    );
    if (!written && !asked) return [];
    if (written && !mayShow(written, audience))
      return [{ title: analysis.title, paragraphs: [], by: '', heldBack: true, ofFamily: false }];
    const by = [
      written?.by && title(written.by, pack),
      written?.post,
      written?.date && dayInWords(String(written.date)),
    ];
    const paragraphs = (written?.text ?? '')
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim())
      .map(typedLines);
    const ofFamily = written?.by !== undefined && isOfFamily(written.by, file.recipients ?? []);
    const who = by.filter((part) => part).join(', ');
    return [{ title: analysis.title, paragraphs, by: who, heldBack: false, ofFamily }];
  });
}

/** Roles of the family: what they wrote is a view of their own, and no analysis. */
const FAMILY = ['child', 'parent', 'mother', 'father', 'carer'];

const isOfFamily = (role: string, recipients: NonNullable<Assessment['file']['recipients']>): boolean =>
  FAMILY.includes(role) || recipients.some(({ id }) => id === role);

/** The facts that carry an outcome, and what would change it. */
export interface ReasonsView {
  readonly title: string;
  readonly rests_on: readonly string[];
  readonly changes: readonly string[];
}

const MOST_CHANGES = 2;

/** Why each settled question has the outcome it has. */
export const reasonsOf = ({ answers }: Summary): ReasonsView[] =>
  answers
    .filter(({ state, restsOn }) => state === 'settled' && restsOn.length > 0)
    .map(({ title, restsOn, wouldChange }) => ({
      title,
      rests_on: restsOn,
      changes: wouldChange.slice(0, MOST_CHANGES),
    }));

/** The questions on which people still have to decide, or to record what they decided, and whose decision a clause makes it. */
export function toDecide({ questions, file, standings }: Assessment, title: Titles): string[] {
  const recorded = new Set((file.decisions ?? []).map((decision) => decision.question));
  const isDecided = (q: QuestionResult): boolean => recorded.has(q.id) || standings.get(q)?.decided !== undefined;
  const arises = ({ state, possible }: QuestionResult): boolean =>
    state === 'settled' || (state === 'undecided' && !possible.includes('not_in_play'));
  return questions
    .filter((q) => q.compiled.question.decided_by && arises(q) && !isDecided(q))
    .map((q) => {
      const decider = standings.get(q)?.decider;
      return `${capital(q.compiled.question.title)}${decider ? `, for ${titled(decider, q.pack, title)}` : ''}`;
    });
}
