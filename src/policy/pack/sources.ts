import type { PackText, Source } from './pack-schema.ts';

type Documents = Pick<PackText, 'source' | 'sources'>;

/** The documents of a pack, the main one first. */
export const sourcesOf = ({ source, sources }: Documents): readonly Source[] => [
  source,
  ...Object.values(sources ?? {}),
];

/** The document in which a clause stands. */
export function sourceOf({ source, sources, clauses }: Documents & Pick<PackText, 'clauses'>, clause: string): Source {
  return sources?.[clauses[clause]?.source ?? ''] ?? source;
}
