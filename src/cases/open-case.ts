import type { Io } from '../io.ts';
import { CaseOpener, type CaseOptions } from './case-opener.ts';
import { type FiledCase, type OpenedCase, orThrow } from './opened.ts';

/** One case file with everything that its packs say about it. @throws UserError where it cannot be opened */
export const openCase = async (path: string, options: CaseOptions, io: Io): Promise<OpenedCase> =>
  orThrow(await new CaseOpener(options, io).open(path));

/** One case file under what its folder says, before any pack is asked. @throws UserError where it cannot be read */
export const readFiledCase = async (path: string, options: CaseOptions, io: Io): Promise<FiledCase> =>
  orThrow(await new CaseOpener(options, io).read(path));
