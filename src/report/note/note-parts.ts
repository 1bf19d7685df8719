import type { Assessment, QuestionResult } from '../../assess/case/assessment.ts';
import { outcomeRestsOn, outcomeWouldChange } from '../../assess/explain/reasons.ts';
import { dayInWords, rangeInWords } from '../../calendar/date-words.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { type Audience, mayShow } from '../case/audience.ts';
import type { Summary } from '../case/summary.ts';
import { typedLines } from '../words/markdown.ts';
import { capital, factInWords, type Titles } from '../words/titles.ts';

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
      (f) => f.state !== 'not_applicable' && f.pack === pack && pack.pack.requirements[f.rule]?.in === id,
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

/** What was asked and is there: by whom, and when. Analysis is left out: it stands in the note itself. */
export interface DoneView {
  readonly who: string;
  /** Empty where no day is recorded. */
  readonly on: string;
  readonly late: boolean;
  /** What must be said with it: by whom or when is missing. */
  readonly caveat: string;
  readonly says: string;
  readonly clauses: string;
}

export function doneTasks({ findings }: Assessment, title: Titles): DoneView[] {
  return findings
    .filter(
      ({ kind, state }) => kind !== 'indicator' && kind !== 'analysis' && (state === 'met' || state === 'done_late'),
    )
    .map(({ who, pack, done, state, says, clauses, items, caveat }) => ({
      who: capital(who.map((role) => title(role, pack)).join(' and ')),
      on: done ? rangeInWords(done) : '',
      late: state === 'done_late',
      caveat: caveat ?? '',
      says: items ? `${says} ${items.map((item) => item.says).join('; ')}.` : says,
      clauses: clauses.join(', '),
    }));
}

/** The facts that carry an outcome, and what would change it. */
export interface ReasonsView {
  readonly title: string;
  readonly rests_on: readonly string[];
  readonly changes: readonly string[];
}

const MOST_CHANGES = 2;

/** Why each settled question has the outcome it has; facts that only make the question arise are left out. */
export function reasonsOf({ answers }: Summary, assessment: Assessment): ReasonsView[] {
  const settled = assessment.questions.filter((q) => q.state === 'settled');
  return settled.map((question) => {
    const { pack, compiled } = question;
    const masks = assessment.masks.get(pack) ?? [];
    const others = outcomeWouldChange(question, masks).filter(({ outcomes }) => !outcomes.includes('not_in_play'));
    const telling = new Set(others.flatMap(({ changes }) => changes.map(({ fact }) => fact)));
    const facts = outcomeRestsOn(question, masks).filter((fact) => telling.has(fact));
    const changes = answers.find(({ id, pack: of }) => id === question.id && of === pack.pack.pack)?.wouldChange ?? [];
    return {
      title: compiled.question.title,
      rests_on: facts.map((fact) => statement(fact, pack, assessment)),
      changes: changes.slice(0, MOST_CHANGES),
    };
  });
}

/** A fact as a statement: its label alone where it is so, else with what is known of it. */
function statement(id: string, pack: CompiledPack, { sheet }: Assessment): string {
  const fact = pack.facts.get(id);
  if (!fact) return id;
  const value = factInWords(fact, sheet.states.get(id)) ?? 'not known';
  return fact.type === 'yes_no' && value === 'yes' ? fact.label : `${fact.label}: ${value}`;
}

/** The questions on which people still have to decide, or to record what they decided, and whose decision a clause makes it. */
export function toDecide({ questions, file, standings }: Assessment, title: Titles): string[] {
  const recorded = new Set((file.decisions ?? []).map((decision) => decision.question));
  const isDecided = (q: QuestionResult): boolean => recorded.has(q.id) || standings.get(q)?.decided !== undefined;
  const arises = ({ state, possible }: QuestionResult): boolean =>
    state === 'settled' || (state === 'undecided' && !possible.includes('not_in_play'));
  return questions
    .filter((q) => arises(q) && !isDecided(q))
    .map((q) => {
      const who = standings
        .get(q)
        ?.decider?.who.map((role) => title(role, q.pack))
        .join(' or ');
      return `${capital(q.compiled.question.title)}${who ? `, for the ${who}` : ''}`;
    });
}
