import { type Assessment, assessmentWith, type Finding, type QuestionResult } from '../assess/case/assessment.ts';
import { dayInWords, rangeInWords } from '../calendar/date-words.ts';
import type { CompiledPack } from '../policy/compile/compiled.ts';
import { sourceOf } from '../policy/pack/sources.ts';
import { type Audience, mayShow } from '../report/case/audience.ts';
import { PROTECT } from '../report/case/summary.ts';
import { cites } from '../report/case/summary-answers.ts';
import { STATE_WORDS } from '../report/case/task-words.ts';
import { childFields, currentPlanFields, decisionFields, factFields, planFields } from '../report/note/case-fields.ts';
import type { Field, Fields } from '../report/note/fields.ts';
import type { Titles } from '../report/words/titles.ts';
import { eachInWords, mostPressing, whichOf } from './each.ts';
import type { Offer } from './offer.ts';

/** Everything that the template of a document can name; what is not known is null, and comes out as a blank. */
export function documentFields({ document }: Offer, assessment: Assessment, title: Titles): Fields {
  const audience: Audience = { whom: document.for };
  const pack = assessment.packs.find((p) => p.pack.pack === document.pack) as CompiledPack;
  const own = assessmentWith(assessment, { packs: [pack] });
  return {
    case: assessment.file.case,
    family: assessment.file.family ?? null,
    authority: assessment.file.authority ?? null,
    as_at: dayInWords(assessment.asAt),
    protect: PROTECT,
    document: {
      title: document.title,
      by: title(document.by, pack),
      to: document.to,
      clauses: document.clauses.join(', '),
      source: citedIn(pack, document.clauses),
    },
    child: childFields(assessment),
    plans: audience.whom === 'family' ? [] : planFields(assessment, title),
    current_plan: currentPlanFields(assessment),
    facts: factFields(own, title, audience),
    findings: findingFields(own, title),
    questions: questionFields(own),
    analysis: analysisFields(own, title, audience),
    decision: { ...noDecisions(own), ...decisionFields(assessment, (role) => title(role, pack), audience) },
    roles: roleFields(pack, title),
  };
}

const ofPack =
  ([pack]: readonly CompiledPack[]) =>
  (item: { readonly pack: CompiledPack }): boolean =>
    item.pack.pack.pack === pack?.pack.pack;

function findingFields({ findings, packs }: Assessment, title: Titles): Fields {
  const one = (finding: Finding): Fields => {
    const { says, state, who, pack, due, done, clauses, items } = finding;
    return {
      says,
      state,
      label: STATE_WORDS[state],
      who: who.map((role) => title(role, pack)).join(' and ') || null,
      due: due ? rangeInWords(due) : null,
      done: done ? rangeInWords(done) : null,
      clauses: clauses.join(', '),
      items: (items ?? []).map((item) => ({ says: item.says, state: item.state, label: STATE_WORDS[item.state] })),
    };
  };
  const own = findings.filter(ofPack(packs));
  return Object.fromEntries([...new Set(own.map(({ rule }) => rule))].map((rule) => [rule, ofRule(rule, own, one)]));
}

/** A requirement; of one that is asked for once for each of several, each of them, and their days together. */
function ofRule(rule: string, findings: readonly Finding[], one: (finding: Finding) => Fields): Fields {
  const own = findings.filter((finding) => finding.rule === rule);
  const together = (key: 'label' | 'due' | 'done'): Field =>
    eachInWords(own, (finding) => one(finding)[key] as string | null);
  return {
    ...one(mostPressing(own) as Finding),
    label: together('label'),
    due: together('due'),
    done: together('done'),
    each: own.filter(({ instance }) => instance).map((finding) => ({ of: whichOf(finding), ...one(finding) })),
  };
}

/** Clauses with their headings and the document in which they stand. */
function citedIn(pack: CompiledPack, clauses: readonly string[]): string {
  const documents = [...new Set(clauses.map((clause) => sourceOf(pack.pack, clause).title))];
  const inOne = (title: string): string =>
    cites(
      pack,
      clauses.filter((clause) => sourceOf(pack.pack, clause).title === title),
    );
  return documents.map((title) => `${inOne(title)} (${title})`).join('; ');
}

function questionFields({ questions, packs }: Assessment): Fields {
  const one = ({ compiled, state, outcome, rules, clauses, pack }: QuestionResult): Fields => ({
    title: compiled.question.title,
    state,
    outcome: outcome ?? null,
    says: (outcome && compiled.question.outcomes[outcome]?.says) || null,
    always: compiled.question.always ?? null,
    rules: [...rules],
    source: clauses.length > 0 ? citedIn(pack, clauses) : null,
  });
  return Object.fromEntries(questions.filter(ofPack(packs)).map((question) => [question.id, one(question)]));
}

/** The texts of analysis: one that these readers may not see is as if it were not there. */
function analysisFields({ packs, file }: Assessment, title: Titles, audience: Audience): Fields {
  return Object.fromEntries(
    packs.flatMap((pack) =>
      Object.entries(pack.pack.analyses ?? {}).map(([id, { title: heading }]): [string, Field] => {
        const written = file.analysis?.[id];
        const shown = written && mayShow(written, audience) ? written : undefined;
        const by = shown?.by ? title(shown.by, pack) : null;
        const date = shown?.date ? dayInWords(String(shown.date)) : null;
        return [id, { title: heading, paragraphs: paragraphs(shown?.text ?? ''), by, post: shown?.post ?? null, date }];
      }),
    ),
  );
}

const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).filter((part) => part.trim());

/** A decision that nobody has recorded, for every question: each of its fields is a blank. */
function noDecisions({ questions }: Assessment): Fields {
  const none = { outcome: null, by: null, post: null, date: null, agrees: null, reason: null };
  return Object.fromEntries(questions.map((question) => [question.id, none]));
}

/** The titles of the pack's roles. */
const roleFields = (pack: CompiledPack, title: Titles): Fields =>
  Object.fromEntries(Object.keys(pack.pack.roles ?? {}).map((role) => [role, title(role, pack)]));
