/** Where a thread is, as others can see it even after it has died: a part, and a place in it. */
export type Mark = Int32Array;

/** At no place of a part. */
export const NOWHERE = -1;

/** A mark that this thread and another share. */
export const markFor = (): Mark => new Int32Array(new SharedArrayBuffer(8)).fill(NOWHERE);

/** Whether its thread is at a place of a part. */
export const isUnderWay = (mark: Mark): boolean => Atomics.load(mark, 1) !== NOWHERE;

/** Says that the thread now comes to a place of a part, or to none. */
export function setMark(mark: Mark, part: number, place: number): void {
  Atomics.store(mark, 0, part);
  Atomics.store(mark, 1, place);
}
