import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import type { Style } from '../words/style.ts';
import { capital } from '../words/titles.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { type BriefOf, headOf, nextCommands } from './brief.ts';
import { doneBy, writtenTexts } from './done-words.ts';
import { maybeText, openTasksText } from './full-tasks.ts';
import { NOT_A_DECISION, NOT_ANSWERED, SETTLES, type Summary, summarise } from './summary.ts';
import type { AnswerView } from './summary-answers.ts';

/** A case with everything that is known of it, in the order of use: what is asked, what is to do, what is done, and why. */
export function fullScreen(of: BriefOf, style: Style): string {
  const { assessment, title } = of;
  const summary = summarise(assessment, title);
  const bullets = (lines: readonly string[]): string => lines.map((line) => bullet(line, style)).join('\n');
  const parts = [
    [headOf(of, style), style.quiet(wrap(NOT_A_DECISION, style.width))].join('\n'),
    section('Check the case file', of.problems.map((line) => style.alarm(bullet(line, style))).join('\n'), style),
    section('What the procedure asks next', answers(summary, style), style),
    section('What people decided', bullets(summary.decisions.map(decided)), style),
    section('What to do', openTasksText(of, style), style),
    section('What to find out', unknown(summary, style), style),
    section('In place', inPlace(of, style), style),
    section('For and against, as evidence and never as a score', factors(summary, style), style),
    section('Why', reasons(summary, style), style),
    section('What would change it', changes(summary, style), style),
    section('What may apply, once more is known', maybeText(of, style), style),
    section('Dates', bullets(summary.dates.map((d) => `${d.label}: ${d.value}`)), style),
    section('Sources', bullets(summary.sources), style),
    nextCommands(of.path, style),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

const section = (title: string, body: string, style: Style): string => (body ? `${style.heading(title)}\n${body}` : '');

const bullet = (text: string, style: Style, indent = '  '): string => labelled('-', text, 2, style.width, indent);

function answers({ answers: all, notInPlay, notLookedAt }: Summary, style: Style): string {
  const certain = all.filter(({ mayNotArise, state }) => !mayNotArise && state !== 'silent');
  const silent = all.filter(({ mayNotArise, state }) => !mayNotArise && state === 'silent');
  const always = [...new Set(all.flatMap((answer) => answer.always ?? []))];
  const open = all.filter(({ mayNotArise }) => mayNotArise);
  return [
    ...certain.map((answer) => answerText(answer, style)),
    ...silent.map((answer) => answerText(answer, style)),
    ...always.map((says) => style.strong(wrap(says, style.width, '  '))),
    ...together(
      'We do not know yet if these apply',
      open.map(({ title }) => title),
      style,
    ),
    ...together('Does not apply', notInPlay, style),
    ...together('Not looked at', notLookedAt, style),
  ].join('\n');
}

const together = (label: string, titles: readonly string[], style: Style): string[] =>
  titles.length > 0 ? [wrap(`${label}: ${[...new Set(titles)].join('; ')}.`, style.width, '  ')] : [];

function answerText(answer: AnswerView, style: Style): string {
  const cites = answer.possible.length === 0 && answer.clauses ? ` [${answer.clauses}]` : '';
  const ends = answer.possible.length > 0 ? 'Not settled. It can come to:' : `${answer.says}${cites}`;
  const first = labelled('', `${answer.urgent ? 'URGENT. ' : ''}${answer.title}: ${ends}`, 0, style.width);
  const lines = [answer.urgent ? style.alarm(first) : first];
  for (const outcome of answer.possible) lines.push(bullet(outcome, style, '    '));
  if (answer.safety) lines.push(style.strong(wrap(answer.safety, style.width, '    ')));
  return lines.join('\n');
}

const decided = ({ question, outcome, by, date, agrees, asked, told }: Summary['decisions'][number]): string =>
  `${question}: ${told ? `${by}.` : `${outcome}. ${by}, ${date}.`} ${agrees} ${asked}`;

/** What is not known, by what it would settle. */
function unknown({ unknown: all }: Summary, style: Style): string {
  const groups = new Map<string, string[]>();
  for (const { label, kind, who, chaseBy, settles } of all) {
    const chase = [who && `${who} finds out`, chaseBy && `by ${chaseBy}`].filter((part) => part).join(' ');
    const known = [kind === NOT_ANSWERED ? '' : kind, chase].filter((part) => part).join('; ');
    const line = bullet(`${label}${known ? ` (${known})` : ''}`, style, '    ');
    groups.set(settles, [...(groups.get(settles) ?? []), line]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(b.startsWith(SETTLES)) - Number(a.startsWith(SETTLES)))
    .map(([settles, lines]) => [wrap(`${settles}:`, style.width, '  '), ...lines].join('\n'))
    .join('\n');
}

/** What is there: the texts, then what each person did. */
function inPlace({ assessment, title }: BriefOf, style: Style): string {
  const texts = writtenTexts(assessment, title, (day) => dayInWords(day as Day)).map((text) => {
    const by = text.by ? ` by the ${text.by}` : '';
    return bullet(`${text.title}: written${by}${text.caveat ? ` (${text.caveat})` : ''} [${text.clauses}]`, style);
  });
  const people = doneBy(assessment, title).map(({ who, acts }) => {
    const lines = acts.map(({ says, clauses }) => `${says}${clauses ? ` [${clauses}]` : ''}`);
    return lines.length === 1
      ? bullet(`${who} ${lines[0]}`, style)
      : [bullet(`${who}:`, style), ...lines.map((line) => bullet(line, style, '    '))].join('\n');
  });
  return style.good([...texts, ...people].join('\n'));
}

const FACTOR_COLUMN = 11;

function factors({ factors: { for: pro, against, unknown: open } }: Summary, style: Style): string {
  const line = (label: string) => (factor: { says: string; clauses: string }) =>
    labelled(label, `${factor.says} [${factor.clauses}]`, FACTOR_COLUMN, style.width);
  return [...pro.map(line('For')), ...against.map(line('Against')), ...open.map(line('Not known'))].join('\n');
}

/** What each answer rests on. */
const reasons = ({ answers: all }: Summary, style: Style): string =>
  all
    .filter(({ restsOn }) => restsOn.length > 0)
    .map(({ title, restsOn }) => bullet(`${title}: ${capital(restsOn.join('; '))}.`, style))
    .join('\n');

const MOST_CHANGES = 3;

function changes({ answers: all }: Summary, style: Style): string {
  return all
    .filter(({ wouldChange }) => wouldChange.length > 0)
    .map(({ title, wouldChange }) => {
      const shown = wouldChange.slice(0, MOST_CHANGES).map((change) => bullet(`${change}.`, style, '    '));
      const more = wouldChange.length - shown.length;
      return [
        wrap(`${title}:`, style.width, '  '),
        ...shown,
        ...(more > 0 ? [bullet(`And ${more} more: cpplan explain.`, style, '    ')] : []),
      ].join('\n');
    })
    .join('\n');
}
