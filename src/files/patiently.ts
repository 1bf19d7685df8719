/** Longest wait between two tries, in milliseconds. */
const LONGEST = 16;

/** Whether an error of the system has a code, such as `EAGAIN`. */
export const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/**
 * Does something, and again while the system says that it cannot be done yet, as with a pipe whose other end is slow.
 * @param code by which the system says so
 * @param most milliseconds after which that is taken for an answer
 */
export function patiently<T>(code: string, act: () => T, most = Number.POSITIVE_INFINITY): T {
  for (let wait = 1, waited = 0; ; waited += wait, wait = Math.min(2 * wait, LONGEST)) {
    try {
      return act();
    } catch (error) {
      if (!isCode(error, code) || waited >= most) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}
