import type { ReadStream } from 'node:tty';
import type { OnInterrupt } from './lines.ts';

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/**
 * Notices that a person leaves, by whatever way: Ctrl-C, Ctrl-D, a closed terminal, the end of the machine. Ctrl-Z is
 * none: the question goes on when the program is in front again.
 */
export class Leaving {
  readonly #controller = new AbortController();
  readonly #ends: (() => void)[] = [];
  #lastKey: Key = {};
  #isBack = false;

  constructor(
    readonly input: ReadStream,
    onInterrupt: OnInterrupt,
  ) {
    const leave = (): void => this.#controller.abort();
    this.#ends.push(onInterrupt(leave));
    for (const event of ['end', 'close', 'error']) this.#listen(input, event, leave);
    this.#listen(input, 'keypress', (_: string, key: Key) => {
      this.#lastKey = key ?? {};
    });
    this.#listen(input, 'pause', () => this.#paused());
    this.#listen(process, 'SIGCONT', () => this.#back());
  }

  /** Ends the question at hand, and those after it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  close(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  /** A prompt pauses its input when it has its answer, when Ctrl-D closes it, and when the program is back in front. */
  #paused(): void {
    if (this.#isBack) setImmediate(() => this.input.resume());
    else if (this.#lastKey.ctrl && this.#lastKey.name === 'd') this.#controller.abort();
  }

  /** The shell has set the terminal to its own ways meanwhile. */
  #back(): void {
    this.#isBack = true;
    setImmediate(() => {
      this.#isBack = false;
    });
    if (!this.input.isRaw) return;
    this.input.setRawMode(false);
    this.input.setRawMode(true);
  }

  // biome-ignore lint/suspicious/noExplicitAny: an event brings what it brings
  #listen(target: NodeJS.EventEmitter, event: string, act: (...args: any[]) => void): void {
    target.on(event, act);
    this.#ends.push(() => void target.off(event, act));
  }
}
