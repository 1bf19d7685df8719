import { EXIT, UserError } from '../../messages/errors.ts';
import { reason } from '../read-text.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it is larger than the system allows',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports a fault',
  ENXIO: 'nobody reads from this pipe',
  EPIPE: 'nobody reads from this pipe any more',
  EAGAIN: 'nobody has read from this pipe for a minute',
  EBUSY: 'another program holds it open',
};

/** A name that cannot be meant is misuse. */
const MISNAMED = ['ELOOP', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'];

/** What went wrong with a writing, in a sentence; what is meant for the person already stays as it is. */
export function notWritten(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known = REASONS[code];
  const says = known
    ? `it could not be written (${code}): ${known}.`
    : reason(error).replace('could not be read', 'could not be written').replace('no such file', 'no such folder');
  return new UserError(`${path}: ${says}`, MISNAMED.includes(code) ? EXIT.misuse : EXIT.failed);
}
