// A seeded generator of random numbers (mulberry32): the same seed gives the same cases on every machine.

/** Dice that fall the same way for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 4; i++) next();
  const below = (n) => Math.floor(next() * n);
  const two = (n) => String(n).padStart(2, '0');
  return {
    below,
    chance: (odds) => next() < odds,
    pick: (list) => list[below(list.length)],
    weighted: (list) => {
      let rest = below(list.reduce((sum, [, weight]) => sum + weight, 0));
      return list.find(([, weight]) => (rest -= weight) < 0)[0];
    },
    day: (from, to) => `${from + below(to - from + 1)}-${two(1 + below(12))}-${two(1 + below(28))}`,
  };
}
