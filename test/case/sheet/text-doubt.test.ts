import { describe, expect, it } from 'vitest';
import { doubtAbout } from '../../../src/case/sheet/text-doubt.ts';

const ASKED = ['Point 1: the time since the last plan ended', 'Why has the threshold been reached again?'];
const LONG = 'Change lasted while the grandmother lived there and went when she left in May.';
const doubt = (text: string, others: string[] = [], matters = 1) => doubtAbout(text, { others, asked: ASKED, matters });

describe('no analysis at all', () => {
  it.each([
    ['', 'Nothing is written.'],
    [' \n ', 'Nothing is written.'],
    ['n/a', 'This stands in for a text'],
    ['N/A.', 'This stands in for a text'],
    ['As above', 'This stands in for a text'],
    ['Neglect', 'This stands in for a text'],
    ['Why has the threshold been reached again', 'This repeats the question.'],
    ['point 1: the time since the last plan ended: why has the threshold been reached again?', 'This repeats'],
  ])('"%s"', (text, says) => {
    expect(doubt(text)).toMatchObject({ isEmpty: true, says: expect.stringContaining(says) });
  });
});

describe('a text that is looked at again', () => {
  it.each([
    ['very short', doubt('Same risks, same man, again.'), '5 words'],
    ['under two points', doubt(LONG, [LONG.toUpperCase()]), 'under another point'],
    ['for many matters', doubt(LONG, [], 4), '4 matters, in 14 words'],
  ])('%s', (_, found, says) => {
    expect(found).toMatchObject({ isEmpty: false, says: expect.stringContaining(says) });
  });

  it.each([
    ['long enough for one matter', doubt(LONG)],
    ['long enough for two', doubt(LONG, [], 2)],
    ['with the question and more', doubt(`${ASKED[1]} ${LONG}`)],
    ['beside another', doubt(LONG, [`${LONG} And so on.`])],
  ])('not: %s', (_, found) => {
    expect(found).toBeUndefined();
  });
});
