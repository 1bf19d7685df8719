import { existsSync } from 'node:fs';
import { SUPPRESSIONS_SHAPE } from '../check/shapes.built.ts';
import type { Suppression } from '../check/suppress.ts';
import type { SuppressionText } from '../check/suppressions-schema.ts';
import { refuseTwin } from './config.ts';
import { type Kind, readShaped } from './read-shaped.ts';

/** Where accepted findings stand, unless a configuration says otherwise. */
export const SUPPRESSIONS_FILE = 'cpplan.suppressions.yaml';

interface Content {
  readonly version: 1;
  readonly suppressions: readonly SuppressionText[];
}

/** The file of accepted findings. */
export const SUPPRESSIONS: Kind<Content> = {
  shape: SUPPRESSIONS_SHAPE,
  schema: () => import('../check/suppressions-schema.ts').then((m) => m.SuppressionsSchema),
};

/** The entries of a file of accepted findings, with their lines; none where it is not there. @throws UserError */
export async function readSuppressions(path: string, needed: boolean): Promise<Suppression[]> {
  refuseTwin(path);
  if (!needed && !existsSync(path)) return [];
  const { data, source } = await readShaped(path, SUPPRESSIONS);
  return data.suppressions.map(({ rule, case: id, expires }, i) => ({
    rule,
    case: id,
    expires: String(expires),
    file: path,
    line: source.locate(['suppressions', i]).line,
  }));
}
