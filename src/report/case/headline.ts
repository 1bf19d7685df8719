import { inSentence } from '../../assess/case/act-words.ts';
import type { Assessment, Decided, QuestionResult, Standing } from '../../assess/case/assessment.ts';
import { titled } from '../../assess/decide/deciders.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { capital, type Titles } from '../words/titles.ts';

/** As many things to find out are named in a headline; the others are counted. */
const NAMED = 3;

/** One question for decision in a sentence or two: what the procedure asks, and where people stand with it. */
export function headline(question: QuestionResult, assessment: Assessment, title: Titles): string {
  if (question.state === 'not_in_play') return 'This does not arise.';
  if (question.outcome === undefined) return openHeadline(question, assessment, title);
  const standing = assessment.standings.get(question);
  if (!standing)
    return question.compiled.question.outcomes[question.outcome]?.says ?? 'The document says nothing on this.';
  const own = ownWords(question, standing);
  const says = own ?? labelOf(question, question.outcome);
  return [says, ...standingWords(standing, question, own !== undefined, title)].join(' ');
}

/** What the pack has a headline say of the outcome, by where the question stands. */
function ownWords(
  { outcome = '', compiled: { question } }: QuestionResult,
  { at, decided }: Standing,
): string | undefined {
  const headlines = question.outcomes[outcome]?.headlines;
  return decided?.how === 'declined' ? headlines?.declined : headlines?.[at];
}

/** An outcome in a few words: its label, else all that it says; what is no outcome is in the words of people. */
export function labelOf({ compiled }: Pick<QuestionResult, 'compiled'>, id: string): string {
  const outcome = compiled.question.outcomes[id];
  return outcome?.label ?? outcome?.says ?? OTHER_ENDS[id] ?? id;
}

const OTHER_ENDS: Readonly<Record<string, string>> = {
  not_in_play: 'This does not arise.',
  silent: 'The document says nothing on this.',
};

/** Outcomes in a few words, to stand inside a sentence; those that begin with the same words stand once. */
export function endsInWords(question: Pick<QuestionResult, 'compiled'>, ends: readonly string[]): string {
  const words = ends.map((end) => firstSentence(labelOf(question, end)).replace(/[.]$/, ''));
  return [...new Set(words)].join('; or ');
}

function openHeadline(question: QuestionResult, assessment: Assessment, title: Titles): string {
  const { hangsOn, pack, possible } = question;
  const labels = hangsOn.slice(0, NAMED).map((fact) => pack.facts.get(fact)?.label ?? fact);
  const more = hangsOn.length > NAMED ? `; and ${hangsOn.length - NAMED} more` : '';
  const start = possible.includes('not_in_play') ? 'We do not know yet if this applies.' : 'Not settled.';
  const decided = assessment.standings.get(question)?.decided;
  const made = decided ? `${decidedOpen(decided, question, title)} ` : '';
  return `${made}${start} We need to know: ${labels.join('; ')}${more}.`;
}

/** The same with the outcome in one sentence at most. */
export function shortHeadline(question: QuestionResult, assessment: Assessment, title: Titles): string {
  const standing = assessment.standings.get(question);
  if (question.outcome === undefined || !standing)
    return question.outcome ? headline(question, assessment, title) : unsettled(question);
  const own = ownWords(question, standing);
  const says = firstSentence(own ?? labelOf(question, question.outcome));
  return [says, ...standingWords(standing, question, own !== undefined, title)].join(' ');
}

/** That something is open, and how many answers it hangs on. */
function unsettled({ hangsOn }: QuestionResult): string {
  if (hangsOn.length === 0) return 'Not settled.';
  return `Not settled. We need ${hangsOn.length === 1 ? 'one answer' : `${hangsOn.length} answers`}.`;
}

export const firstSentence = (text: string): string => text.match(/^.*?[.](?=\s)/)?.[0] ?? text;

/** What follows the outcome: what is left, who decides, or what was decided. A pack's own words already tell a decision. */
function standingWords(standing: Standing, question: QuestionResult, isOwn: boolean, title: Titles): string[] {
  const { at, left, decided, decider, partly } = standing;
  const who = decider && titled(decider, question.pack, title);
  const open = decider ? [] : openDecider(question);
  const soFar = partly?.length ? [agreedSoFar(partly, question, title)] : [];
  if (at === 'to_prepare')
    return [`${capital(leftWords(left))}${who ? `, then ready for ${who} to decide` : ''}.`, ...soFar, ...open];
  if (at === 'ready')
    return [`Everything that comes first is in place: ready${who ? ` for ${who}` : ''} to decide.`, ...soFar, ...open];
  const made = decided && !isOwn ? [decidedWords(decided, question, title)] : [];
  return at === 'carried_out' ? [...made, 'Done: everything that follows is on record.'] : made;
}

/** Where several must decide together: who has agreed, while they are too few. */
const agreedSoFar = (roles: readonly string[], { pack }: QuestionResult, title: Titles): string =>
  `Agreed so far: ${titled({ who: roles, needs: 'all' }, pack, title)}.`;

/** Where it is not known who decides: on what it hangs. */
function openDecider({ whoHangsOn, pack }: QuestionResult): string[] {
  const labels = whoHangsOn.map((fact) => pack.facts.get(fact)?.label ?? fact);
  return labels.length === 0 ? [] : [`To know who decides, we need to know: ${labels.join('; ')}.`];
}

/** `3 things to do and 2 to find out`. */
export function leftWords({ toDo, toFindOut }: Standing['left']): string {
  const things = (count: number): string => (count === 1 ? 'one thing' : `${count} things`);
  if (toDo === 0) return `${things(toFindOut)} to find out`;
  const also = toFindOut === 0 ? '' : ` and ${toFindOut === 1 ? 'one' : toFindOut} to find out`;
  return `${things(toDo)} to do${also}`;
}

/** A decision is on record, and what it was is open: not known, or told in two ways. */
const decidedOpen = ({ by, date }: Decided, { pack }: QuestionResult, title: Titles): string =>
  `The ${inSentence(title(by, pack))} is recorded as having decided${date ? ` on ${dayInWords(date)}` : ''}.`;

function decidedWords({ how, by, date, outcome, together }: Decided, question: QuestionResult, title: Titles): string {
  const who = capital(titled({ who: together ?? [by], needs: 'all' }, question.pack, title));
  const on = date ? ` on ${dayInWords(date)}` : '';
  if (how === 'declined') return `${who} did not agree${on}.`;
  if (how === 'agrees') return `${who} decided this${on}.`;
  const what = outcome && outcome in question.compiled.question.outcomes ? labelOf(question, outcome) : outcome;
  return `${who} decided otherwise${on}${what ? `: ${what.replace(/[.]$/, '')}` : ''}.`;
}
