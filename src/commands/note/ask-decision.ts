import type { QuestionResult } from '../../assess/case/assessment.ts';
import { deciderOf } from '../../assess/decide/deciders.ts';
import type { Day } from '../../calendar/dates.ts';
import { readTypedDate } from '../../calendar/typed-date.ts';
import { agreesWith, departures, type Said } from '../../documents/record.ts';
import type { Drafts } from '../../interview/flow/interview-context.ts';
import { type Option, type Prompter, Stopped } from '../../interview/prompters/prompter.ts';
import type { Titles } from '../../report/words/titles.ts';
import { wholeDay } from './decision-faults.ts';

/** What a decision is asked about at a terminal. */
export interface DecisionForm {
  readonly prompter: Prompter;
  readonly title: Titles;
  /** Roles that may decide, those that a clause names first. */
  readonly roles: readonly string[];
  readonly asAt: Day;
  readonly drafts: Drafts;
}

const IN_WORDS = 'in other words';

/** Asks for whatever has not been said yet about a decision on a question. */
export async function askDecision(said: Said, question: QuestionResult, form: DecisionForm): Promise<Said> {
  const outcome = said.outcome ?? (await askOutcome(question, form));
  const by = said.by ?? (await askRole(question, outcome, form));
  const post = said.post ?? (await askLine('post', 'Their post or initials (never a name)', form, 'skip'));
  const date = said.date ?? (await askDate(form));
  const agrees = said.agrees ?? agreesWith(question, outcome) ?? (await askAgrees(form));
  if (agrees) return { ...said, outcome, by, post, date, agrees };
  const reasonCode =
    said.reasonCode ??
    (await choose(
      'reason_code',
      'Why does it depart from what the procedure asks?',
      departures.map(([value, name]) => ({ value, name })),
      form,
    ));
  const reason = said.reason ?? (await askReason(form));
  return { ...said, outcome, by, post, date, agrees, reasonCode, reason };
}

/** Which question it is about. */
export async function askQuestion(questions: readonly QuestionResult[], form: DecisionForm): Promise<QuestionResult> {
  const [only, ...others] = questions;
  if (only && others.length === 0) return only;
  return await choose(
    'question',
    'Which decision do you want to record?',
    questions.map((value) => ({ value, name: value.compiled.question.title })),
    form,
  );
}

async function askOutcome({ compiled }: QuestionResult, form: DecisionForm): Promise<string> {
  const outcomes = Object.entries(compiled.question.outcomes).map(([value, { says }]) => ({ value, name: says }));
  const other = { value: IN_WORDS, name: 'Something else, in words' };
  const chosen = await choose('outcome', 'What was decided?', [...outcomes, other], form);
  if (chosen !== IN_WORDS) return chosen;
  return (await askLine('outcome.words', 'What was decided, in a sentence', form)) ?? '';
}

async function askRole(question: QuestionResult, outcome: string, form: DecisionForm): Promise<string> {
  const named = deciderOf(question, outcome)?.who ?? [];
  const roles = [...named, ...form.roles.filter((role) => !named.includes(role))];
  return await choose(
    'by',
    'Who decided?',
    roles.map((value) => ({ value, name: form.title(value, question.pack) })),
    form,
  );
}

const askAgrees = (form: DecisionForm): Promise<boolean> =>
  choose(
    'agrees',
    'Does it agree with what the procedure asks next?',
    [
      { value: true, name: 'Yes' },
      { value: false, name: 'No, it departs from it' },
    ],
    form,
  );

async function choose<T>(
  key: string,
  question: string,
  options: readonly Option<T>[],
  { prompter }: DecisionForm,
): Promise<T> {
  const reply = await prompter.choose({ key: `decision.${key}`, question, options, asides: [] });
  if ('value' in reply) return reply.value;
  throw new Stopped();
}

async function askLine(
  key: string,
  question: string,
  { prompter }: DecisionForm,
  aside?: 'skip',
): Promise<string | undefined> {
  const read = (typed: string) => (typed.trim() ? { value: typed.trim() } : { problem: 'Write a few words.' });
  const reply = await prompter.line({ key: `decision.${key}`, question, asides: aside ? [aside] : [], read });
  return 'value' in reply ? reply.value : undefined;
}

async function askDate({ prompter, asAt }: DecisionForm): Promise<string> {
  const read = (typed: string) => {
    const day = readTypedDate(typed, asAt);
    if (typeof day === 'object') return day;
    const problem = wholeDay(String(day), asAt);
    return problem ? { problem } : { value: String(day) };
  };
  const reply = await prompter.line({ key: 'decision.date', question: 'On which day?', asides: [], now: asAt, read });
  if ('value' in reply) return reply.value;
  throw new Stopped();
}

/** What a reason is called that was written and not recorded. */
export const REASON_KEPT = 'decision_reason';

/** A reason that was begun and not recorded is gone on with; one that is begun now is kept where the person leaves. */
async function askReason({ prompter, drafts }: DecisionForm): Promise<string> {
  const now = drafts.left().find(({ key }) => key === REASON_KEPT)?.text;
  const beside = now ? ['Begun before:', ...now.split('\n').map((line) => `| ${line}`)] : [];
  const ask = { key: 'decision.reason', question: 'The reason, in words', asides: [], now, beside };
  for (;;) {
    try {
      const reply = await prompter.text(ask);
      if (!('value' in reply)) throw new Stopped();
      if (reply.value.trim()) return reply.value.trim();
    } catch (error) {
      if (error instanceof Stopped && error.draft?.trim()) drafts.keep(REASON_KEPT, error.draft);
      throw error;
    }
  }
}
