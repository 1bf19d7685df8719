import { escapeHtml } from '../words/html-text.ts';
import type { Drawing, DrawnRow } from './drawing.ts';

const WIDTH = 700;
const INDENT = 20;
const LINE = 14;
/** Letters of the size of the drawing that stand beside each other on a hundred points. */
const LETTERS = 17.5;

interface Placed {
  readonly row: DrawnRow;
  readonly x: number;
  readonly y: number;
  readonly answer: readonly string[];
  readonly says: readonly string[];
  readonly height: number;
}

/** A drawing as a picture that prints: each question with the answers below it, each answer with where it leads. */
export function drawingSvg({ title, rows, turn }: Drawing): string {
  const nothing = turn === undefined ? 'does not arise' : 'not this rule';
  const placed: Placed[] = [];
  let y = 4;
  for (const row of rows) {
    const one = placedAt(row.is === 'not_this' ? joinedTo(row, nothing) : row, y);
    placed.push(one);
    y += one.height;
  }
  return [
    `<svg class="drawing" viewBox="0 0 ${WIDTH} ${y + 4}" role="img" aria-label="${escapeHtml(`Drawing: ${title}`)}" xmlns="http://www.w3.org/2000/svg">`,
    ...placed.map((one, i) => lineTo(one, placed.slice(0, i))),
    ...placed.map(rowSvg),
    '</svg>',
  ].join('\n');
}

/** Where nothing follows, the answer and that stand on one line. */
function joinedTo({ answer, ...row }: DrawnRow, nothing: string): DrawnRow {
  return { ...row, says: answer === undefined ? nothing : `${answer}: ${nothing}` };
}

function placedAt(row: DrawnRow, y: number): Placed {
  const x = 6 + row.depth * INDENT;
  const room = Math.max(160, WIDTH - x - 16);
  const answer = row.answer === undefined ? [] : broken(row.answer, room);
  const says = broken(wordsOf(row), room);
  return { row, x, y, answer, says, height: (answer.length + says.length) * LINE + 10 };
}

function wordsOf({ is, says, number }: DrawnRow): string {
  if (is === 'goes_on') return `${says} Go on at (${number}).`;
  return number === undefined ? says : `(${number}) ${says}`;
}

function broken(text: string, room: number): string[] {
  const most = Math.floor((room / 100) * LETTERS);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** From the question above to one of its answers. */
function lineTo({ row, x, y }: Placed, above: readonly Placed[]): string {
  const parent = above.findLast((one) => one.row.depth < row.depth);
  if (!parent) return '';
  const [from, to] = [parent.y + parent.height - 8, y + LINE / 2];
  return `<path class="way" d="M${parent.x + 5} ${from}V${to}H${x - 2}"/>`;
}

function rowSvg({ row, x, y, answer, says, height }: Placed): string {
  const line = (text: string, i: number, kind: string): string =>
    `<text class="${kind}" x="${x + 4}" y="${y + LINE * (i + 1)}">${escapeHtml(text)}</text>`;
  const box =
    row.is === 'ends'
      ? `<rect class="end" x="${x}" y="${y + answer.length * LINE + 2}" width="${WIDTH - x - 8}" height="${height - answer.length * LINE - 6}" rx="3"/>`
      : '';
  return [
    box,
    ...answer.map((text, i) => line(text, i, 'answer')),
    ...says.map((text, i) => line(text, answer.length + i, row.is)),
  ].join('');
}
