import { type Assessment, isUrgent, type QuestionResult } from '../../assess/case/assessment.ts';
import { isNotLookedAt } from '../../assess/case/looked-at.ts';
import { RANKS, tasksOf } from '../../assess/case/tasks.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import { storedInWords } from '../../calendar/typed-date.ts';
import { childDate } from '../../case/file/entry-value.ts';
import { hasDied } from '../../case/sheet/unconfirmed.ts';
import { fileName } from '../../messages/safe.ts';
import { ONLY_WHAT_REMAINS } from '../words/after-death.ts';
import type { Style } from '../words/style.ts';
import type { Titles } from '../words/titles.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { firstSentence, headline, shortHeadline } from './headline.ts';
import { PROTECT } from './summary.ts';
import { countsByPerson, type TaskWords, taskInWords } from './task-words.ts';

/** What stands in a brief beside the assessment. */
export interface BriefOf {
  readonly assessment: Assessment;
  readonly title: Titles;
  /** What is wrong with the case file, or contradicts itself: a line each. */
  readonly problems: readonly string[];
  /** The case file as the person named it, for the commands to run next. */
  readonly path: string;
}

/** Most lines of a brief, at the usual width and on a narrow screen. */
const ROOM = { usual: 24, narrow: 40 } as const;
const NARROW = 60;

/** The most pressing tasks that stand by themselves; the others are counted by person. */
const SHOWN = 5;

/**
 * A case in one screenful: what is wrong, what is asked and where it stands, what to do now, and what to run next.
 * What is urgent or contradictory is never shortened, and what is wrong with the file makes it longer; the rest gives way step
 * by step until it fits.
 */
export function brief(of: BriefOf, style: Style): string {
  const parts = partsOf(of, style);
  const extra = parts.problems.reduce((lines, problem) => lines + problem.split('\n').length, 0);
  const room = (style.width < NARROW ? ROOM.narrow : ROOM.usual) + extra;
  for (let step = 0; ; step++) {
    const text = compose(parts, step);
    if (step === LAST_STEP || text.split('\n').length <= room) return `${text}\n`;
  }
}

interface Parts {
  readonly head: string;
  readonly problems: readonly string[];
  readonly urgent: readonly string[];
  /** Whether something cannot wait: what to do then comes before every other question. */
  readonly isUrgent: boolean;
  /** Other headlines, in full and as short as they can be. */
  readonly headlines: readonly string[];
  readonly short: readonly string[];
  /** What is said with every result of a question; those that stay however short the brief. */
  readonly always: readonly string[];
  readonly stays: readonly string[];
  /** The same with only what has been found; the other questions by name, and at last all of them. */
  readonly found: readonly string[];
  readonly named: readonly string[];
  readonly tasks: (shown: number, isShort: boolean) => string;
  readonly extras: readonly string[];
  /** What the documents are silent on: it stays longer than what does not apply. */
  readonly silent: readonly string[];
  /** The commands to run next, with what each is for, and in one line. */
  readonly next: string;
  readonly shortNext: string;
}

/** Without extras; short tasks; short headlines; four, then three tasks; open questions named; two tasks, then one; all named. */
const LAST_STEP = 9;

function compose(parts: Parts, step: number): string {
  const shown = Math.max(1, SHOWN - Math.max(0, Math.min(step, 5) - 3) - Math.max(0, step - 6));
  const headlines =
    [parts.named, parts.found, parts.short][step >= 9 ? 0 : step >= 6 ? 1 : step >= 3 ? 2 : 3] ?? parts.headlines;
  const said = [...headlines, ...(step >= 5 ? parts.stays : parts.always)];
  const tasks = parts.tasks(shown, step >= 2);
  const blocks = [
    [parts.head, ...parts.problems, ...parts.urgent],
    ...(parts.isUrgent ? [[tasks], said] : [said, [tasks]]),
    [...(step >= 1 ? [] : parts.extras), ...(step >= 6 ? [] : parts.silent)],
    [step >= 1 ? parts.shortNext : parts.next],
  ];
  const gap = step >= 4 ? '\n' : '\n\n';
  return blocks
    .map((lines) => lines.filter((line) => line).join('\n'))
    .filter((block) => block)
    .join(gap);
}

