import { isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { shortHeadline } from '../case/headline.ts';
import { escapeMarkdown } from '../words/markdown.ts';
import { deathOf } from './death.ts';
import type { Member } from './joint.ts';

/** The days at which the files of a family are looked at. */
export const daysOf = (members: readonly Member[]): Set<string> =>
  new Set(members.map(({ assessment }) => assessment.asAt));

/** Which questions are only counted: those that may not apply, and those that nobody was asked about. */
export interface Counts {
  readonly mayApply: boolean;
  readonly outside: boolean;
}

/** Where each child stands; children who stand alike share a line. */
export function standings(members: readonly Member[], counts: Counts): string[] {
  const lines = new Map<string, string[]>();
  for (const member of members) {
    const says = standing(member, counts);
    lines.set(says, [...(lines.get(says) ?? []), nameOfChild(member, members)]);
  }
  return [...lines].map(([says, children]) => `- **${escapeMarkdown(children.join('; '))}.** ${says}`);
}

/** The reference with the authority, and the day where it is not the same for all. */
function nameOfChild({ assessment: { file, profile, asAt } }: Member, all: readonly Member[]): string {
  return [file.case, ...(profile ? [profile.title] : []), ...(daysOf(all).size > 1 ? [dayInWords(asAt)] : [])].join(
    ', ',
  );
}

/** Whether the child has died, what is wrong with the file of the child, and where each question stands. */
function standing({ assessment, title }: Member, counts: Counts): string {
  const { file, questions, diagnostics } = assessment;
  const inView = questions.filter(
    (q) => (q.state === 'settled' || q.state === 'undecided' || isUrgent(q)) && !isNotLookedAt(q, file),
  );
  const mayApply = (q: QuestionResult): boolean => q.possible.includes('not_in_play') && !isUrgent(q);
  const faults = diagnostics.filter(({ severity }) => severity !== 'note').length;
  const urgentFirst = [...inView.filter(isUrgent), ...inView.filter((q) => !isUrgent(q) && !mayApply(q))];
  const died = deathOf(assessment);
  const says = [
    ...(died ? [`${file.case} died ${died}.`] : []),
    ...(faults > 0 ? [`Check the file: ${faults === 1 ? 'one thing does' : `${faults} things do`} not fit.`] : []),
    ...new Set(
      urgentFirst.map((q) => `${isUrgent(q) ? 'URGENT. ' : ''}${nameOf(q)}: ${shortHeadline(q, assessment, title)}`),
    ),
    ...names('We do not know if these apply', inView.filter(mayApply), counts.mayApply),
    ...names(
      'Not looked at',
      questions.filter((q) => isNotLookedAt(q, file)),
      counts.outside,
    ),
  ];
  return says.map(escapeMarkdown).join(' ');
}

const nameOf = ({ compiled: { question } }: QuestionResult): string => question.short ?? question.title;

/** Questions by name, each once; only how many, where there is no room. */
function names(label: string, questions: readonly QuestionResult[], isCounted: boolean): string[] {
  const each = [...new Set(questions.map(nameOf))];
  if (each.length === 0) return [];
  const count = each.length === 1 ? 'one question' : `${each.length} questions`;
  return [`${label}: ${isCounted && each.length > 1 ? count : each.join('; ')}.`];
}

/** What is said with every result of some questions of some child, each sentence once. */
export function always(members: readonly Member[]): string[] {
  const said = members.flatMap(({ assessment: { questions, file } }) =>
    questions
      .filter((q) => (q.state === 'settled' || q.state === 'undecided') && !isNotLookedAt(q, file))
      .flatMap(({ compiled }) => compiled.question.always ?? []),
  );
  return [...new Set(said)];
}
