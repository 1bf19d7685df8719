/** Numbers that come by chance, and are the same for the same seed. */
export interface Dice {
  /** A number from 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly chance: (odds: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A day of one of the years. */
  readonly day: (from: number, to: number) => string;
}

/** Dice for one row: cheap to make, because there is a row for each. */
export function random(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return state / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    below,
    chance: (odds) => next() < odds,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    day: (from, to) => `${from + below(to - from + 1)}-${two(1 + below(12))}-${two(1 + below(28))}`,
  };
}
