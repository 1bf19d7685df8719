import { decoded, type Encoding } from '../read/decode.ts';
import type { Reading, ReturnFile } from '../reading.ts';

/** The text of a file, which can tell how far it has been read. */
export class ToldText {
  #done = 0;
  #told = 0;

  constructor(
    private readonly file: ReturnFile,
    private readonly encoding: Encoding,
  ) {}

  /** The text, piece by piece. */
  *pieces(): Iterable<string> {
    for (const text of decoded(this.file.pieces(this.encoding.mark), this.encoding)) {
      this.#done += text.length;
      yield text;
    }
  }

  /** A sign of progress, if more has been read since the last one. */
  progress(): Reading[] {
    if (this.#done === this.#told) return NO_NEWS;
    this.#told = this.#done;
    const { name, size } = this.file;
    return [{ type: 'progress', file: name, done: Math.min(this.#done, size), of: size }];
  }
}

const NO_NEWS: Reading[] = [];
