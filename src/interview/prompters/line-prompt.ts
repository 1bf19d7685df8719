import { createPrompt, isBackspaceKey, isEnterKey, useKeypress, useState } from '@inquirer/core';
import { usePaste } from './paste.ts';

export interface LineConfig {
  readonly message: string;
  /** The answer that Enter alone takes. */
  readonly offered?: string | undefined;
  /** What is wrong with a typed line; nothing where it is an answer. */
  readonly problemOf: (typed: string) => string | undefined;
}

/** One typed line. What is pasted is text: an Enter in it hands nothing in. */
export const linePrompt = createPrompt<string, LineConfig>(({ message, offered = '', problemOf }, done) => {
  const [line, setLine] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isOver, setOver] = useState(false);
  const pasted = usePaste();
  useKeypress((key, rl) => {
    if (isOver) return;
    if (pasted(key)) {
      if (isEnterKey(key)) rl.write(`${line} `);
      setLine(rl.line);
      return;
    }
    if (!isEnterKey(key)) {
      if (!isBackspaceKey(key) || line !== '') setProblem(undefined);
      setLine(rl.line);
      return;
    }
    const answer = line === '' ? offered : line;
    const wrong = problemOf(answer);
    if (wrong === undefined) {
      setLine(answer);
      setOver(true);
      done(answer);
    } else {
      // Enter has emptied the line: it stays, to be changed
      rl.write(line);
      setProblem(wrong);
    }
  });
  if (isOver) return `- ${message} ${line}`;
  const shown = line === '' && offered !== '' ? `(${offered}) ` : line;
  return [`? ${message} ${shown}`, problem === undefined ? '' : `> ${problem}`];
});
