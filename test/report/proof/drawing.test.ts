import { describe, expect, test } from 'vitest';
import { isLeaf } from '../../../src/logic/diagram.ts';
import type { CompiledPack, CompiledQuestion } from '../../../src/policy/compile/compiled.ts';
import { type DrawnRow, drawingsOf } from '../../../src/report/proof/drawing.ts';
import { drawingSvg } from '../../../src/report/proof/drawing-svg.ts';
import { policies } from '../../support/packs/policies.ts';

const questions = policies
  .names()
  .flatMap((name) => policies.pack(name).questions.map((q) => [name, q.id, policies.pack(name), q] as const));

/** The end that the rows lead to in one world, read as a person reads them: from the top, by the answers. */
function readIn(rows: readonly DrawnRow[], answers: (row: DrawnRow, below: readonly DrawnRow[]) => DrawnRow): string {
  let at = rows[0] as DrawnRow;
  for (;;) {
    if (at.is === 'goes_on') at = rows.find((row) => row.is === 'asks' && row.number === at.number) as DrawnRow;
    if (at.is !== 'asks') return at.says;
    const from = rows.indexOf(at) + 1;
    const end = rows.findIndex((row, i) => i >= from && row.depth <= at.depth);
    const inside = rows.slice(from, end < 0 ? rows.length : end);
    at = answers(
      at,
      inside.filter(({ depth }) => depth === at.depth + 1),
    );
  }
}

/** The ends of all ways through the rows. */
function endsOf(rows: readonly DrawnRow[]): Set<string> {
  const ends = new Set<string>();
  const ways = (path: readonly number[]): void => {
    let step = 0;
    const open: number[] = [];
    const end = readIn(rows, (_, below) => {
      const pick = path[step++] ?? 0;
      open.push(below.length);
      return below[pick] as DrawnRow;
    });
    ends.add(end);
    const last = open.length - 1;
    for (let i = path.length; i <= last; i++) {
      for (let pick = 1; pick < (open[i] ?? 0); pick++) ways([...path, ...Array(i - path.length).fill(0), pick]);
    }
  };
  if (rows.length > 0) ways([]);
  return ends;
}

const leavesOf = (pack: CompiledPack, question: CompiledQuestion): number => {
  const seen = new Set<unknown>();
  const walk = (d: typeof question.route): void => {
    if (seen.has(d)) return;
    seen.add(d);
    if (!isLeaf(d)) for (const child of d.children) walk(child);
  };
  walk(pack.diagrams.within(question.route, pack.occurring));
  return [...seen].filter((d) => isLeaf(d as typeof question.route)).length;
};

describe.each(questions)('%s, %s', (_, __, pack, question) => {
  const drawings = drawingsOf(pack, question);

  test('is drawn whole with every end that its diagram has, or rule by rule', () => {
    const [first] = drawings;
    if (drawings.length === 1 && first?.turn === undefined) {
      expect(endsOf(first?.rows ?? []).size).toBe(leavesOf(pack, question));
    } else {
      expect(drawings).toHaveLength(question.rules.length);
      for (const { rows } of drawings) expect(rows.some(({ is }) => is === 'ends')).toBe(true);
    }
  });

  test('leads from each row that goes on to one that asks the same', () => {
    for (const { rows } of drawings) {
      for (const row of rows.filter(({ is }) => is === 'goes_on')) {
        const there = rows.filter(({ is, number }) => is === 'asks' && number === row.number);
        expect(there.map(({ says }) => says)).toEqual([row.says]);
      }
    }
  });

  test('has each of its words in the picture', () => {
    for (const drawing of drawings) {
      const words = drawingSvg(drawing).replace(/<[^>]*>/g, ' ');
      for (const { says } of drawing.rows.filter(({ is }) => is === 'ends'))
        for (const word of says.split(' '))
          expect(words).toContain(word.replace(/'/g, '&#39;').replace(/"/g, '&quot;'));
    }
  });
});
