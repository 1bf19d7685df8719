import type { Assessment } from '../../assess/case/assessment.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { type Diagnostic, inFull, type Placed } from '../../messages/diagnostic.ts';
import type { Audience } from '../case/audience.ts';
import type { PackStamp } from '../case/json.ts';
import { NOT_A_DECISION, PROTECT, type Summary, summarise } from '../case/summary.ts';
import type { AnswerView } from '../case/summary-answers.ts';
import { byPerson, clauseList, type TaskView } from '../case/summary-tasks.ts';
import { timelineOf, timelineText } from '../case/timeline.ts';
import { typedLines } from '../words/markdown.ts';
import type { Titles } from '../words/titles.ts';
import {
  childFields,
  currentPlanFields,
  decisionFields,
  type FamilyMatter,
  factFields,
  familyFields,
  planFields,
} from './case-fields.ts';
import { analysesOf, doneTasks, reasonsOf, toDecide } from './note-parts.ts';
import type { Digest } from './stamp.ts';
import type { Field, Fields, TemplateSet } from './template.ts';

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

/** Everything that the template of a note can name; what is not there is null. */
export function noteFields(order: NoteOrder): Fields {
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
    ...taskFields(summary, assessment, title),
    ...factorFields(summary),
    reasons: plain(reasonsOf(summary, assessment)),
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
    to_decide: toDecide(assessment),
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

/** Each answer with the template of its question; a question without one of its own has the common one. */
function answerFields({ answers, notInPlay }: Summary, { questions }: Assessment, templates: TemplateSet): Fields {
  const templateOf = (folder: string, id: string): string =>
    `${folder}/${id}.md` in templates ? `${folder}/${id}.md` : `${folder}/any.md`;
  const answer = (view: AnswerView): Field => ({
    ...(plain({ ...view, always: view.always ?? null, safety: view.safety ?? null }) as Fields),
    outcome: questions.find((q) => q.id === view.id && q.pack.pack.pack === view.pack)?.outcome ?? null,
    arises: view.state === 'settled' || view.possible.length > 0,
    template: templateOf('questions', view.id),
    family_template: templateOf('questions/family', view.id),
  });
  return { answers: answers.map(answer), not_in_play: notInPlay };
}

function taskFields(summary: Summary, assessment: Assessment, title: Titles): Fields {
  const covered = summary.met.filter((task) => task.kind === 'analysis');
  const open = ({ state }: TaskView): boolean => state === 'outstanding' || state === 'overdue';
  return {
    tasks: summary.tasks.map((task) => ({ ...(plain(task) as Fields), open: open(task) })),
    people: peopleFields(summary),
    unrecorded: plain(summary.unrecorded),
    maybe: plain(summary.maybe),
    maybe_clauses: clauseList(summary.maybe) || null,
    done: plain(doneTasks(assessment, title)),
    written_clauses: clauseList(covered) || null,
    unknown: plain(summary.unknown),
  };
}

/** Each person with what is to be done, and what nothing is recorded of; the most pressed first. */
function peopleFields({ tasks, unrecorded }: Summary): Field {
  const silent = new Map(unrecorded.map(({ who, tasks: own }) => [who, own]));
  const busy = byPerson(tasks);
  const others = unrecorded.filter(({ who }) => !busy.some(([name]) => name === who)).map(({ who }) => who);
  const person = (who: string, own: readonly TaskView[]): Field => ({
    who,
    tasks: plain(own),
    unrecorded: plain(silent.get(who) ?? []),
  });
  return [...busy.map(([who, own]) => person(who, own)), ...others.map((who) => person(who, []))];
}

function factorFields({ factors }: Summary): Fields {
  return {
    factors: plain(factors),
    unknown_factors: factors.unknown.map((f) => f.clauses).join('; ') || null,
    no_factors: factors.for.length + factors.against.length + factors.unknown.length === 0,
  };
}
