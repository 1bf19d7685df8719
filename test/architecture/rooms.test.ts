import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, filesBelow, importsOf, ROOMS, roomOf } from './imports.ts';

const files = filesBelow('src');
const imports = importsOf(files);
const arrows = [...imports].flatMap(([from, all]) => all.map((to) => ({ from, to })));

/** Each room with the rooms that it uses, from the top down. */
const drawing = (): string =>
  ROOMS.filter((room) => files.some((file) => roomOf(file) === room))
    .map((room) => `${room.padEnd(10)} uses ${usedBy(room).join(', ') || 'no other room'}\n`)
    .join('');

const usedBy = (room: string): string[] => {
  const used = new Set(arrows.filter(({ from }) => roomOf(from) === room).map(({ to }) => roomOf(to)));
  return ROOMS.filter((other) => other !== room && used.has(other));
};

test('the rooms are drawn as they are', async () => {
  await expect(drawing()).toMatchFileSnapshot('rooms.txt');
});

test('every import leads to a file of src, or to one that the build makes', () => {
  const known = new Set(files);
  expect(arrows.filter(({ to }) => !known.has(to))).toEqual([]);
  expect(arrows.length).toBeGreaterThan(1000);
});

test('every room has its place in the order', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !ROOMS.includes(room))).toEqual([]);
});

test('no file imports from a room above its own', () => {
  const upward = arrows.filter(({ from, to }) => ROOMS.indexOf(roomOf(from)) > ROOMS.indexOf(roomOf(to)));
  expect(upward).toEqual([]);
});

test('no files import one another in a circle, types included', () => {
  expect(circles(imports)).toEqual([]);
});

describe('what holds the walls sees', () => {
  test('a circle over three files', () => {
    const of = { a: ['b'], b: ['c'], c: ['a', 'd'], d: [] };
    expect(circles(new Map(Object.entries(of)))).toEqual([['a', 'b', 'c']]);
  });

  test('two circles that do not touch, and a file that imports itself', () => {
    const of = { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'], e: ['e'] };
    expect(circles(new Map(Object.entries(of)))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });
});

test('no folder of src has more than 20 files beside each other', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
});
