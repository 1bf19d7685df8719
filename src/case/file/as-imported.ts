import type { Path } from '../../messages/diagnostic.ts';
import type { CaseFile } from './case-schema.ts';
import { provenanceOf } from './entry-value.ts';
import { importedFrom } from './imported.ts';

/** What an import writes of a plan, an episode of care or the strategy discussion, and what may follow a later return. */
const VALUES = ['began', 'ended', 'category', 'legal_status', 'placement', 'value', 'source'] as const;

/** A record as far as it has such values. */
export type Markable = Readonly<Partial<Record<(typeof VALUES)[number], unknown>>>;

/**
 * A short mark of a record as it stands: it is another one once a person has changed a value, whatever they did about the
 * source. The same values give the same mark; what people add beside them does not count.
 */
export function markOf(record: Markable): string {
  const text = VALUES.map((key) => (record[key] === undefined ? '' : String(record[key]))).join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return Array.from({ length: 8 }, (_, i) => LETTERS[(hash >>> (4 * i)) & 15]).join('');
}

/** A letter for each value of four bits; without vowels, so that they make no words. */
const LETTERS = 'bcdfghjklmnpqrst';

/** Whether a record stands as an import wrote it; a person's has no such mark, even beside a source that they left. */
export const isAsImported = (record: Markable, { as_imported: marks = '' }: Pick<CaseFile, 'as_imported'>): boolean =>
  importedFrom(sourceOf(record)) !== undefined && marks.split(' ').includes(markOf(record));

const sourceOf = ({ source }: Markable): string | undefined => (typeof source === 'string' ? source : undefined);

/** Every record of a case file that can have such a mark, with its place. */
export function markable({ previous_plans: previous, current_plan: plan, looked_after: care, dates }: CaseFile): {
  readonly record: Markable;
  readonly path: Path;
}[] {
  const strategy = dates?.strategy_discussion;
  const episodes = typeof care === 'object' ? care.episodes : [];
  const all = [
    ...(previous?.plans ?? []).map((record, i) => ({ record, path: ['previous_plans', 'plans', i] })),
    ...(typeof plan === 'object' ? [{ record: plan, path: ['current_plan'] }] : []),
    ...episodes.map((record, i) => ({ record, path: ['looked_after', 'episodes', i] })),
    ...(strategy === undefined ? [] : [{ record: provenanceOf(strategy), path: ['dates', 'strategy_discussion'] }]),
  ];
  return all.filter(({ record }) => importedFrom(sourceOf(record)) !== undefined);
}
