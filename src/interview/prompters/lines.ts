import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Stopped } from './prompter.ts';

/** Does something where the program is told to end; gives back how to stop listening. */
export type OnInterrupt = (act: () => void) => () => void;

/** Somebody who waits for a line. */
interface Waiting {
  readonly take: (line: string) => void;
  readonly stop: (reason: Stopped) => void;
  /** Told where several lines came at once; then none of them is taken. */
  readonly refused?: (() => void) | undefined;
}

/** Lines that a terminal hands over within so many milliseconds were pasted: nobody types as fast. */
const AT_ONCE = 25;

/** The lines of a stream, one at a time; the end of the stream, or an interruption, stops the interview. */
export class Lines {
  readonly #waiting: Waiting[] = [];
  readonly #ready: string[] = [];
  /** What came from a terminal just now. */
  readonly #burst: string[] = [];
  readonly #reader;
  readonly #release;
  readonly #isTerminal: boolean;
  #over = false;

  constructor(input: Readable & { readonly isTTY?: boolean }, onInterrupt: OnInterrupt | undefined) {
    this.#isTerminal = input.isTTY === true;
    this.#reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.#reader.on('line', (line) => this.#came(line));
    this.#reader.on('close', () => this.#end());
    input.on('error', () => this.#end());
    this.#release = onInterrupt?.(() => this.#end());
  }

  /** From a pipe each line is an answer; from a terminal it is seen first whether more come with it. */
  #came(line: string): void {
    if (!this.#isTerminal) this.#hand(line);
    else if (this.#burst.push(line) === 1) setTimeout(() => this.#settle(), AT_ONCE);
  }

  #settle(): void {
    const lines = this.#burst.splice(0);
    const [first] = this.#waiting;
    if (lines.length > 1 && first?.refused) first.refused();
    else for (const line of lines) this.#hand(line);
  }

  #hand(line: string): void {
    const first = this.#waiting.shift();
    if (first) first.take(line);
    else this.#ready.push(line);
  }

  #end(): void {
    this.#settle();
    this.#over = true;
    for (const { stop } of this.#waiting.splice(0)) stop(new Stopped());
  }

  /** The next line of a text. */
  next(): Promise<string> {
    return this.#next(undefined);
  }

  /** The answer to a question: at a terminal a line of its own, typed once the question stands. */
  answer(refused: () => void): Promise<string> {
    if (this.#isTerminal && this.#ready.splice(0).length > 0) refused();
    return this.#next(refused);
  }

  #next(refused: (() => void) | undefined): Promise<string> {
    const line = this.#ready.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#over) return Promise.reject(new Stopped());
    return new Promise((take, stop) => this.#waiting.push({ take, stop, refused }));
  }

  close(): void {
    this.#release?.();
    this.#reader.close();
  }
}
