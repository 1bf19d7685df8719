import { describe, expect, it } from 'vitest';
import { questionFor } from '../../src/interview/agenda/asked.ts';
import { look } from '../../src/interview/agenda/case-view.ts';
import { catalogue } from '../../src/interview/agenda/catalogue.ts';
import { RULED, worksheetHtml } from '../../src/interview/worksheet/html.ts';
import { worksheetMarkdown } from '../../src/interview/worksheet/markdown.ts';
import { type Sheet, type SheetBlock, sheetOf } from '../../src/interview/worksheet/sheet.ts';
import { pageOf, violations } from '../support/axe.ts';
import { AS_AT, bookOf, caseText, fileFrom, keysFor } from './kit.ts';

const PACKS = '[repeat-plans, legal-planning]';
const FROM_NOTHING = caseText('occasions: [plan_before]\n', PACKS);
const SECOND = caseText(
  `occasions: [plan_before]
previous_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2026-01-15}]}
dates: {conference_requested: 2026-11-02}
current_plan: none
`,
  PACKS,
);
const STOKE = 'version: 1\ncase: EX-0902\nauthority: stoke-on-trent\noccasions: [plan_may_end]\n';

const sheet = (text: string): Sheet => sheetOf(look(fileFrom(text), bookOf(text), AS_AT));
const blocksOf = (of: Sheet): SheetBlock[] => of.people.flatMap(({ blocks }) => blocks);

// A page as it is printed: 10 mm margins, letters of 8.4 points, of which a line of 186 mm holds some 125.
const PAGE = 277;
const LETTERS = 125;
const LINE = 3.47;
const RULE = 5.2;

/** How high a block prints, in millimetres; `with` is what stands beside it on its line. */
const high = (text: string, beside = 0): number => Math.ceil(text.length / (LETTERS - beside)) * LINE;

function blockHeight({ title, asks, tables, rows, covers, isText }: SheetBlock): number {
  const table = tables.reduce((sum, { rows: empty }) => sum + 2 * LINE + empty * 5.1, 0);
  const row = rows.reduce((sum, { asks: ask, definition, options, clauses }) => {
    const text = `${ask} [${clauses}] ${definition}`;
    const isShort = options.length > 0 && options.join('').length < 12;
    return (
      sum + high(text, isShort ? 16 : 0) + (isShort ? 0.6 : high(options.map((o) => `[ ] ${o}   `).join('') || 'x'))
    );
  }, 0);
  const matter = covers.reduce((sum, { says, clauses }) => sum + high(`[ ] ${says} [${clauses}]`) + 0.4, 0);
  return 1.5 + high(title) + high(asks) + table + row + matter + (isText ? RULED * RULE : 0);
}

const pages = (of: Sheet): number =>
  (18 + of.people.length * 7 + blocksOf(of).reduce((sum, block) => sum + blockHeight(block), 0) + RULED * RULE) / PAGE;

describe('a worksheet', () => {
  it.each([
    ['from nothing', FROM_NOTHING],
    ['once the plans are known', SECOND],
  ])('for a second plan %s has at most twelve questions, and two pages', (_, text) => {
    expect(blocksOf(sheet(text)).length).toBeGreaterThan(7);
    expect(blocksOf(sheet(text)).length).toBeLessThanOrEqual(12);
    expect(pages(sheet(text))).toBeLessThanOrEqual(2);
    expect(pages(sheet(text))).toBeGreaterThan(1);
  });

  it.each([
    ['a second plan', SECOND],
    ['a plan that may end', STOKE],
  ])('for %s has everything that is asked, each once', (_, text) => {
    const items = catalogue(bookOf(text));
    const rows = blocksOf(sheet(text)).flatMap((block) => block.rows.map(({ asks }) => asks));
    const facts = keysFor(text).flatMap((key) => {
      const item = items.get(key);
      return item?.kind === 'fact' ? [questionFor(item)] : [];
    });
    expect(facts.length).toBeGreaterThan(8);
    for (const asks of facts) expect(rows.filter((row) => row === asks)).toHaveLength(1);
    const texts = keysFor(text).flatMap((key) => {
      const item = items.get(key);
      return item?.kind === 'analysis' ? [item.title] : [];
    });
    for (const title of texts) expect(blocksOf(sheet(text)).filter((b) => b.title === title)).toHaveLength(1);
  });

  it('asks each person for what they know', () => {
    const asked = new Map(sheet(SECOND).people.map(({ who, blocks }) => [who, blocks.map(({ title }) => title)]));
    expect(asked.get('Social worker')?.[0]).toBe('Plans and dates');
    expect(asked.get('Child Protection Co-Ordinator')).toEqual(['The screening discussion']);
    expect(asked.get('Service Manager')).toEqual(['What is on record']);
    expect(sheet(STOKE).people.map(({ who }) => who)).not.toContain('Social worker');
  });

  it('begins with what never waits, and with what cannot wait in this case', () => {
    expect(worksheetMarkdown(sheet(SECOND))).toMatch(
      /^# Worksheet, EX-0900, 22 November 2026\n\n\*\*If a child is in danger now, act now\./,
    );
    expect(blocksOf(sheet(STOKE))[0]?.title).toBe('Ask this first');
    expect(blocksOf(sheet(STOKE))[0]?.rows[0]?.asks).toMatch(/^Is contact with the child refused/);
  });

  it('has boxes to tick and lines to write on, and no recommendation', async () => {
    const html = worksheetHtml(sheet(SECOND));
    const page = pageOf(html);
    const [first, ...others] = blocksOf(sheet(SECOND));
    const boxes = [first as SheetBlock, ...others].flatMap(({ rows, covers }) => [
      ...rows.flatMap(({ options }) => options),
      ...covers,
    ]);
    expect(page.querySelectorAll('input[type=checkbox]')).toHaveLength(boxes.length);
    expect(page.querySelectorAll('.rule').length).toBe(
      (blocksOf(sheet(SECOND)).filter((b) => b.isText).length + 1) * RULED,
    );
    expect(page.querySelectorAll('script, a, img, link')).toHaveLength(0);
    expect(await violations(html)).toEqual([]);
    const markdown = worksheetMarkdown(sheet(SECOND));
    expect(markdown).toContain('- [ ] Less than a year has passed.');
    expect(markdown).toContain('- [ ] Some of each');
    for (const text of [html, markdown]) expect(text).not.toMatch(/may go forward|recommend|_{3}/i);
  });

  it('asks nothing that cannot matter, and no text that is written', () => {
    expect(worksheetMarkdown(sheet(SECOND))).not.toContain('Are the risks significantly different');
    const written = `${SECOND}analysis: {point_2: {text: ${'The plan lasted two years and things held. '.repeat(3)}, covers: [length_of_last_plan]}}\n`;
    expect(blocksOf(sheet(written)).map(({ title }) => title)).not.toContain(
      'Point 2: how long the last plan was in place',
    );
  });
});
