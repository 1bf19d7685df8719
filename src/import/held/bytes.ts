import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** As many letters of texts are packed together. */
const BLOCK = 1 << 15;

/** Many short texts that are much alike, packed tightly: each is found again by its number. */
export class Bytes {
  readonly #blocks: Uint8Array[] = [];
  /** The number of the first text of each block. */
  readonly #firsts: number[] = [];
  #open: string[] = [];
  #size = 0;
  #count = 0;
  #last: { readonly block: number; readonly texts: readonly string[] } | undefined;

  /** Keeps a text, which holds no line feed. */
  add(text: string): number {
    if (this.#open.length === 0) this.#firsts.push(this.#count);
    this.#open.push(text);
    this.#size += text.length;
    if (this.#size >= BLOCK) this.#close();
    this.#count += 1;
    return this.#count - 1;
  }

  at(number: number): string {
    const block = this.#blockOf(number);
    return this.#textsOf(block)[number - (this.#firsts[block] ?? 0)] ?? '';
  }

  #close(): void {
    this.#blocks.push(deflateRawSync(this.#open.join('\n'), { level: 1 }));
    this.#open = [];
    this.#size = 0;
  }

  #textsOf(block: number): readonly string[] {
    const packed = this.#blocks[block];
    if (!packed) return this.#open;
    if (this.#last?.block !== block) this.#last = { block, texts: inflateRawSync(packed).toString('utf8').split('\n') };
    return this.#last.texts;
  }

  /** The last block of which the first text is not after this one. */
  #blockOf(number: number): number {
    let [low, high] = [0, this.#firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#firsts[middle] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
