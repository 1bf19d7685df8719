// A picture of the terminal: the real interview in a pseudo-terminal, its screen written as SVG.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as pty from '@lydell/node-pty';

const { Terminal } = createRequire(import.meta.url)('@xterm/headless');

const COLUMNS = 80;
const CELL = { width: 8.4, height: 18 };
const EDGE = 16;
const INK = '#d7dae0';
const PAPER = '#1e2127';
const COLOURS = ['#7f848e', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', INK];

const CASE = `version: 1
case: EX-0001
packs: [repeat-plans]
previous_plans:
  complete: yes
  plans: [{authority: Northshire, began: 2024-01-10, ended: 2026-01-15, category: NEG}]
dates: {conference_requested: 2026-11-02}
current_plan: none
answers: {present_category: NEG}
analysis:
  point_1:
    text: The change held while the grandmother lived there, and went when she left.
    covers: [time_since_last_plan, threshold_again, under_a_year]
  point_2:
    text: Two years on a plan for the same worry, with the same services twice.
    covers: [length_of_last_plan]
`;
/** Questions of one subject in the middle of an interview, the first two answered. */
export const questionAsked = () =>
  pictureOf({
    title: 'A terminal in which cpplan screen asks about the risks now, and the first two answers are given',
    file: CASE,
    args: ['screen', 'case.yaml', '--as-at', '2026-11-22'],
    steps: [['> ', '3n']],
    until: 'has come back?',
    rows: 31,
  });

/** Runs `cpplan` on a case file, types what is to be typed where a text shows, and gives the screen at the last one. */
async function pictureOf({ title, file, args, steps, until, rows }) {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-picture-'));
  writeFileSync(join(folder, 'case.yaml'), file);
  const terminal = new Terminal({ cols: COLUMNS, rows, scrollback: 0, allowProposedApi: true });
  const env = { ...process.env, TERM: 'xterm-256color', COLORTERM: '', TZ: 'Europe/London' };
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI']) delete env[name];
  const room = { cols: COLUMNS, rows, cwd: folder, env };
  const child = pty.spawn(process.execPath, [resolve('bin/cpplan.js'), ...args], room);
  try {
    const shows = watch(child, terminal);
    for (const [text, keys] of steps) {
      await shows(text);
      child.write(keys);
    }
    await shows(until);
    return svg(title, linesOf(terminal));
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until a text stands on the screen and nothing more has come for a while. */
function watch(child, terminal) {
  let last = Date.now();
  child.onData((data) => {
    last = Date.now();
    terminal.write(data);
  });
  return async (text) => {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      await new Promise((wake) => setTimeout(wake, 50));
      if (Date.now() - last > 400 && plain(terminal).includes(text)) return;
    }
    throw new Error(`The picture of the terminal waited for "${text}"; the screen shows:\n${plain(terminal)}`);
  };
}

const plain = (terminal) =>
  linesOf(terminal)
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join('\n');

/** Each line as runs of one look; empty lines at the end are left out. */
function linesOf(terminal) {
  const { active } = terminal.buffer;
  const lines = Array.from({ length: terminal.rows }, (_, y) => runsOf(active.getLine(active.baseY + y)));
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

function runsOf(line) {
  const runs = [];
  for (let x = 0; x < line.translateToString(true).length; x++) {
    const cell = line.getCell(x);
    const look = lookOf(cell);
    const text = cell.getChars() || ' ';
    if (runs.at(-1)?.look === look) runs.at(-1).text += text;
    else runs.push({ x, look, text });
  }
  return runs;
}

function lookOf(cell) {
  const colour = cell.isFgPalette() && cell.getFgColor() < 16 ? COLOURS[cell.getFgColor() % 8] : undefined;
  return [
    colour && ` fill="${colour}"`,
    cell.isBold() && ' font-weight="bold"',
    cell.isDim() && ' opacity="0.7"',
    cell.isUnderline() && ' text-decoration="underline"',
  ]
    .filter(Boolean)
    .join('');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Each run keeps the width of its cells, whatever fonts are at hand. */
function svg(title, lines) {
  const width = Math.ceil(COLUMNS * CELL.width + 2 * EDGE);
  const height = lines.length * CELL.height + 2 * EDGE;
  const at = (n) => Number(n.toFixed(1));
  const runs = lines.flatMap((line, y) =>
    line
      .filter(({ text }) => text.trim())
      .map(({ x: from, look, text: all }) => {
        const text = all.trim();
        const x = from + all.indexOf(text);
        const place = `x="${at(EDGE + x * CELL.width)}" y="${EDGE + y * CELL.height + 13}"`;
        return `<text xml:space="preserve" ${place} textLength="${at(text.length * CELL.width)}"${look}>${escaped(text)}</text>`;
      }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>`,
    `<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${INK}">`,
    ...runs,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
