import { EXIT, FileError, UserError } from '../../messages/errors.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import { reason } from '../read-text.ts';

const REASONS: Readonly<Record<string, Safe>> = {
  ENOSPC: safe`there is no space left on the disk`,
  EDQUOT: safe`your share of the disk is used up`,
  EFBIG: safe`it is larger than the system allows`,
  EROFS: safe`the disk is read-only`,
  EIO: safe`the disk reports a fault`,
  ENXIO: safe`nobody reads from this pipe`,
  EPIPE: safe`nobody reads from this pipe any more`,
  EAGAIN: safe`nobody has read from this pipe for a minute`,
  EBUSY: safe`another program holds it open`,
};

/** A name that cannot be meant is misuse. */
const MISNAMED = ['ELOOP', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'];

/** What went wrong with a writing, in a sentence; what is meant for the person already stays as it is. */
export function notWritten(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why = REASONS[code];
  const otherwise = (): string =>
    reason(error).replace('could not be read', 'could not be written').replace('no such file', 'no such folder');
  const says = why ? safe`it could not be written (${known(code)}): ${why}.` : known(otherwise());
  return new FileError(path, says, MISNAMED.includes(code) ? EXIT.misuse : EXIT.failed);
}
