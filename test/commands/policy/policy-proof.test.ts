import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violations } from '../../support/axe.ts';
import { folderWith } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { tagsOf } from '../../support/texts/shapes.ts';

const OWN = 'docs/examples/exampleshire';
const PACK = 'exampleshire-long-plans';
const USUAL = ['--policies', `${OWN}/policies`, '--cases', `${OWN}/cases`, '--no-slips'];

const page = async (...args: string[]): Promise<string> =>
  (await program(['policy', 'proof', PACK, ...(args.length > 0 ? args : USUAL)])).out;

/** A page without its tags, as one line. */
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a page of proof', () => {
  test('has each clause in the words of the document beside what was made of it', async () => {
    const words = wordsOf(await page());
    expect(words).toContain('11 of 11 clauses stand in the document');
    expect(words).toContain('2.2 It looks again when the plan has lasted fourteen months.');
    expect(words).toContain('A panel held before that day is not taken for the second one.');
    expect(words).toMatch(/Plan Steward: Bring .* Within 14 months of the start of the present plan/);
    expect(words).toMatch(/It is asked for in EX-\d{4} \(and in \d+ more\): /);
    expect(words).toMatch(/All three agree.* means: the Plan Steward.*view on ending the plan early: “agrees”/);
    expect(words).toContain('Until 31 March 2026: Parents and child are told within five working days.');
  });

  test('shows a slip of the hand where the reader looks: a number, a person, a day', async () => {
    const folder = folderWith({});
    cpSync(OWN, folder, { recursive: true });
    const at = join(folder, 'policies', `${PACK}.yaml`);
    const before = readFileSync(at, 'utf8');
    const withSlip = async (from: string, to: string): Promise<string> => {
      expect(before).toContain(from);
      writeFileSync(at, before.replaceAll(from, to));
      const none = join(folder, 'none', 'other.yaml');
      cpSync('cases/further-plan/second-plan-ready.yaml', none);
      return wordsOf(await page('--policies', join(folder, 'policies'), '--cases', none, '--no-slips'));
    };
    expect(await withSlip('months: 14', 'months: 15')).toContain('Within 15 months of the start of the present plan');
    expect(await withSlip('who: plan_steward', 'who: panel_chair')).toContain('Chair of the Long Plans Panel: Bring');
  });

  test('says plainly where the document is not at hand, or slips were not tried', async () => {
    const words = wordsOf((await program(['policy', 'proof', 'legal-planning', '--no-slips'])).out);
    expect(words).toContain('The document was not at hand');
    expect(words).toContain('it was not tried whether the worked cases would notice');
  });

  test('has a figure for the slips that were tried', async () => {
    const words = wordsOf(await page(...USUAL.slice(0, 4)));
    expect(words).toMatch(
      /\d{3} small mistakes were put into the pack, one at a time\. The worked cases notice 100 % of those/,
    );
  });

  test('can be read by everybody, and holds nothing that runs', async () => {
    const html = await page();
    expect(await violations(html)).toEqual([]);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('takes a document for text only', async () => {
    const folder = folderWith({});
    const tags = async (own: string): Promise<unknown> => {
      writeFileSync(join(folder, 'document.md'), `**1. Purpose.** ${own.replace(/\s+/g, ' ')}\n`);
      return tagsOf(await page(...USUAL, '--document', join(folder, 'document.md')));
    };
    const plain = await tags('Nobody waits.');
    for (const text of HOSTILE.filter((one, i) => i % 25 === 0 && one.trim() !== ''))
      expect(await tags(`a ${text}`)).toEqual(plain);
  });

  test('replaces an older one of the same pack, and nothing else', async () => {
    const folder = folderWith({ 'other.html': '<p>mine</p>' });
    const to = (name: string) => program(['policy', 'proof', PACK, ...USUAL, '-o', join(folder, name)]);
    expect(await to('proof.html')).toMatchObject({ exit: 0 });
    expect(await to('proof.html')).toMatchObject({ exit: 0 });
    expect(await to('other.html')).toMatchObject({ exit: 2 });
    copyFileSync('cases/further-plan/second-plan-ready.yaml', join(folder, 'case.yaml'));
    expect((await to('case.yaml')).err).toContain('a case file stands there');
  });
});
