import { type KeypressEvent, useRef } from '@inquirer/core';

/** Asks a terminal to mark what is pasted, and to mark it no more. */
export const [MARK_PASTES, MARK_NO_PASTES] = ['\u001b[?2004h', '\u001b[?2004l'];

/** Where a key belongs to something that is pasted: its beginning, within it, or its end. */
export type Pasted = 'start' | 'in' | 'end';

/** Tells the keys of a paste from those that a person presses: a paste may hold an Enter, and answers nothing by itself. */
export function usePaste(): (key: KeypressEvent) => Pasted | undefined {
  const isIn = useRef(false);
  return ({ name }) => {
    if (name === 'paste-start') {
      isIn.current = true;
      return 'start';
    }
    if (name !== 'paste-end') return isIn.current ? 'in' : undefined;
    isIn.current = false;
    return 'end';
  };
}

/** What is said where a paste is no answer. */
export const NOT_PASTED = 'What was pasted is not taken here: press a key.';
