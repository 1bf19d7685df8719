import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, FileError, type UserError } from '../../messages/errors.ts';
import { safe } from '../../messages/safe.ts';
import { type Standing, standsStill } from './standing.ts';
import { remove, sweepFolder, temporaryFor } from './temporary.ts';
import { notWritten } from './why-not.ts';

const PIECE = 64 * 1024;

/**
 * A file that takes its name only once it is whole: a crash at any point leaves the old or the new one. A new file is
 * for its owner only; one that takes the place of another keeps its mode, owner and group.
 */
export class WholeFile {
  readonly #temporary: string;
  #file: number | undefined;
  #waiting = '';

  /** @param isSwept what died programs have left in its folder was taken away already @throws UserError where it cannot be written */
  constructor(
    readonly standing: Standing,
    isSwept = false,
  ) {
    if (!isSwept) sweepFolder(dirname(standing.path));
    this.#temporary = temporaryFor(standing.path);
    this.#file = this.#try(() => openSync(this.#temporary, 'wx', 0o600));
  }

  write(text: string | Uint8Array): void {
    if (typeof text !== 'string') {
      this.#flush();
      this.#put(text);
      return;
    }
    this.#waiting += text;
    if (this.#waiting.length >= PIECE) this.#flush();
  }

  /**
   * Gives the file its name, unless another hand was there meanwhile.
   * @param isFree asked right before; what stands there is left alone where it says no
   */
  finish(isFree = (): boolean => standsStill(this.standing)): void {
    this.#flush();
    this.#try((file) => {
      keepRights(file, this.standing);
      fsyncSync(file);
      this.#close();
      if (!isFree()) throw changedMeanwhile(this.standing.path);
      this.#takeName();
    });
  }

  /** Leaves everything as it was before. */
  abandon(): void {
    try {
      this.#close();
    } catch {
      // what could not be closed is not needed
    }
    remove(this.#temporary);
  }

  #takeName(): void {
    const { path, is } = this.standing;
    if (is === 'file') renameSync(this.#temporary, path);
    else claimName(this.#temporary, path);
  }

  #close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }

  #flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    this.#put(Buffer.from(text, 'utf8'));
  }

  #put(bytes: Uint8Array): void {
    this.#try((file) => {
      let rest = bytes;
      while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
    });
  }

  #try<T>(act: (file: number) => T): T {
    try {
      return act(this.#file as number);
    } catch (error) {
      this.abandon();
      throw notWritten(this.standing.path, error);
    }
  }
}

/** What is said where the file is not what it was when it was read. */
export const changedMeanwhile = (path: string): UserError =>
  new FileError(
    path,
    safe`somebody changed this file in the meantime. Nothing was written; run the command again.`,
    EXIT.failed,
  );

/** Gives a name to a file only where nothing has it, where the system can do both at once. */
function claimName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw changedMeanwhile(path);
    renameSync(temporary, path);
    return;
  }
  remove(temporary);
}

/** Mode, owner and group of the file that is replaced. @throws UserError where they cannot be kept */
function keepRights(file: number, { path, stat }: Standing): void {
  if (!stat || process.platform === 'win32') return;
  const now = fstatSync(file, { bigint: true });
  try {
    if (now.uid !== stat.uid || now.gid !== stat.gid) fchownSync(file, Number(stat.uid), Number(stat.gid));
  } catch {
    throw new FileError(
      path,
      safe`this file belongs to somebody else, or to a group that you are not in, and would not any more. Nothing was written. Ask its owner to write in it, or to give it to you.`,
      EXIT.failed,
    );
  }
  fchmodSync(file, Number(stat.mode & 0o7777n));
}

/** Makes a renaming itself lasting, where the system can. @throws the fault that the disk reports */
export function flushFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, constants.O_RDONLY);
  } catch {
    return; // Windows does not open folders
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (['EIO', 'ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}
