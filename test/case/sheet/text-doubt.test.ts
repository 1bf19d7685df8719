import { describe, expect, it } from 'vitest';
import { ComparedText, doubtAbout } from '../../../src/case/sheet/text-doubt.ts';

const ASKED = ['Point 1: the time since the last plan ended', 'Why has the threshold been reached again?'];
const LONG = 'Change lasted while the grandmother lived there and went when she left in May.';
const doubt = (text: string, others: string[] = [], matters = 1) =>
  doubtAbout(new ComparedText(text), { texts: others.map((other) => new ComparedText(other)), asked: ASKED, matters });

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
    ['WHY HAS THE THRESHOLD BEEN REACHED AGAIN??', 'This repeats the question.'],
    ['1. Why has the threshold been reached again?', 'This repeats the question.'],
    ['Question 1b) \u201cWhy has the threshold been reached again?\u201d', 'This repeats the question.'],
    ['Q: Why has the\u00a0threshold been reached again? A:', 'This repeats the question.'],
    ['Why has the threshold been reached again? Why has the threshold been reached again?', 'This repeats'],
    ['Why has the threshold been reached again? N/A', 'This stands in for a text'],
    ['2. Why has the threshold been reached again? - tbc', 'This stands in for a text'],
    ['- n / a', 'This stands in for a text'],
    ['N.A.', 'This stands in for a text'],
    ['**tbc**', 'This stands in for a text'],
    ['Don\u2019t know', 'This stands in for a text'],
    ['n/a n/a n/a n/a n/a n/a n/a n/a', 'This stands in for a text'],
    ['test test test test test test test test test', 'This stands in for a text'],
    ['1234 5678 9012 3456 7890 1234 5678 9012', 'This stands in for a text'],
    ['\u200b', 'Nothing is written.'],
    ['...', 'Nothing is written.'],
    ['\u2014', 'Nothing is written.'],
    ['???', 'Nothing is written.'],
  ])('"%s"', (text, says) => {
    expect(doubt(text)).toMatchObject({ isEmpty: true, says: expect.stringContaining(says) });
  });
});

describe('a text that is looked at again', () => {
  it.each([
    ['very short', doubt('Same risks, same man, again.'), '5 words'],
    ['under two points', doubt(LONG, [LONG.toUpperCase()]), 'under another point'],
    ['under two points, each with its number', doubt(`1. ${LONG}`, [`Point 2: ${LONG}`]), 'under another point'],
    [
      'under two points, with other quotes and stops',
      doubt(LONG, [`\u201c${LONG.replace('.', '')}\u201d`]),
      'another point',
    ],
    ['with the question and hardly more', doubt(`${ASKED[1]} Same man.`, [], 3), '3 matters'],
    ['to another paper', doubt('See the assessment of March.'), '5 words'],
    ['for many matters', doubt(LONG, [], 4), '4 matters, in 14 words'],
  ])('%s', (_, found, says) => {
    expect(found).toMatchObject({ isEmpty: false, says: expect.stringContaining(says) });
  });

  it.each([
    ['long enough for one matter', doubt(LONG)],
    ['long enough for two', doubt(LONG, [], 2)],
    ['with a number and with few different words', doubt('1. She hit him again and she hit him again and again.')],
    ['with the question and more', doubt(`${ASKED[1]} ${LONG}`)],
    ['beside another', doubt(LONG, [`${LONG} And so on.`])],
  ])('not: %s', (_, found) => {
    expect(found).toBeUndefined();
  });
});
