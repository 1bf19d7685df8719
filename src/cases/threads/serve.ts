import type { MessagePort } from 'node:worker_threads';
import type { Day } from '../../calendar/dates.ts';
import type { Io } from '../../io.ts';
import type { Answer, Before, Order } from './crew.ts';
import { type Mark, NOWHERE, setMark } from './mark.ts';

/** What a thread is started with: data alone. */
export interface ThreadData {
  /** The name of what it does, and how. */
  readonly job: string;
  readonly setup: unknown;
  /** The day of the run, the same for all threads. */
  readonly today: Day;
  readonly mark: Mark;
}

/** The world as a thread sees it: it has no streams, and gives back data. */
export type World = Pick<Io, 'today' | 'shipped'> & {
  /** The number of the thread, unlike that of any other. */
  readonly thread: number;
};

/** Does one part. @param before is called before each place of it; those that have failed are left out */
export type Job = (part: unknown, failed: readonly number[], before: Before) => Promise<unknown>;

/** Makes ready what a thread does, once. */
export type OpenJob = (setup: unknown, world: World) => Promise<Job>;

/** Answers orders one after the other, in a thread of its own. */
export function serve(port: MessagePort, mark: Mark, opened: Promise<Job>): void {
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ index, part, failed }: Order<unknown>): Promise<void> => {
    const job = await opened;
    const result = await job(part, failed, (place) => setMark(mark, index, place));
    setMark(mark, index, NOWHERE);
    port.postMessage({ index, result } satisfies Answer<unknown>);
  };
  port.on('message', (order: Order<unknown>) => {
    last = last.then(() => answer(order));
  });
}
