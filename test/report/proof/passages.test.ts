import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { passageFinder } from '../../../src/report/proof/passages.ts';
import { policiesIn } from '../../support/packs/policies.ts';

const DOCUMENT = `# A procedure

## Purpose
Nobody waits.

## The panel
2.1 The panel looks at each plan.
It does so early.
2.2 It looks again.

## Notice
The first paragraph.

The second paragraph,
on two lines.

App B 2 The form is sent.
7.4.6 Deep down.
`;

const clause = (section: string, paragraph: number | string) => ({ section, paragraph, says: 'x' });

describe('the passage of a clause', () => {
  const find = passageFinder(DOCUMENT);

  test.each([
    ['Purpose', 1, 'Nobody waits.'],
    ['The panel', 1, '2.1 The panel looks at each plan. It does so early.'],
    ['The panel', '2.2', '2.2 It looks again.'],
    ['Notice', 2, 'The second paragraph, on two lines.'],
    ['Notice', '7.4.6', '7.4.6 Deep down.'],
    ['Anything', 'App B 2', 'App B 2 The form is sent.'],
    ['Notice', 9, undefined],
    ['No such heading', 1, undefined],
  ])('%s, paragraph %s', (section, paragraph, text) => {
    expect(find(clause(section, paragraph))?.text).toBe(text);
  });

  test('has the line on which it begins', () => {
    expect(find(clause('The panel', 2))?.line).toBe(9);
  });
});

test('every clause of the example authority is found in its document, each elsewhere', () => {
  const { pack } = policiesIn('docs/examples/exampleshire/policies').pack('exampleshire-long-plans');
  const find = passageFinder(readFileSync('docs/examples/exampleshire/document.md', 'utf8'));
  const lines = Object.values(pack.clauses).map((clause) => find(clause)?.line);
  expect(lines).not.toContain(undefined);
  expect(new Set(lines).size).toBe(lines.length);
});
