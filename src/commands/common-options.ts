import type { CaseOptions } from '../cases/case-opener.ts';

/** Options that several commands share, as commander gives them. */
export interface CommonOptions extends CaseOptions {
  /** No colour and no redrawing. */
  readonly plain?: boolean;
}
