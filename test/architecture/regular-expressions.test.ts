import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import * as scslre from 'scslre';
import { expect, test } from 'vitest';
import { eachNode, filesBelow } from './imports.ts';

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in some code. */
function expressionsIn(code: string, file: string): Found[] {
  const found: Found[] = [];
  eachNode(parseAst(code, { lang: 'ts' }), ({ regex }) => {
    const { pattern, flags } = (regex ?? {}) as { pattern?: string; flags?: string };
    if (pattern !== undefined && flags !== undefined) found.push({ file, source: pattern, flags });
  });
  return found;
}

/** Whether some text, made longer, takes time out of all proportion. */
const isSlow = ({ source, flags }: Found): boolean =>
  scslre.analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.length > 0;

test('no regular expression of the program takes time out of proportion to its text', () => {
  const all = filesBelow('src').flatMap((file) => expressionsIn(readFileSync(file, 'utf8'), file));
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(isSlow)).toEqual([]);
});

test.each(['/\\s+$/', '/^(a+)+$/', '/[ \\t]+$/gm', '/^(\\d+) *-? *(\\d+)$/'])('%s would be noticed', (expression) => {
  expect(expressionsIn(`const a = ${expression};`, 'a.ts').map(isSlow)).toEqual([true]);
});
