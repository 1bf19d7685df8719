import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/file/read-case.ts';
import { inFull } from '../../src/messages/diagnostic.ts';

const HEAD = 'version: 1\ncase: EX-1\n';
const faults = (text: string) =>
  readCase(text).diagnostics.map((d) => `${d.line}:${d.column} ${inFull(d)} [${d.code}]`);

describe('what does not fit the format of a case file is a sentence at its place', () => {
  test.each<[string, string, string | RegExp]>([
    ['a key that is needed', 'case: EX-1\n', '1:1 `version` is missing; it is needed here. [wrong_value]'],
    [
      'a version that is not known',
      'version: 2\ncase: EX-1\n',
      '1:10 `version` must be `1`. It reads `2`. [wrong_value]',
    ],
    [
      'a reference with a space in it',
      'version: 1\ncase: EX 1\n',
      /^2:7 A reference has letters, digits.* It reads `EX 1`\. \[wrong_value\]$/,
    ],
    [
      'an unknown key at the top',
      `${HEAD}anwsers: {}\n`,
      /^3:1 This key is not known here\. Did you mean `answers`\? Known: .*It reads `anwsers`\. \[unknown_key\]$/,
    ],
    [
      'an unknown key in a group',
      `${HEAD}child: {borne: 2020}\n`,
      /^3:9 This key is not known here\. Did you mean `born`\? Known: `born`, `expected` or `died`\. It reads `borne`\. \[unknown_key\]$/,
    ],
    [
      'an unknown key in an item of a list',
      `${HEAD}previous_plans:\n  plans:\n    - {start: 2020}\n`,
      /^5:8 This key is not known here\. .*\[unknown_key\]$/,
    ],
    [
      'an unknown key in an entry',
      `${HEAD}answers:\n  step_down: {value: not_early, sorce: minutes}\n`,
      /^4:33 This key is not known here\. Did you mean `source`\? .*\[unknown_key\]$/,
    ],
    [
      'text for a group',
      `${HEAD}answers: yes\n`,
      '3:10 `answers` must be a group of keys. It reads `yes`. [wrong_type]',
    ],
    [
      'a group for a list',
      `${HEAD}previous_plans: {plans: {began: 2020}}\n`,
      '3:25 `plans` must be a list. [wrong_type]',
    ],
    ['a list for text', `${HEAD}about: [one]\n`, '3:8 `about` must be text. [wrong_type]'],
    [
      'a list for an entry',
      `${HEAD}answers: {step_down: [not_early]}\n`,
      /^3:22 This has none of the forms that are allowed here\. \[wrong_value\]$/,
    ],
    [
      'a code that is not a category',
      `${HEAD}current_plan: {category: NEGL}\n`,
      '3:26 `category` must be `NEG`, `PHY`, `SAB`, `EMO` or `MUL`. It reads `NEGL`. Did you mean `NEG`? [wrong_value]',
    ],
    [
      'a way of not knowing that there is not',
      `${HEAD}answers: {step_down: {unknown: dunno}}\n`,
      /^3:32 `unknown` must be `not_known`, `awaited`, `disputed` or `withheld`\. It reads `dunno`\./,
    ],
    ['a month for a day', `${HEAD}as_at: 2026-02\n`, /^3:8 .*whole date, such as 2024-02-03.*\[wrong_value\]$/],
    [
      'a name for a role',
      `${HEAD}answers: {step_down: {value: not_early, by: The Chair}}\n`,
      /^3:45 A role is written in small letters with underscores/,
    ],
    [
      'a count below none',
      `${HEAD}previous_plans: {count: -1}\n`,
      /^3:25 `count` does not fit: .*It reads `-1`\. \[wrong_value\]$/,
    ],
    ['an empty value where one is needed', `${HEAD}answers: {step_down: }\n`, /^3:\d+ .*\[wrong_value\]$/],
    [
      'a decision that departs without a reason',
      `${HEAD}decisions:\n  - {question: further_plan, outcome: none, by: head_of_service, date: 2026-01-01, agrees: no}\n`,
      /^4:5 A decision that departs needs a `reason_code` and a `reason` in words\./,
    ],
    [
      'a reference of figures alone',
      'version: 1\ncase: 00123\n',
      '2:7 `case` must be text: put quotes round it. It reads `00123`. Write `"00123"`. [wrong_type]',
    ],
    [
      'a date as people type it',
      `${HEAD}child: {born: 12/09/2023}\n`,
      '3:15 This is not a date in the calendar: write 2024-02-03, 2024-02 or 2024. It reads `12/09/2023`. Write `2023-09-12` for 12 September 2023. [wrong_value]',
    ],
    ['an empty file', '', '1:1 The file must be a group of keys. [wrong_type]'],
    ['a list for a file', '- a\n', '1:1 The file must be a group of keys. [wrong_type]'],
  ])('%s', (_, text, says) => {
    expect(faults(text)).toContainEqual(typeof says === 'string' ? says : expect.stringMatching(says));
  });

  test('every fault of a file is said, not the first alone', () => {
    expect(faults('version: 2\ncase: EX 1\nfamly: x\n')).toHaveLength(3);
  });

  test('the sentence never holds the value: that stands apart', () => {
    const secret = 'SECRET';
    const texts = [
      `case: ${secret} x`,
      `as_at: ${secret}`,
      `child: {born: ${secret}}`,
      `answers: {a: {unknown: ${secret}}}`,
    ];
    for (const text of texts) {
      for (const { says } of readCase(`version: 1\n${text}\n`).diagnostics) expect(says).not.toContain(secret);
    }
  });
});

test('a file that fits has nothing said against it, and yes and no are read as such', () => {
  const { file, diagnostics } = readCase(`${HEAD}previous_plans: {complete: no, plans: []}\n`);
  expect(diagnostics).toEqual([]);
  expect(file?.previous_plans?.complete).toBe(false);
});
