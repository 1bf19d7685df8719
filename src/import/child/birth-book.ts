import type { Day } from '../../calendar/dates.ts';

/** Numbers that one entry takes: two for the id, one for the day. */
const WIDTH = 3;

/**
 * The date of birth of every id of a file. There may be hundreds of thousands, so an id is kept as 64 bits of it and a
 * day as a number, in one block of memory: an eighth of what a map of texts takes.
 */
export class BirthBook {
  private slots = 1 << 10;
  private entries = new Int32Array(this.slots * WIDTH);
  private count = 0;

  /** Whether this id came before with another date of birth; else it is noted. */
  differs(id: string, born: Day): boolean {
    // any number that is another for another day
    const day = Number(born.slice(0, 4) + born.slice(5, 7) + born.slice(8));
    let [one, two] = [0x811c9dc5, 0x2545f491];
    for (let at = 0; at < id.length; at++) {
      const sign = id.charCodeAt(at);
      one = Math.imul(one ^ sign, 0x01000193);
      two = Math.imul(two ^ sign, 0x5bd1e995) ^ (two >>> 13);
    }
    const before = this.note(mixed(one), two | 0, day);
    return before !== 0 && before !== day;
  }

  /** The day that an entry had, 0 where it is new. */
  private note(one: number, two: number, day: number): number {
    const { entries, slots } = this;
    let slot = (one >>> 0) & (slots - 1);
    for (;;) {
      const at = slot * WIDTH;
      const held = entries[at + 2] as number;
      if (held === 0) {
        entries[at] = one;
        entries[at + 1] = two;
        entries[at + 2] = day;
        if (++this.count * 2 > slots) this.grow();
        return 0;
      }
      if (entries[at] === one && entries[at + 1] === two) return held;
      slot = (slot + 1) & (slots - 1);
    }
  }

  private grow(): void {
    const { entries } = this;
    this.slots *= 2;
    this.entries = new Int32Array(this.slots * WIDTH);
    this.count = 0;
    for (let at = 0; at < entries.length; at += WIDTH) {
      const [one = 0, two = 0, day = 0] = entries.subarray(at, at + WIDTH);
      if (day !== 0) this.note(one, two, day);
    }
  }
}

/** The bits of a hash, so mixed that ids which follow each other do not lie side by side. */
const mixed = (bits: number): number => Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) ^ (bits >>> 12);
