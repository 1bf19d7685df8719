import { dayInWords } from '../../calendar/date-words.ts';
import type { Day } from '../../calendar/dates.ts';
import type { Style } from '../words/style.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { NOT_A_DECISION, PROTECT, type Summary } from './summary.ts';
import type { AnswerView } from './summary-answers.ts';
import { clauseList, STATE_WORDS, type TaskView, type Unrecorded } from './summary-tasks.ts';

/** What stands at the head of the screen. */
export interface Heading {
  readonly caseId: string;
  readonly asAt: Day;
  /** What is wrong with the file, as lines of text. */
  readonly problems: string;
}

/** An assessment as a screen of text: what is asked next first, then what it needs, what is not known, and why. */
export function screenText(summary: Summary, heading: Heading, style: Style): string {
  const parts = [
    head(heading, style),
    section('Check the case file', heading.problems.trimEnd(), style),
    section('What the procedure asks next', answers(summary, style), style),
    section('What must be in place, and by whom', tasks(summary, style), style),
    section('Not known yet', unknown(summary, style), style),
    section('Factors, as evidence and never as a score', factors(summary, style), style),
    section('What it rests on, and what would change it', reasons(summary, style), style),
    section(
      'Dates',
      list(
        summary.dates.map((d) => `${d.label}: ${d.value}`),
        style,
      ),
      style,
    ),
    section('Decision made by people', decisions(summary, style), style),
    section('Sources', list(summary.sources, style), style),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

function head({ caseId, asAt }: Heading, style: Style): string {
  return [
    style.alarm(wrap(PROTECT, style.width)),
    style.quiet(wrap(`Case ${caseId}, as at ${dayInWords(asAt)}. ${NOT_A_DECISION}`, style.width)),
  ].join('\n');
}

function section(title: string, body: string, style: Style): string {
  return body ? `${style.heading(title)}\n${body}` : '';
}

function answers({ answers: list, notInPlay, notLookedAt }: Summary, style: Style): string {
  const open = list.filter((answer) => answer.mayNotArise);
  const shown = list.filter((answer) => !answer.mayNotArise).map((answer) => answerText(answer, style));
  if (open.length > 0) shown.push(...openQuestions(open, style));
  if (notInPlay.length > 0)
    shown.push(style.quiet(wrap(`Does not arise here: ${notInPlay.join(', ')}.`, style.width, '  ')));
  if (notLookedAt.length > 0)
    shown.push(style.quiet(wrap(`Not looked at: ${notLookedAt.join(', ')}.`, style.width, '  ')));
  return shown.join('\n');
}

/** Questions of which it is not known whether they arise: one line each. */
function openQuestions(open: readonly AnswerView[], style: Style): string[] {
  const line = ({ title, hangsOn, always }: AnswerView): string =>
    labelled(
      '-',
      `${title}. We need to know: ${hangsOn.join('; ')}.${always ? ` ${always}` : ''}`,
      2,
      style.width,
      '    ',
    );
  return [wrap('We do not know yet if these apply:', style.width, '  '), ...open.map(line)];
}

function answerText(answer: AnswerView, style: Style): string {
  const first = labelled('', `${answer.urgent ? 'URGENT. ' : ''}${answer.title}: ${answer.says}`, 0, style.width);
  const lines = [answer.urgent ? style.alarm(first) : first];
  if (answer.grounds.length > 0) lines.push(wrap(`Ground: ${answer.grounds.join('; ')}.`, style.width, '    '));
  for (const outcome of answer.possible) lines.push(labelled('-', outcome, 2, style.width, '    '));
  if (answer.hangsOn.length > 0)
    lines.push(wrap(`We need to know: ${answer.hangsOn.join('; ')}.`, style.width, '    '));
  if (answer.always) lines.push(style.strong(wrap(answer.always, style.width, '    ')));
  lines.push(style.quiet(wrap(`[${answer.cites}]`, style.width, '    ')));
  if (answer.safety) lines.push(style.strong(wrap(answer.safety, style.width, '    ')));
  return lines.join('\n');
}

const COLUMN = 14;

function tasks({ tasks: open, unrecorded, maybe, met }: Summary, style: Style): string {
  const lines = open.map((task) => taskText(task, style));
  for (const group of unrecorded) lines.push(unrecordedText(group, style));
  if (maybe.length > 0) {
    const text = `${maybe.length} more, once it is known whether they apply: ${clauseList(maybe)}`;
    lines.push(style.quiet(labelled('may apply', text, COLUMN, style.width)));
  }
  if (met.length > 0) {
    lines.push(style.good(labelled('in place', `${met.length}: ${clauseList(met)}`, COLUMN, style.width)));
  }
  return lines.join('\n');
}

function taskText(task: TaskView, style: Style): string {
  const due = task.due ? ` ${capitalised(task.due)}.` : '';
  const clauses = task.kind === 'analysis' ? '' : ` [${task.clauses}]`;
  const lines = [labelled(task.label, `${task.who}: ${task.says}${due}${clauses}`, COLUMN, style.width)];
  const missing = task.items.filter((item) => item.label !== STATE_WORDS.met);
  const below = ' '.repeat(COLUMN + 2);
  for (const item of missing) lines.push(labelled('-', `${item.says} [${item.label}]`, 2, style.width, below));
  if (task.hangsOn.length > 0)
    lines.push(style.quiet(labelled('', `Depends on: ${task.hangsOn.join('; ')}.`, COLUMN, style.width)));
  const block = lines.join('\n');
  return task.state === 'overdue' ? style.alarm(block) : block;
}

/** What one person is asked for and nothing is recorded of: a line each, with the number of matters in it. */
function unrecordedText({ who, tasks: own }: Unrecorded, style: Style): string {
  const below = ' '.repeat(COLUMN + 2);
  const line = ({ says, missing, clauses }: TaskView): string => {
    const matters = missing.length > 0 ? ` ${missing.length} matters` : '';
    return labelled('-', `${says}${matters} [${clauses}]`, 2, style.width, below);
  };
  return [labelled(STATE_WORDS.unknown, `${who}:`, COLUMN, style.width), ...own.map(line)].join('\n');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function unknown({ unknown: list }: Summary, style: Style): string {
  return list
    .map(({ label, kind, who, chaseBy }) => {
      const chase = [who && `${who} finds out`, chaseBy && `by ${chaseBy}`].filter((part) => part).join(' ');
      return labelled('-', `${label} (${kind}${chase ? `; ${chase}` : ''})`, 2, style.width);
    })
    .join('\n');
}

function factors({ factors: { for: pro, against, unknown: open } }: Summary, style: Style): string {
  const line = (label: string) => (factor: { says: string; clauses: string }) =>
    labelled(label, `${factor.says} [${factor.clauses}]`, COLUMN, style.width);
  const unsure =
    open.length > 0 ? [labelled('not known', open.map((f) => f.clauses).join(', '), COLUMN, style.width)] : [];
  return [...pro.map(line('for')), ...against.map(line('against')), ...unsure].join('\n');
}

const MOST_CHANGES = 3;

function reasons({ answers: list }: Summary, style: Style): string {
  return list
    .filter((answer) => answer.restsOn.length > 0)
    .map((answer) => {
      const change = answer.wouldChange.slice(0, MOST_CHANGES).map((c) => labelled('-', c, 2, style.width, '    '));
      const more = answer.wouldChange.length - MOST_CHANGES;
      const rest = more > 0 ? [`    - and ${more} more: see \`cpplan explain\``] : [];
      return [
        wrap(`${answer.title} rests on ${answer.restsOn.join('; ')}`, style.width, '  '),
        ...change,
        ...rest,
      ].join('\n');
    })
    .join('\n');
}

function decisions({ decisions: list }: Summary, style: Style): string {
  const line = ({ question, outcome, by, date, agrees, asked }: Summary['decisions'][number]): string =>
    labelled('-', `${question}: ${outcome}, by ${by}, ${date}. ${agrees} ${asked}`, 2, style.width);
  return list.length > 0 ? list.map(line).join('\n') : wrap('None is recorded in the case file.', style.width, '  ');
}

const list = (items: readonly string[], style: Style): string =>
  items.map((item) => labelled('-', item, 2, style.width)).join('\n');
