import { join } from 'node:path';
import { packageFiles } from '../files/policies/shipped-files.ts';
import { type Io, processIo } from '../io.ts';

/** The world as the program of the package finds it. */
export const io = (): Io =>
  processIo(packageFiles(join(import.meta.dirname, '..')), () => ({ file: join(import.meta.dirname, 'thread.js') }));
