import type { Assessment } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { type Diagnostic, inFull, type Placed } from '../../messages/diagnostic.ts';
import type { Audience } from '../case/audience.ts';
import { doneBy } from '../case/done-words.ts';
import type { PackStamp } from '../case/json.ts';
import { NOT_A_DECISION, PROTECT, type Summary, summarise } from '../case/summary.ts';
import type { AnswerView } from '../case/summary-answers.ts';
import { timelineOf, timelineText } from '../case/timeline.ts';
import { typedLines } from '../words/markdown.ts';
import type { Titles } from '../words/titles.ts';
import { childFields, currentPlanFields, decisionFields, factFields, planFields } from './case-fields.ts';
import { type FamilyMatter, familyFields } from './family-fields.ts';
import type { Field, Fields } from './fields.ts';
import { analysesOf, reasonsOf, toDecide } from './note-parts.ts';
import { openFields } from './note-tasks.ts';
import type { Digest } from './stamp.ts';
import type { TemplateSet } from './template.ts';

/** What a note says of its own making. */
export interface Making {
  readonly version: string;
  readonly stamps: readonly PackStamp[];
  readonly digest: Digest;
}

/** Everything that goes into a note. */
export interface NoteOrder {
  /** Name of the template on the templates. */
  readonly template: string;
  readonly templates: TemplateSet;
  readonly assessment: Assessment;
  readonly diagnostics: readonly Placed<Diagnostic>[];
  readonly title: Titles;
  readonly making: Making;
  readonly audience: Audience;
  readonly family: FamilyMatter;
}

const made = new WeakMap<NoteOrder, Fields>();

/** Everything that the template of a note can name; what is not there is null. */
export function noteFields(order: NoteOrder): Fields {
  let fields = made.get(order);
  if (!fields) made.set(order, (fields = fieldsOf(order)));
  return fields;
}

/** The same, whatever templates there are: each question has the common one. */
export function fieldsUnderAny(order: NoteOrder): Fields {
  const fields = noteFields(order);
  const any = (answer: Fields): Fields => ({ ...answer, template: ANY });
  return { ...fields, answers: (fields.answers as readonly Fields[]).map(any) };
}

function fieldsOf(order: NoteOrder): Fields {
  const { assessment, diagnostics, title, making, templates, audience } = order;
  const summary = summarise(assessment, title, audience);
  return {
    case: assessment.file.case,
    authority: assessment.file.authority ?? null,
    as_at: dayInWords(assessment.asAt),
    protect: PROTECT,
    not_a_decision: NOT_A_DECISION,
    problems: diagnostics.map(inFull),
    ...answerFields(summary, assessment, templates),
    ...openFields(assessment, title, audience),
    done: plain(doneBy(assessment, title)),
    unknown: plain(summary.unknown),
    ...factorFields(summary),
    reasons: plain(reasonsOf(summary)),
    timeline: timelineText(timelineOf(assessment, audience)) || null,
    dates: plain(summary.dates),
    plans: audience.whom === 'family' ? [] : planFields(assessment, title),
    current_plan: currentPlanFields(assessment),
    child: childFields(assessment),
    facts: factFields(assessment, title, audience),
    family: familyFields(assessment, order.family, title, audience),
    analyses: plain(assessment.packs.flatMap((pack) => analysesOf(pack, assessment, title, audience))),
    decisions: audience.whom === 'family' ? [] : plain(summary.decisions),
    decision: decisionFields(assessment, title, audience),
    to_decide: toDecide(assessment, title),
    sources: summary.sources,
    packs: making.stamps.map((s) => `${s.id} ${s.version}`).join(', ') || null,
    version: making.version,
  };
}

/** A view as a template sees it: names with underscores, an empty text as nothing, lines that were typed as lines. */
function plain(value: unknown): Field {
  if (typeof value === 'string' && /[\r\n]/.test(value)) return typedLines(value.trim());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value === '' || value === undefined ? null : (value as Field);
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [snake(name), plain(inner)]));
}

const ANY = 'questions/any.md';

/** Each answer with the template of its question; a question without one of its own has the common one. */
function answerFields(
  { answers, notInPlay, notLookedAt }: Summary,
  { questions }: Assessment,
  templates: TemplateSet,
): Fields {
  const templateOf = (id: string): string => (`questions/${id}.md` in templates ? `questions/${id}.md` : ANY);
  const answer = (view: AnswerView): Field => ({
    ...(plain({ ...view, always: view.always ?? null, safety: view.safety ?? null }) as Fields),
    outcome: questions.find((q) => q.id === view.id && q.pack.pack.pack === view.pack)?.outcome ?? null,
    arises: view.state === 'settled' || view.possible.length > 0,
    template: templateOf(view.id),
  });
  const always = [...new Set(answers.flatMap((view) => view.always ?? []))];
  return { answers: answers.map(answer), always, not_in_play: notInPlay, not_looked_at: notLookedAt };
}

function factorFields({ factors }: Summary): Fields {
  return {
    factors: plain(factors),
    no_factors: factors.for.length + factors.against.length + factors.unknown.length === 0,
  };
}
