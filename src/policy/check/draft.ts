import type { Vocabulary } from '../../facts/vocabulary-schema.ts';
import type { Names } from '../pack/condition.ts';
import type { Pack } from '../pack/pack.ts';

/** A pack that fits the schema, with its names, before it is known to hang together. Its conditions may be wrong. */
export interface Draft {
  readonly pack: Pack<unknown>;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}
