import type { Thread } from '../../io.ts';
import { EXIT, UserError } from '../../messages/errors.ts';
import { isUnderWay, type Mark, markFor, NOWHERE } from './mark.ts';

/** Something that is done part by part, and comes together in the order of its parts. */
export interface Work<P, R> {
  readonly parts: readonly P[];
  /**
   * Does one part in this thread.
   * @param failed what of it is left out, by its place: a thread has failed there
   * @param before is called before each place of it, and waited for
   */
  readonly here: (part: P, failed: readonly number[], before: Before) => Promise<R>;
  /** Is given what came of each part, in order. */
  readonly take: (result: R, part: P, failed: readonly number[]) => Promise<void>;
  /** Is told why a thread ended, where that can be known. */
  readonly ended: (error: Error) => void;
}

/** Is called before each place of a part; it may have to be waited for. */
export type Before = (place: number) => void | Promise<void>;

/** Ends a part that is under way: nobody wants it any more. */
class Stopped extends Error {}

/** How a thread for this work is started; it writes where it is into the mark. Nothing where none can be had. */
export type StartThread = (mark: Mark) => Promise<Thread | undefined>;

/** What a thread is asked to do. */
export interface Order<P> {
  readonly index: number;
  readonly part: P;
  readonly failed: readonly number[];
}

/** What a thread gives back. */
export interface Answer<R> {
  readonly index: number;
  readonly result: R;
}

/** Parts that one thread has at a time: one under way, and two to go on with while this thread is busy with its own. */
const AT_ONCE = 3;

/** Parts a thread that may be under way, or done and waiting for an earlier one: so memory stays bounded. */
const AHEAD = 6;

/** Milliseconds that a part may keep signals and answers waiting. */
const LONG = 100;

/** Threads that may fail before the whole run is given up. */
const MOST_FAILURES = 5;

/** A thread beside this one, and the parts it has. */
interface Hand {
  readonly thread: Thread;
  readonly mark: Mark;
  readonly parts: number[];
  hasAnswered: boolean;
}

/** Does the parts of some work in this thread and in others. However many there are, what is taken is the same. */
export class Crew<P, R> {
  readonly #hands = new Set<Hand>();
  readonly #again: number[] = [];
  readonly #done = new Map<number, R>();
  readonly #failed = new Map<number, number[]>();
  #next = 0;
  #taken = 0;
  #failures = 0;
  #most = AHEAD;
  #wake = (): void => undefined;
  #isStopped = false;
  #breathed = 0;
  #broken: UserError | undefined;

  /** @param breathe lets signals and answers through, between two parts that are done here */
  constructor(
    readonly work: Work<P, R>,
    readonly start: StartThread,
    readonly breathe: (taken: number) => Promise<void>,
  ) {}

  /** Takes no more than what is in its order by now. */
  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  /** Does everything. @param beside how many threads are to help this one. @throws UserError where too many fail */
  async run(beside: number): Promise<void> {
    this.#most = AHEAD * (beside + 1);
    await Promise.all(Array.from({ length: beside }, () => this.#begin()));
    try {
      while (this.#taken < this.work.parts.length && !this.#isStopped) await this.#step();
    } finally {
      this.#isStopped = true;
      await Promise.all([...this.#hands].map(({ thread }) => thread.terminate()));
    }
  }

  async #step(): Promise<void> {
    if (this.#broken) throw this.#broken;
    this.#handOut();
    await this.#takeDone();
    const index = this.#pick();
    if (index !== undefined) {
      await this.#here(index);
    } else if (this.#taken < this.work.parts.length && !this.#done.has(this.#taken)) await this.#answer();
  }

  async #here(index: number): Promise<void> {
    try {
      await this.#breath();
      this.#done.set(index, await this.work.here(this.#partAt(index), this.#failedIn(index), this.#between));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  /** Parts of large files take long: they are interrupted from time to time. */
  #between = (): void | Promise<void> => {
    if (Date.now() - this.#breathed > LONG) return this.#breath();
  };

  async #breath(): Promise<void> {
    await this.breathe(this.#taken);
    this.#breathed = Date.now();
    if (this.#isStopped) throw new Stopped();
  }

  /** Parts that threads have, or that are done and wait for an earlier one. */
  get outstanding(): number {
    return this.#next - this.#taken;
  }

  /** The next part that nobody has, unless too many are outstanding. */
  #pick(): number | undefined {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    return this.#next < this.work.parts.length && this.outstanding < this.#most ? this.#next++ : undefined;
  }

  #handOut(): void {
    for (const hand of this.#hands) {
      while (hand.parts.length < AT_ONCE) {
        const index = this.#pick();
        if (index === undefined) return;
        hand.parts.push(index);
        const order: Order<P> = { index, part: this.#partAt(index), failed: this.#failedIn(index) };
        hand.thread.postMessage(order);
      }
    }
  }

  async #takeDone(): Promise<void> {
    for (let result = this.#done.get(this.#taken); result !== undefined; result = this.#done.get(this.#taken)) {
      const index = this.#taken;
      this.#done.delete(index);
      await this.work.take(result, this.#partAt(index), this.#failedIn(index));
      this.#failed.delete(index);
      this.#taken++;
    }
  }

  #partAt = (index: number): P => this.work.parts[index] as P;

  #failedIn = (index: number): readonly number[] => this.#failed.get(index) ?? [];

  /** Waits until a thread has answered or ended, or somebody stops the run. */
  async #answer(): Promise<void> {
    await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async #begin(): Promise<void> {
    const mark = markFor();
    const thread = await this.start(mark);
    if (!thread) return;
    const hand: Hand = { thread, mark, parts: [], hasAnswered: false };
    this.#hands.add(hand);
    thread.on('message', ({ index, result }: Answer<R>) => {
      hand.hasAnswered = true;
      hand.parts.splice(hand.parts.indexOf(index), 1);
      this.#done.set(index, result);
      this.#wake();
    });
    thread.on('error', this.work.ended);
    thread.on('exit', () => this.#lose(hand));
    // It may have been waited for
    this.#wake();
  }

  /** A thread has ended by itself: what it had is done again, but for the place where it failed; another takes its place. */
  #lose(hand: Hand): void {
    if (!this.#hands.delete(hand) || this.#isStopped) return;
    const [index, place] = hand.mark;
    if (index !== undefined && place !== undefined && isUnderWay(hand.mark) && hand.parts.includes(index))
      this.#failed.set(index, [...this.#failedIn(index), place]);
    this.#again.push(...hand.parts);
    // Where none can be started at all, this thread does everything
    if (hand.hasAnswered || place !== NOWHERE) this.#replace();
    this.#wake();
  }

  #replace(): void {
    this.#failures++;
    if (this.#failures > MOST_FAILURES) this.#broken = new UserError(TOO_MANY, EXIT.failed);
    else void this.#begin();
  }
}

const TOO_MANY = 'Too many threads failed, so the run was stopped. Try again with --threads 1.';
