import { type Assessment, isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { daysOf } from '../../assess/case/due.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import { type Audience, mayShow } from '../case/audience.ts';
import { typedLines } from '../words/markdown.ts';
import { capital, type Titles } from '../words/titles.ts';
import type { Field, Fields } from './fields.ts';

/** What a family form says, by name: remarks on facts, the first of some dates that is still to come, whom to call. */
export interface FamilyMatter {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly days: Readonly<Record<string, readonly string[]>>;
  /** Whom to call; null where nobody is named. */
  readonly calls: Readonly<Record<'danger' | 'evenings' | 'child', string | null>>;
}

/** What a family form says to one recipient: what their packs say of the case, and what the case file says for them. */
export function familyFields(
  assessment: Assessment,
  { words, days, calls }: FamilyMatter,
  title: Titles,
  audience: Audience,
): Fields {
  const { recipient } = audience;
  const parts = Object.entries(words).map(([part, facts]): [string, Field] => {
    return [part, [...remarksOn(facts, assessment, audience), ...releasedFor(part, assessment, audience)]];
  });
  return {
    recipient: recipient ? capital(title(recipient.id)) : null,
    role: recipient?.role ?? null,
    says: saysOf(assessment, audience),
    plan: planOf(assessment),
    calls: { ...calls },
    ...Object.fromEntries(parts),
    days: Object.fromEntries(
      Object.entries(days).map(([name, facts]) => [name, dayToCome(facts, assessment, audience)]),
    ),
  };
}

const readerOf = ({ recipient }: Audience): 'child' | 'parents' => (recipient?.role === 'child' ? 'child' : 'parents');

/** Questions on which there is something to say: what cannot wait first, and what is not settled last. */
function spokenOf({ questions }: Assessment): QuestionResult[] {
  const arising = questions.filter(
    ({ state, possible }) => state === 'settled' || (state === 'undecided' && !possible.includes('not_in_play')),
  );
  const answered = new Set<string>(arising.map(({ id }) => id));
  const silent = questions.filter((q) => q.state === 'silent' && q.outcome !== undefined && !answered.has(q.id));
  const weight = (q: QuestionResult): number => (isUrgent(q) ? 0 : q.state === 'undecided' ? 2 : 1);
  return [...arising, ...silent].sort((a, b) => weight(a) - weight(b));
}

/** What the packs say to this reader, question by question. */
function saysOf(assessment: Assessment, audience: Audience): string[] {
  const reader = readerOf(audience);
  const says = spokenOf(assessment).flatMap(({ outcome, compiled: { question } }) => {
    const words = outcome === undefined ? question.for_family : question.outcomes[outcome]?.for_family;
    return words === undefined || words === 'nothing' ? [] : [words[reader]];
  });
  return [...new Set(says)];
}

/** What becomes of the plan; one that is asked for counts more than one that has ended. */
function planOf(assessment: Assessment): string | null {
  const plans = spokenOf(assessment).flatMap(({ outcome, compiled: { question } }) => {
    const words = question.outcomes[outcome ?? '']?.for_family;
    return typeof words === 'object' && words.plan ? [words.plan] : [];
  });
  return plans.find((plan) => plan === 'is_asked_for') ?? plans[0] ?? null;
}

/** The remarks on points that are ticked off, and that this reader may see. */
function remarksOn(facts: readonly string[], { sheet }: Assessment, audience: Audience): Field[] {
  return facts.flatMap((id) => {
    const entry = sheet.states.get(id)?.entry;
    const { value, note = '' } = provenanceOf(entry);
    const told = (value === true || value === 'yes') && mayShow(typeof entry === 'object' ? entry : {}, audience);
    return told && note.trim() ? [typedLines(note.trim())] : [];
  });
}

/** What the worker has released to this reader of the texts that belong to one part of the form, and nothing else of them. */
function releasedFor(part: string, { file, packs, questions }: Assessment, audience: Audience): Field[] {
  const texts = packs.flatMap((pack) =>
    Object.entries(pack.pack.analyses ?? {}).filter(([, { question }]) =>
      questions.some((q) => q.pack === pack && q.id === question),
    ),
  );
  const own = texts.filter(([, { family_part = 'worries' }]) => family_part === part).map(([id]) => id);
  return [...new Set(own)].flatMap((id) => releasedOf(file.analysis?.[id], audience));
}

type Written = NonNullable<CaseFile['analysis']>[string];

function releasedOf(written: Written | undefined, audience: Audience): Field[] {
  const released = written?.for_family?.[readerOf(audience)];
  if (!written || released === undefined || !mayShow(written, audience)) return [];
  const text = released.trim() === 'whole' ? written.text : released;
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => typedLines(paragraph.trim()));
}

/** The first of some dates that is known and not past, and that these readers may see. */
function dayToCome(facts: readonly string[], { sheet, asAt }: Assessment, audience: Audience): string | null {
  for (const fact of facts) {
    const at = daysOf(sheet, fact);
    const entry = sheet.states.get(fact)?.entry;
    if (at && at.from >= asAt && mayShow(typeof entry === 'object' ? entry : {}, audience)) return rangeInWords(at);
  }
  return null;
}
