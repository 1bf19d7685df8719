import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { catalogue } from '../../../src/interview/agenda/catalogue.ts';
import { clauseLines, whyAsked } from '../../../src/interview/agenda/why.ts';
import { titleOf } from '../../../src/interview/flow/review.ts';
import { plainPrompter } from '../../../src/interview/prompters/plain-prompter.ts';
import { AS_AT, bookOf, caseText, fileFrom } from '../kit.ts';

const TEXT = caseText('', '[repeat-plans, legal-planning, stoke-on-trent-plan, bucks-cp-to-cla]');
const BOOK = bookOf(TEXT);
const ITEMS = [...catalogue(BOOK).values()];
const VIEW = look(fileFrom(TEXT), BOOK, AS_AT);

/** At a terminal, what is typed at a prompt ends its line. */
const echoed = (words: string): string => (/[>:] $/.test(words) ? `${words}\n` : words);

/** Everything that the plain mode prints when it asks each question of some packs in each of its ways. */
async function printed(width: number): Promise<string> {
  let text = '';
  for (const item of ITEMS) {
    const beside = [...clauseLines(item), whyAsked(item, VIEW, width)];
    const options = [...beside, titleOf(item)].map((name, i) => ({ value: String(i), name }));
    const ask = {
      key: item.key,
      question: titleOf(item),
      beside,
      asides: ['not_known', 'editor', 'later', 'why', 'back'] as const,
    };
    const input = new PassThrough();
    const prompter = plainPrompter({ input, width, write: (words) => void (text += echoed(words)) });
    input.end('99\n1\nwrong\nright\n.\n77\n0\n');
    await prompter.choose({ ...ask, options });
    const read = (typed: string) =>
      typed === 'right' ? { value: typed } : { problem: `${titleOf(item)} is not that.` };
    await prompter.line({ ...ask, now: 'at least 24 months and some more words', read });
    await prompter.text({ ...ask, now: 'Words that stand there.' });
    await prompter.tick({ ...ask, options, ticked: ['0'] });
    prompter.close();
  }
  return text;
}

describe.each([30, 40, 80])('in a window of %i columns', (width) => {
  it('no line of a question is so long that the terminal would break it inside a word', async () => {
    const long = (await printed(width))
      .split('\n')
      .filter((line) => line.length > width && /\S\s+\S{1,}$/.test(line.trim()));
    expect(long).toEqual([]);
  });
});
