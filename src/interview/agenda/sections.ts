import type { Catalogue } from './catalogue.ts';
import { type Item, RECORDS } from './item.ts';

/** A part of the questions, under one heading. */
export interface Section {
  readonly heading: string;
  readonly open: readonly Item[];
  readonly answered: readonly Item[];
}

/** The parts of the questions in which something is open or answered, in the order in which they are asked. */
export function sectionsOf(items: Catalogue, open: readonly Item[], answered: readonly Item[]): Section[] {
  const headings = new Set([...items.values()].map(({ heading }) => heading));
  const under = (all: readonly Item[], heading: string): Item[] => all.filter((item) => item.heading === heading);
  return [...headings]
    .map((heading) => ({ heading, open: under(open, heading), answered: under(answered, heading) }))
    .filter((section) => section.open.length + section.answered.length > 0);
}

/** How far a section is. What has to be on record decides nothing yet: it can wait. */
export function stateOf({ heading, open }: Section): string {
  if (open.length === 0) return 'done';
  return heading === RECORDS ? `${open.length} to tick, can wait` : `${open.length} to answer`;
}
