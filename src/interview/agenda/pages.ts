import { type Item, PLANS, RECORDS } from './item.ts';

/** Something still to be asked, and how pressing it is: 0 is urgent. */
export interface Ranked {
  readonly item: Item;
  readonly at: number;
}

/** As many things are asked on one screen. */
const MOST = 8;

/** Whether a thing is asked for among others on one screen, and not on one of its own. */
export const isShared = ({ kind }: Item): boolean =>
  !['analysis', 'looked_after', 'meetings', 'occurrences'].includes(kind);

/**
 * What is asked on one screen: things of one subject that follow each other, and what must be on record, person by
 * person. `answered` stay on the screen that they were answered on.
 */
export function pageOf(open: readonly Ranked[], answered: readonly Item[] = []): Item[] {
  const [head] = open;
  const first = answered[0] ?? head?.item;
  if (!first) return [];
  if (!isShared(first)) return [first];
  const rest = open.filter(({ item }) => !answered.includes(item));
  const fits = ({ item, at }: Ranked): boolean =>
    isShared(item) && isOneSubject(item, first) && (at === 0) === (rest[0]?.at === 0);
  const more = first.heading === RECORDS ? byPerson(rest.filter(fits)) : whileTrue(rest, fits);
  return [...answered, ...more.map(({ item }) => item)].slice(0, Math.max(MOST, answered.length));
}

function whileTrue(ranked: readonly Ranked[], fits: (one: Ranked) => boolean): readonly Ranked[] {
  const end = ranked.findIndex((one) => !fits(one));
  return end < 0 ? ranked : ranked.slice(0, end);
}

/** What one person has to answer for stands together. */
function byPerson(open: readonly Ranked[]): Ranked[] {
  const people = [...new Set(open.map(({ item }) => whoOf(item)))];
  return people.flatMap((who) => open.filter(({ item }) => whoOf(item) === who));
}

/** A single date joins the subject that it stands beside. */
function isOneSubject(item: Item, first: Item): boolean {
  if (item.heading === RECORDS || first.heading === RECORDS) return item.heading === first.heading;
  if ([item, first].some(({ kind }) => kind === 'still' || kind === 'difference')) return item.kind === first.kind;
  const isDate = (one: Item): boolean => one.heading === PLANS && one.kind === 'fact';
  return item.heading === first.heading || isDate(item) || isDate(first);
}

/** The person who has to answer for a record. */
export function whoOf(item: Item): string | undefined {
  if (item.kind === 'checklist') return [item.requirement.requirement.who].flat()[0];
  if (item.kind === 'variation') return item.who[0];
  if (item.kind !== 'fact') return undefined;
  return item.fact.who ?? [item.shows[0]?.requirement.who ?? []].flat()[0];
}
