import { dirname } from 'node:path';
// biome-ignore lint/correctness/noUnresolvedImports: node's own, which the linter does not know
import { getAsset } from 'node:sea';
import { heldFiles } from '../files/policies/shipped-files.ts';
import { processIo } from '../io.ts';
import { answerOrRun } from './start.ts';

/** Name of the list of files that the executable holds. */
const LIST = 'files.json';

const held = (name: string): string => getAsset(name, 'utf8');
const files = heldFiles(JSON.parse(held(LIST)), held, dirname(process.execPath));
void answerOrRun(processIo(files), () => import('./fast-start.ts'));
