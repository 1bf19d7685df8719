import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare } from '../../src/commands/compare.ts';
import { policyVerify } from '../../src/commands/policy/policy-verify.ts';
import { screen } from '../../src/commands/screen.ts';
import { clashesOf } from '../../src/policy/folder/clashes.ts';
import { compiled, SOUND } from '../support/packs/broken-packs.ts';
import { folderOf } from '../support/packs/policy-folder.ts';
import { inWorld } from '../support/program/io.ts';

/** A small pack with a fact of its own, on whose first option its plan stays. */
const pack = (id: string, facts: string, more = ''): string => `pack: ${id}
version: 1.0.0
published: 2026-01-05
source: {title: Invented procedure ${id}, publisher: nobody, dated: undated, standing: For tests only.}
facts: ${facts}
${more}
questions:
  plan:
    title: The plan
    asks: What becomes of the plan?
    in_play: {judgement: [stays, ends]}
    outcomes: {kept: {says: The plan stays.}, ended: {says: The plan ends.}}
    stages:
      - id: judgement
        rules:
          stay: {when: {judgement: stays}, outcome: kept, clauses: [CL-1]}
          end: {when: {judgement: ends}, outcome: ended, clauses: [CL-1]}
ask: [{about: judgement}]
clauses: {CL-1: {section: Plans, paragraph: 1, says: What becomes of the plan.}}
`;

const choice = (options: string, label = 'the judgement'): string =>
  `{judgement: {type: choice, label: ${label}, asks: What is judged?, options: {${options}}}}`;

const ONE = choice('stays: the plan stays, ends: the plan ends');
const TURNED = choice('ends: the plan ends, stays: the plan stays');
const PROFILES = 'version: 1\nprofiles:\n  here: {title: Here, packs: [one]}\n  there: {title: There, packs: [two]}\n';

function world(one: string, two: string, head: string, moreOne = '', moreTwo = '') {
  const policies = folderOf(SOUND, {
    'one.yaml': pack('one', one, moreOne),
    'two.yaml': pack('two', two, moreTwo),
    'profiles.yaml': PROFILES,
  });
  const path = join(mkdtempSync(join(tmpdir(), 'cpplan-')), 'case.yaml');
  writeFileSync(path, `version: 1\ncase: EX-0001\nas_at: 2026-01-05\n${head}\nanswers: {judgement: stays}\n`);
  return { policies, path };
}

const DIFFERENT: readonly (readonly [what: string, two: string, ...more: string[]])[] = [
  ['another order of options', TURNED],
  ['other words for an option', choice('stays: the plan stays for now, ends: the plan ends')],
  ['one option more', choice('stays: the plan stays, ends: the plan ends, moves: the plan moves')],
  ['another label', choice('stays: the plan stays, ends: the plan ends', 'what the family wants')],
  [
    'an analysis of one id',
    ONE,
    'analyses: {past: {title: Past, asks: What was?, question: plan, who: social_worker}}',
    'analyses: {past: {title: Past, asks: Why?, question: plan, who: social_worker}}',
  ],
  ['a kind of meeting of one id', ONE, 'meetings: {panel: Panel}', 'meetings: {panel: Planning board}'],
  ['an occasion of one id', ONE, 'occasions: {leaves: A child leaves}', 'occasions: {leaves: A worker leaves}'],
];

test.each(DIFFERENT)(
  '%s in two packs: a case that goes by both is refused, whichever comes first',
  async (_, two, ...more) => {
    for (const order of ['one, two', 'two, one']) {
      const { policies, path } = world(ONE, two, `packs: [${order}]`, ...more);
      const { exit, err } = await inWorld((io) => screen(path, { policies, input: false, format: 'text' }, io));
      expect(exit).toBe(2);
      expect(err).toContain('one.yaml');
      expect(err).toContain('two.yaml');
      expect(err).toMatch(/define .* in different ways, so one case file cannot answer both/);
    }
  },
);

test.each(DIFFERENT)('%s in two packs: `policy verify` of the folder names both files', async (_, two, ...more) => {
  const { policies } = world(ONE, two, 'packs: [one]', ...more);
  const { exit, out } = await inWorld((io) => policyVerify([], { format: 'text', policies }, io));
  expect(exit).toBe(1);
  expect(out).toMatch(/two\.yaml:\d+:\d+: error: .*one\.yaml\. \[meanings_clash\]/);
});

test('two packs of one id are refused for that alone, whatever else they define in different ways', () => {
  const sides = [ONE, TURNED].map((facts) => compiled(pack('one', facts)));
  expect(clashesOf(sides).map(({ path }) => path)).toEqual([['pack']]);
});

test('two packs that define a fact in the same way share it', async () => {
  const { policies, path } = world(ONE, ONE, 'packs: [one, two]');
  const { exit, out } = await inWorld((io) => screen(path, { policies, input: false, format: 'json' }, io));
  expect(exit).toBe(0);
  expect(JSON.parse(out).questions.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['kept', 'kept']);
  expect((await inWorld((io) => policyVerify([], { format: 'text', policies }, io))).out).not.toContain('clash');
});

interface Compared {
  readonly authorities: readonly { readonly id: string; readonly unused: readonly string[] }[];
  readonly questions: readonly { readonly under: readonly { readonly possible: readonly string[] }[] }[];
}

async function compared(two: string, head: string): Promise<Compared> {
  const { policies, path } = world(ONE, two, head);
  const { exit, out } = await inWorld((io) => compare(path, { policies, format: 'json' }, io));
  expect(exit).toBe(0);
  return JSON.parse(out) as Compared;
}

test.each([
  ['here', ['kept'], 0],
  ['there', ['kept'], 1],
] as const)('a comparison takes an answer of %s for its own documents alone', async (authority, known, own) => {
  const { authorities, questions } = await compared(
    choice('stays: the plan stays, ends: the plan ends', 'what the family wants'),
    `authority: ${authority}`,
  );
  const under = questions[0]?.under.map(({ possible }) => possible);
  expect(under?.[own]).toEqual(known);
  expect(under?.[1 - own]).toEqual(expect.arrayContaining(['kept', 'ended']));
  expect(authorities.map(({ unused }) => unused)).toEqual(own === 0 ? [[], ['judgement']] : [['judgement'], []]);
});

test('a comparison of a case of nobody takes an answer for no authority, where they mean different things', async () => {
  const { authorities } = await compared(choice('stays: the plan stays, ends: the plan ends', 'a wish'), '');
  expect(authorities.map(({ unused }) => unused)).toEqual([['judgement'], ['judgement']]);
});

test('a comparison takes an answer for every authority that means the same', async () => {
  const { authorities, questions } = await compared(ONE, 'authority: here');
  expect(questions[0]?.under.map(({ possible }) => possible)).toEqual([['kept'], ['kept']]);
  expect(authorities.map(({ unused }) => unused)).toEqual([[], []]);
});
