import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, PAGES, proseOf, textOf } from './pages.ts';

const linksOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((link) => !/^\w+:/.test(link));

/** The anchors that a page has, as forges make them from headings. */
const anchorsOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const pointsTo = (page: string, link: string): string => normalize(join(dirname(page), link.split('#')[0] ?? ''));

describe.each(PAGES)('%s', (page) => {
  test('links to nothing that is not there', () => {
    for (const link of linksOf(page)) {
      const [path, anchor] = link.split('#');
      const target = path ? pointsTo(page, link) : page;
      expect(existsSync(target), `${page}: ${link}`).toBe(true);
      if (anchor) expect(anchorsOf(target), `${page}: ${link}`).toContain(anchor);
    }
  });
});

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    if (!page.endsWith('.md')) continue;
    for (const link of linksOf(page).filter((target) => target.split('#')[0])) {
      const target = pointsTo(page, link);
      if (PAGES.includes(target)) reached.add(target);
    }
  }
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
});

test('every page says what it is in its first line', () => {
  for (const page of PAGES) expect(textOf(page), page).toMatch(/^# \S/);
});

test('a path that is named in running text is there', () => {
  const named = PAGES.filter((page) => page !== 'CHANGELOG.md').flatMap((page) =>
    [...proseOf(page).matchAll(/`((?:src|test|scripts|docs|policies|templates|schemas|cases|bin)\/[\w./-]*)`/g)].map(
      ([, path]) => ({ page, path: path ?? '' }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  const made = PAGES.flatMap(blocksOf).map(({ file }) => file);
  expect(named.filter(({ path }) => !existsSync(path) && !made.includes(path))).toEqual([]);
});

test('every script of package.json that the pages name exists, and so does every folder of docs', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = PAGES.flatMap((page) => [...textOf(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? ''));
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(readdirSync('docs/examples')).toEqual(['exampleshire', 'reference', 'team']);
});
