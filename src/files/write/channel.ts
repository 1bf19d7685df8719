import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { patiently } from '../patiently.ts';
import { notWritten } from './why-not.ts';

/** Opening never waits for somebody at the other end. (Windows has no word for it.) */
const AT_ONCE = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Milliseconds for somebody to open the other end of a pipe, and to read what is in it. */
const FOR_A_READER = 3000;
const FOR_READING = 60_000;

/** A pipe, a terminal or a device: it is written into, and stays what it is. */
export class Channel {
  readonly #file: number;

  /** @throws UserError where it cannot be opened, or nobody reads from it within three seconds */
  constructor(readonly path: string) {
    this.#file = this.#try(() => patiently('ENXIO', () => openSync(path, AT_ONCE), FOR_A_READER));
  }

  write(text: string | Uint8Array): void {
    this.#try(() => {
      let rest = typeof text === 'string' ? Buffer.from(text, 'utf8') : Buffer.from(text);
      while (rest.length > 0) {
        const piece = rest;
        rest = rest.subarray(patiently('EAGAIN', () => writeSync(this.#file, piece), FOR_READING));
      }
    });
  }

  finish(): void {
    this.#try(() => closeSync(this.#file));
  }

  /** What was written is gone: no more follows. */
  abandon(): void {
    try {
      closeSync(this.#file);
    } catch {
      // nothing was promised
    }
  }

  #try<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw notWritten(this.path, error);
    }
  }
}
