import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
// biome-ignore lint/correctness/noUnresolvedImports: jsdom is CommonJS, whose names the linter does not see
import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test } from 'vitest';
import { putPages } from '../../../src/commands/team/overview-pages.ts';
import { teamFolder } from '../../../src/commands/team/team-folder.ts';
import { folderWith } from '../../support/folder.ts';
import { inWorld } from '../../support/program/io.ts';

/** Writes the pages of the ten cases, and gives the path of the first. */
async function pagesOf(most: number): Promise<string> {
  const output = join(folderWith({}), 'overview.html');
  await inWorld(async (io) => {
    const options = { output, since: '2026-11-01' };
    putPages(await teamFolder(['docs/examples/team'], options, io), options, io, most);
    return 0;
  });
  return output;
}

const documentAt = (path: string): Document => new JSDOM(readFileSync(path, 'utf8')).window.document;

test('above the limit each team has a page, and every link from the first leads to where it says', async () => {
  const first = await pagesOf(9);
  const document = documentAt(first);
  expect(document.querySelector('h1 + p')?.textContent).toMatch(/^10 cases on Friday 20 November 2026\./);
  expect([...document.querySelectorAll('#pages li')].map((item) => item.textContent)).toEqual([
    'East: 5 cases',
    'No team named: 1 case',
    'West: 4 cases',
  ]);
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
  expect(hrefs.filter((href) => /team-\d\.html#case/.test(href)).length).toBeGreaterThan(3);
  for (const href of hrefs) {
    const [page = '', anchor] = href.split('#');
    const target = page === '' ? document : documentAt(resolve(dirname(first), page));
    if (anchor) expect(target.getElementById(anchor), href).not.toBeNull();
  }
});

test('every figure of the first page leads somewhere, and its script does not fail', async () => {
  const errors: unknown[] = [];
  const virtualConsole = new VirtualConsole().on('jsdomError', (error) => errors.push(error));
  const html = readFileSync(await pagesOf(9), 'utf8');
  const { window } = new JSDOM(html, { runScripts: 'dangerously', virtualConsole });
  const figures = [...window.document.querySelectorAll<HTMLAnchorElement>('.figures a')];
  expect(figures).toHaveLength(6);
  for (const figure of figures) {
    figure.click();
    expect(window.document.querySelector(figure.getAttribute('href') ?? ''), figure.textContent ?? '').not.toBeNull();
  }
  expect(errors).toEqual([]);
  window.close();
});

test('up to the limit all stand on one page, with every case once', async () => {
  const document = documentAt(await pagesOf(10));
  expect(document.querySelectorAll('#cases details')).toHaveLength(10);
  expect(document.querySelector('#pages')).toBeNull();
});
