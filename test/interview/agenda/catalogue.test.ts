import { expect, test } from 'vitest';
import { catalogue } from '../../../src/interview/agenda/catalogue.ts';
import { FOLDER } from '../kit.ts';

const items = FOLDER.names().flatMap((name) => {
  const book = FOLDER.book([name]);
  return [...catalogue(book).values()].flatMap((item) => (item.kind === 'fact' ? [{ book, item }] : []));
});

test('a fact that a pack asks for cites what the pack asks with', () => {
  const asked = items.filter(({ book, item }) =>
    book.packs.some(({ pack }) => pack.ask.some(({ about }) => about === item.key)),
  );
  expect(asked.length).toBeGreaterThan(20);
  for (const { book, item } of asked) {
    const own = book.packs.flatMap(({ pack }) => pack.ask.filter(({ about }) => about === item.key));
    expect(item.asked.map(({ clauses }) => clauses)).toEqual(own.map(({ clauses = [] }) => clauses));
  }
});

test('a fact that no pack asks for, but that shows something to be done, cites the clauses that ask for that', () => {
  const shows = items.filter(
    ({ book, item }) =>
      item.shows.length > 0 && !book.packs.some(({ pack }) => pack.ask.some(({ about }) => about === item.key)),
  );
  expect(shows.length).toBeGreaterThan(20);
  for (const { item } of shows) {
    expect(item.asked.map(({ clauses }) => clauses)).toEqual(item.shows.map(({ requirement }) => requirement.clauses));
    expect(item.asked.flatMap(({ clauses }) => clauses)).not.toEqual([]);
  }
});
