import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';

const PIECE = 64 * 1024;

/** A file that is written piece by piece and takes its name only once it is whole. */
export class ReportFile {
  readonly #temporary: string;
  readonly #file: number;
  #waiting = '';

  /** @throws UserError where it cannot be written */
  constructor(readonly path: string) {
    this.#temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    this.#file = this.#try(() => openSync(this.#temporary, 'wx', 0o600));
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= PIECE) this.#flush();
  }

  /** Gives the file its name, in place of what had it before. */
  finish(): void {
    this.#flush();
    this.#try(() => {
      fsyncSync(this.#file);
      closeSync(this.#file);
      renameSync(this.#temporary, this.path);
    });
  }

  /** Leaves everything as it was before. */
  abandon(): void {
    closeSync(this.#file);
    this.#remove();
  }

  #remove(): void {
    try {
      unlinkSync(this.#temporary);
    } catch {
      // it never came into being, or is gone already
    }
  }

  #flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    this.#try(() => {
      let rest = Buffer.from(text, 'utf8');
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#file, rest));
    });
  }

  #try<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.#remove();
      throw new UserError(`${this.path}: ${reason(error).replace('read', 'written')}`, EXIT.failed);
    }
  }
}
