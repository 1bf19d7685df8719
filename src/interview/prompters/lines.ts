import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Stopped } from './prompter.ts';

/** Does something where the program is told to end; gives back how to stop listening. */
export type OnInterrupt = (act: () => void) => () => void;

/** The lines of a stream, one at a time; the end of the stream, or an interruption, stops the interview. */
export class Lines {
  readonly #waiting: { take: (line: string) => void; stop: (reason: Stopped) => void }[] = [];
  readonly #ready: string[] = [];
  readonly #reader;
  readonly #release;
  #over = false;

  constructor(input: Readable, onInterrupt: OnInterrupt | undefined) {
    this.#reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.#reader.on('line', (line) => {
      const first = this.#waiting.shift();
      if (first) first.take(line);
      else this.#ready.push(line);
    });
    this.#reader.on('close', () => this.#end());
    input.on('error', () => this.#end());
    this.#release = onInterrupt?.(() => this.#end());
  }

  #end(): void {
    this.#over = true;
    for (const { stop } of this.#waiting.splice(0)) stop(new Stopped());
  }

  next(): Promise<string> {
    const line = this.#ready.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#over) return Promise.reject(new Stopped());
    return new Promise((take, stop) => this.#waiting.push({ take, stop }));
  }

  close(): void {
    this.#release?.();
    this.#reader.close();
  }
}