const COLUMN = 18;

function partsOf(of: BriefOf, style: Style): Parts {
  const { assessment, title } = of;
  const isSaid = ({ state }: QuestionResult): boolean => state === 'settled' || state === 'undecided';
  const inView = assessment.questions.filter((q) => (isSaid(q) || isUrgent(q)) && !isNotLookedAt(q, assessment.file));
  const [urgent, others] = [inView.filter(isUrgent), inView.filter((q) => !isUrgent(q))];
  const outside = assessment.questions.filter((q) => isNotLookedAt(q, assessment.file));
  const certain = others.filter(({ possible }) => !possible.includes('not_in_play'));
  const open = others.filter(({ possible }) => possible.includes('not_in_play'));
  const settled = certain.filter(({ state }) => state === 'settled');
  const words = tasksOf(assessment).map((task) => taskInWords(task, assessment, title));
  return {
    head: headOf(of, style),
    problems: of.problems.map((line) => style.alarm(labelled('Check the file', line, COLUMN, style.width, ''))),
    urgent: [...urgent.map((q) => style.alarm(headlineText(q, of, style, 'URGENT. '))), ...alwaysSaid(urgent, style)],
    isUrgent: words[0]?.rank === 'urgent',
    headlines: [...certain.map((q) => headlineText(q, of, style)), ...mayApply(open, outside, style)],
    short: [...shortHeadlines(certain, of, style), ...mayApply(open, outside, style)],
    always: alwaysSaid(others, style),
    stays: alwaysSaid(
      others.filter(({ compiled }) => compiled.question.in_every_brief),
      style,
    ),
    found: [
      ...shortHeadlines(settled, of, style),
      ...named(
        others.filter((q) => !settled.includes(q)),
        outside,
        style,
      ),
    ],
    named: named(others, outside, style),
    tasks: (shown, isShort) => doNow(words, shown, isShort, style),
    extras: notAsked(assessment, style),
    silent: silentOn(assessment, style),
    next: nextCommands(of.path, style),
    shortNext: shortNext(of.path, style),
  };
}

/** The names of questions in view, and of those that nobody was asked about. */
function named(inView: readonly QuestionResult[], outside: readonly QuestionResult[], style: Style): string[] {
  const part = (label: string, of: readonly QuestionResult[]): string[] =>
    of.length > 0 ? [`${label}: ${[...new Set(of.map(nameOf))].join('; ')}.`] : [];
  const parts = [...part('In view', inView), ...part('Not looked at', outside)];
  return parts.length > 0 ? [wrap([...parts, 'See --full.'].join(' '), style.width)] : [];
}

/** What is said with every result of some questions, each sentence once. */
const alwaysSaid = (questions: readonly QuestionResult[], style: Style): string[] =>
  [...new Set(questions.flatMap(({ compiled }) => compiled.question.always ?? []))].map((says) =>
    style.strong(wrap(says, style.width)),
  );

/** A question in one or two words, where its pack has them. */
const nameOf = ({ compiled: { question } }: QuestionResult): string => question.short ?? question.title;

/** The protective line, the reference, the day and whose procedures apply; that the child has died, where the file says so. */
export function headOf({ assessment: { file, asAt, profile } }: BriefOf, style: Style): string {
  const whose = profile ? `, ${profile.title}` : '';
  const day = childDate(file.child?.died);
  const remains = hasDied(file, asAt) ? ` ${ONLY_WHAT_REMAINS}` : '';
  const died = day === undefined ? '' : `. The child has died: ${storedInWords(day)}.${remains}`;
  const line = `${file.case}, ${dayInWords(asAt)}${whose}${died}`;
  return [style.alarm(wrap(PROTECT, style.width)), wrap(line, style.width)].join('\n');
}

function headlineText(question: QuestionResult, { assessment, title }: BriefOf, style: Style, before = ''): string {
  const cited = question.clauses.length > 0 && question.outcome ? ` [${question.clauses.join(', ')}]` : '';
  const says = `${before}${headline(question, assessment, title)}${cited}`;
  const name = nameOf(question);
  if (name.length > COLUMN - 2) return wrap(`${name}: ${says}`, style.width);
  return labelled(name, says, COLUMN, style.width, '');
}

