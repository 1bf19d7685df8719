import { harmless, wrap } from '../../report/words/wrap.ts';
import { isTyped, keysInWords } from './form-keys.ts';
import { ALL, type FormState } from './form-state.ts';
import { type Form, hanging, type Row, waysInWords } from './prompter.ts';

/** A form as it stands: up to the place where one types, and below it. */
export interface FormText {
  readonly above: string;
  readonly below: string;
}

/** As many lines of other questions are shown above and below the one that is asked. */
const [ABOVE, BELOW] = [8, 8];

/** Draws a form: the question that is asked in full, the others in a line or two. */
export function formText(form: Form, state: FormState, typed: string, width: number): FormText {
  const rows = form.rows();
  const blocks = rows.map((row) => block(row, false, width));
  const before = within(blocks.slice(0, state.at).reverse(), ABOVE);
  const after = within(blocks.slice(state.at + 1), BELOW);
  const row = rows[state.at];
  // How much is left is told to whom stands there, about to go on
  const goOn = row ? '  Go on' : `> Go on (${counted(rows)})`;
  const here = row ? asked(row, state, typed, width) : goOn;
  return {
    above: [wrap(`? ${form.title}`, width), more(before.left, 'above'), ...before.shown.reverse(), here]
      .filter(Boolean)
      .join('\n'),
    below: [...after.shown, more(after.left, 'below'), row ? goOn : '', wrap(hint(form, row), width)]
      .filter(Boolean)
      .join('\n'),
  };
}

const more = (n: number, where: string): string => (n > 0 ? `  (${n} more ${where})` : '');

function within(blocks: readonly string[], lines: number): { shown: string[]; left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const one of blocks) {
    used += one.split('\n').length;
    if (used > lines) break;
    shown.push(one);
  }
  return { shown, left: blocks.length - shown.length };
}

/** A question without a box stands below those that have one. */
const NO_MARK = ' '.repeat('[yes] '.length);

/** The question in its place, with what was answered. */
function block(row: Row, isAsked: boolean, width: number): string {
  const { question, mark, now, isPart } = row;
  const sign = `${isAsked ? '>' : ' '} ${isPart ? '  ' : ''}${mark === undefined ? NO_MARK.slice(isPart ? 4 : 0) : `[${mark}] `}`;
  const answer = now === undefined || mark !== undefined ? '' : ` = ${now}`;
  const pad = ' '.repeat(sign.length);
  return `${sign}${wrap(harmless(`${question}${answer}`), width - sign.length).replaceAll('\n', `\n${pad}`)}`;
}

function asked(row: Row, { problem, isWhy }: FormState, typed: string, width: number): string {
  const beside = (row.beside ?? []).map((line) => hanging(harmless(line), width - 4));
  const why = isWhy ? cut(row.why?.() ?? '') : '';
  const keys = wrap(keysInWords(row), width - 4);
  const lines = [...beside, why, keys, problem ?? ''].filter(Boolean).join('\n');
  const answer = row.read || isTyped(row) ? `\n    : ${typed}` : '';
  return [block(row, true, width), ...(lines ? [setIn(lines)] : [])].join('\n') + answer;
}

/** As many lines of an explanation as a small window has room for. */
const cut = (lines: string): string => {
  const all = lines.split('\n');
  return all.length <= WHY ? lines : [...all.slice(0, WHY), '  ...'].join('\n');
};
const WHY = 10;

const setIn = (lines: string): string => lines.replace(/^/gm, '    ');

function hint({ asides, all }: Form, row: Row | undefined): string {
  const enter = row ? (row.now === undefined ? 'Enter leaves it for now.' : 'Enter keeps it.') : 'Enter goes on.';
  const ticks = all && !row?.read ? `${ALL}: ${all}. ` : '';
  return `${ticks}${enter} Arrows move. ${waysInWords(asides)}`.trim();
}

/** What is left of a form on the screen: the answers are shown once more when they are checked. */
export function formSummary({ title, rows }: Form, width: number): string {
  return wrap(`- ${title}: ${counted(rows())}`, width);
}

/** How many of the questions have an answer. */
function counted(rows: readonly Row[]): string {
  const questions = rows.filter(({ counts }) => counts !== 'beside');
  const answered = questions.filter(({ now, counts }) => now !== undefined && counts !== 'open');
  return `${answered.length} of ${questions.length} answered`;
}
