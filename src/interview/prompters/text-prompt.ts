import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isUpKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import { wrap } from '../../report/words/wrap.ts';
import { usePaste } from './paste.ts';

export interface TextConfig {
  readonly message: string;
  /** Text to go on from. */
  readonly now: string;
  /** Told the text after every key, so that nothing is lost where the person leaves. */
  readonly keep: (text: string) => void;
  /** Whether a line is no text but another way to reply. */
  readonly isAside: (line: string) => boolean;
  /** What stays in view once the text is so long that what stood above it may be gone. */
  readonly inView: readonly string[];
  /** Width to wrap at. */
  readonly width: number;
}

/** Lines shown above the one being typed; more would scroll away under a redraw. */
const ABOVE = 8;
const BELOW = 3;

/** The lines of a text, and which of them is being typed. */
export interface Draft {
  readonly lines: readonly string[];
  readonly row: number;
}

export const draftOf = (text: string): Draft => {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  lines.push('');
  return { lines, row: lines.length - 1 };
};

export const textOf = ({ lines }: Draft): string => lines.join('\n').trimEnd();

/**
 * What a key does to a draft; `typed` is the line as it now stands. Undefined where the text is handed in: that is never
 * done by what is pasted.
 */
export function afterKey(draft: Draft, key: KeypressEvent, typed: string, isPasted = false): Draft | undefined {
  const { lines, row } = draft;
  const line = lines[row] ?? '';
  if (isEnterKey(key)) {
    if (line.trim() === '.' && !isPasted) return undefined;
    return { lines: [...lines.slice(0, row + 1), '', ...lines.slice(row + 1)], row: row + 1 };
  }
  if (isUpKey(key)) return { lines, row: Math.max(0, row - 1) };
  if (isDownKey(key)) return { lines, row: Math.min(lines.length - 1, row + 1) };
  if (isBackspaceKey(key) && line === '' && row > 0)
    return { lines: [...lines.slice(0, row), ...lines.slice(row + 1)], row: row - 1 };
  return { lines: lines.with(row, typed), row };
}

/** Several lines of text, written where one stands: Enter for a new line, a lone full stop to hand it in. */
export const textPrompt = createPrompt<string, TextConfig>((config, done) => {
  const [draft, setDraft] = useState(draftOf(config.now));
  const [finished, setFinished] = useState(false);
  const before = useRef('');
  const pasted = usePaste();
  useEffect((rl) => rl.write(draft.lines[draft.row] ?? ''), []);
  useKeypress((key, rl) => {
    const isSecondHalf = before.current === 'return' && key.name === 'enter';
    before.current = key.name;
    const isPasted = pasted(key) !== undefined;
    if (finished || isSecondHalf) return;
    const written = draft.lines[draft.row] ?? '';
    const others = textOf({ lines: draft.lines.toSpliced(draft.row, 1), row: 0 });
    // Where something was written, a line leads nowhere: the text would be lost
    if (!isPasted && isEnterKey(key) && others === config.now.trimEnd() && config.isAside(written)) {
      setFinished(true);
      return done(written);
    }
    const next = afterKey(draft, key, rl.line, isPasted);
    if (!next) {
      const whole = { lines: draft.lines.toSpliced(draft.row, 1), row: 0 };
      config.keep(textOf(whole));
      setDraft(whole);
      setFinished(true);
      done(textOf(whole));
      return;
    }
    const line = next.lines[next.row] ?? '';
    if (rl.line !== line) {
      rl.clearLine(0);
      rl.write(line);
    }
    // Of a paste, the whole is kept and not each letter
    if (!isPasted || key.name === 'paste-end') config.keep(textOf(next));
    setDraft(next);
  });
  return finished ? summaryOf(config, draft) : drawn(config, draft);
});

function summaryOf({ message, isAside }: TextConfig, draft: Draft): string {
  const line = draft.lines[draft.row] ?? '';
  if (isAside(line)) return `- ${message} ${line.trim()}`;
  const words = textOf(draft).split(/\s+/).filter(Boolean).length;
  return `- ${message} ${words} word${words === 1 ? '' : 's'}`;
}

/** A typed line as it stands; one that is too long is not broken inside a word. */
const shown = (line: string, width: number): string =>
  line.length + 2 > width ? wrap(line, width, '  ') : `  ${line}`;

/** As many lines of a text leave in view what stands above it in a small window. */
const SHORT = 5;

const cut = (line: string, width: number): string => (line.length <= width ? line : `${line.slice(0, width - 3)}...`);

function drawn({ message, width, inView }: TextConfig, { lines, row }: Draft): [string, string] {
  const first = Math.max(0, row - ABOVE);
  const hidden = first > 0 ? [`  (${first} more above)`] : [];
  const above = [`? ${message}`, ...hidden, ...lines.slice(first, row).map((line) => shown(line, width))];
  const below = lines.slice(row + 1, row + 1 + BELOW).map((line) => shown(line, width));
  const help = lines.length > SHORT ? inView.map((line) => cut(line, width)) : [];
  return [[...above, `> ${lines[row] ?? ''}`].join('\n'), [...below, ...help].join('\n')];
}