/** Headlines of one sentence each; questions of the same standing share a line. */
function shortHeadlines(questions: readonly QuestionResult[], { assessment, title }: BriefOf, style: Style): string[] {
  const lines = new Map<string, string[]>();
  for (const question of questions) {
    const says = shortHeadline(question, assessment, title);
    lines.set(says, [...new Set([...(lines.get(says) ?? []), nameOf(question)])]);
  }
  return [...lines].map(([says, titles]) => labelled('', `${titles.join('; ')}: ${says}`, 0, style.width, ''));
}

/** Questions of which it is not known whether they arise, and those that nobody was asked about, together. */
function mayApply(questions: readonly QuestionResult[], outside: readonly QuestionResult[], style: Style): string[] {
  const [open, others] = [questions, outside].map((some) => [...new Set(some.map(nameOf))].join('; '));
  const says = [
    ...(open ? [`We do not know if these apply: ${open}.`] : []),
    ...(others ? [`Not looked at: ${others}.`] : []),
  ];
  return says.length > 0 ? [wrap(says.join(' '), style.width)] : [];
}

/** What does not arise, in one line. */
function notAsked({ questions, file }: Assessment, style: Style): string[] {
  const off = questions.filter((q) => q.state === 'not_in_play' && !isNotLookedAt(q, file)).map(nameOf);
  return off.length > 0 ? [style.quiet(wrap(`Does not apply: ${[...new Set(off)].join('; ')}.`, style.width))] : [];
}

/** What the documents are silent on, in one line. */
function silentOn({ questions, file }: Assessment, style: Style): string[] {
  const silent = questions.filter((q) => q.state === 'silent' && !isNotLookedAt(q, file)).map(nameOf);
  return silent.length > 0
    ? [wrap(`The documents are silent on: ${[...new Set(silent)].join('; ')}.`, style.width)]
    : [];
}

/** The most pressing tasks, and the others counted by person; what is urgent always stands by itself. */
function doNow(tasks: readonly TaskWords[], shown: number, isShort: boolean, style: Style): string {
  if (tasks.length === 0) return 'Nothing is left to do or to find out.';
  const urgent = tasks.filter(({ rank }) => rank === RANKS[0]).length;
  const first = tasks.slice(0, Math.max(shown, urgent));
  const rest = tasks.slice(first.length);
  return [
    style.heading('Do now'),
    ...first.map((task) => taskText(task, isShort, style)),
    ...(rest.length > 0
      ? [style.quiet(wrap(`and ${rest.length} more: ${countsByPerson(rest)}.`, style.width, '  '))]
      : []),
  ].join('\n');
}

const TASK_COLUMN = 10;

function taskText({ rank, label, who, says, when, clauses }: TaskWords, isShort: boolean, style: Style): string {
  const act = isShort && rank !== RANKS[0] ? firstSentence(says) : says;
  const text = [`${who}: ${act}`, when, `[${clauses.join(', ')}]`].filter((part) => part && part !== '[]').join(' ');
  const lines = labelled(label, text, TASK_COLUMN, style.width);
  return rank === 'urgent' || rank === 'overdue' ? style.alarm(lines) : lines;
}

const NEXT: readonly (readonly [string, string])[] = [
  ['rationale', "the note for the child's file"],
  ['decide', 'record what was decided'],
  ['explain', 'why, and what would change it'],
];

const NEXT_COLUMN = 6;

const shortNext = (path: string, style: Style): string =>
  style.quiet(wrap(`Next: cpplan rationale, write, decide or explain, with ${fileName(path)}`, style.width));

/** The commands to run next, with what each is for; in one line where that has no room. */
export function nextCommands(path: string, style: Style): string {
  const commands = NEXT.map(([name, use]) => [`cpplan ${name} ${fileName(path)}`, use] as const);
  const column = Math.max(...commands.map(([command]) => command.length)) + 3;
  const fits = commands.every(([, use]) => NEXT_COLUMN + column + use.length <= style.width);
  if (!fits) return shortNext(path, style);
  return commands
    .map(([command, use], i) =>
      style.quiet(`${(i === 0 ? 'Next' : '').padEnd(NEXT_COLUMN)}${command.padEnd(column)}${use}`),
    )
    .join('\n');
}
