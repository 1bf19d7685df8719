import type { Witness } from '../../logic/walks.ts';
import type { Path, Severity } from '../../messages/diagnostic.ts';

/** Something wrong in what a pack says, before its line and the case that shows it are worked out. */
export interface Fault {
  readonly code: string;
  /** What it is about; with the code, its id. */
  readonly about: string;
  readonly severity: Severity;
  readonly says: string;
  readonly clauses: readonly string[];
  readonly path: Path;
  readonly witness?: Witness;
}
