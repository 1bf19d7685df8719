import type { Safe } from '../../messages/safe.ts';

/** Why a whole file is refused, and where that was seen. */
export class FileFault extends Error {
  /** @param shown what stands there, where it can be about nobody: the name of an element or a collection */
  constructor(
    readonly code: Safe,
    readonly says: Safe,
    readonly line = 1,
    readonly column = 1,
    readonly shown?: string,
  ) {
    super(says);
  }
}
