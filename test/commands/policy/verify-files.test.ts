import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { policyDiff } from '../../../src/commands/policy/policy-diff.ts';
import { policyVerify } from '../../../src/commands/policy/policy-verify.ts';
import { screen } from '../../../src/commands/screen.ts';
import { readPack, readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { SOUND } from '../../support/packs/broken-packs.ts';
import { policies } from '../../support/packs/policies.ts';
import { folderOf } from '../../support/packs/policy-folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

/** A copy of the shipped policies, of which one file reads otherwise. */
function shippedBut(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-'));
  cpSync('policies', folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  writeFileSync(join(folder, file), text.replace(from, to));
  return folder;
}

const verified = (folder: string, names: readonly string[] = ['national-timescales']): Promise<Given> =>
  inWorld((io) => policyVerify(names, { format: 'text', policies: folder }, io));

describe('a wrong name in a file of the folder that is no pack', () => {
  // biome-ignore format: one row a line
  const WRONG: readonly (readonly [string, string, string, string])[] = [
    ['documents.yaml', 'pack: repeat-plans', 'pack: repeat-plan', 'This folder has no pack `repeat-plan`. Did you mean `repeat-plans`?'],
    ['documents.yaml', 'by: service_manager', 'by: service_manger', 'The pack and the vocabulary have no role `service_manger`.'],
    ['documents.yaml', 'by: [conference_chair]', 'by: [conference_char]', 'no role `conference_char`.'],
    ['documents.yaml', 'template: documents/challenge-notice.md', 'template: documents/challenge-notise.md', 'There is no template `documents/challenge-notise.md`.'],
    ['documents.yaml', 'short: notes/short.md', 'short: notes/shrt.md', 'There is no template `notes/shrt.md`.'],
    ['documents.yaml', 'leave_out: [legal_planning]', 'leave_out: [legal_plan]', 'There is no question `legal_plan`.'],
    ['documents.yaml', 'decision: becomes_looked_after', 'decision: becomes_looked', 'There is no question `becomes_looked`.'],
    ['documents.yaml', 'outcomes: [end_by_letter]', 'outcomes: [end_by_leter]', 'The pack has no outcome `end_by_leter`.'],
    ['documents.yaml', 'requirement: challenge_issued', 'requirement: challenge_isued', 'The pack has no requirement `challenge_isued`.'],
    ['documents.yaml', 'clauses: [RP-7.1]', 'clauses: [RP-7.11]', 'The pack has no clause `RP-7.11`.'],
    ['documents.yaml', 'plan_states.concerns]', 'plan_states.concern]', 'The packs of this folder have no fact `plan_states.concern`.'],
    ['documents.yaml', 'initial: [initial_conference]', 'initial: [initial_confrence]', 'The packs of this folder have no date `initial_confrence`.'],
    ['profiles.yaml', '[leicester-dual-status,', '[leicester-dual-staus,', 'There is no pack `leicester-dual-staus` in this folder.'],
  ];
  test.each(WRONG)('%s: %s → %s', async (file, from, to, says) => {
    const { exit, out } = await verified(shippedBut(file, from, to));
    expect(out.replace(/\s+/g, ' ')).toContain(says);
    expect(out).toMatch(new RegExp(`${file.replace('.', '\\.')}:\\d+:\\d+: error: `));
    expect(exit).toBe(1);
  });

  test.each(['documents.yaml', 'profiles.yaml', 'bank-holidays.yaml'])(
    '%s that cannot be read stops it',
    async (file) => {
      const { exit, err } = await verified(shippedBut(file, 'version: 1', 'verson: 1'));
      expect(exit).toBe(2);
      expect(err).toContain(file);
    },
  );

  test('templates of an own folder can be named', async () => {
    const templates = mkdtempSync(join(tmpdir(), 'cpplan-'));
    writeFileSync(join(templates, 'own.md'), 'A letter.\n');
    const folder = shippedBut('documents.yaml', 'template: documents/challenge-notice.md', 'template: own.md');
    const run = (more: object) =>
      inWorld((io) => policyVerify(['repeat-plans'], { format: 'text', policies: folder, ...more }, io));
    expect((await run({})).exit).toBe(1);
    expect((await run({ templates })).exit).toBe(0);
  });
});

describe('one id of a pack in two files', () => {
  const twice = (): string =>
    folderOf(SOUND, { 'newer.yaml': SOUND.replace('under 10}', 'under 8}').replace('under 10}', 'under 8}') });
  const names = /newer\.yaml.*sound\.yaml|sound\.yaml.*newer\.yaml/s;

  test('is refused by `policy verify`, with both files', async () => {
    const { exit, out } = await verified(twice(), []);
    expect(exit).toBe(1);
    expect(out).toMatch(names);
    expect(out).toContain('Both files say that they are the pack `sound`');
  });

  test('is refused where a case goes by both', async () => {
    const folder = twice();
    const path = join(folder, 'case.yml');
    writeFileSync(path, 'version: 1\ncase: EX-0001\npacks: [sound, newer]\n');
    const { exit, err } = await inWorld((io) => screen(path, { policies: folder, input: false, format: 'text' }, io));
    expect(exit).toBe(2);
    expect(err).toMatch(names);
  });

  test('is refused where its folder is compared with another', async () => {
    const { exit, err } = await inWorld((io) => policyDiff(folderOf(SOUND), twice(), { format: 'text' }, io));
    expect(exit).toBe(2);
    expect(err).toMatch(names);
  });
});

/** Keys below which a text is for people, or is told by the schema alone. */
const WORDS =
  /^(says|title|asks|label|definition|because|reading|why|brief|past|short|always|section|context|publisher|edition|standing|prompts|of_the_child|items|options|headlines|for_family|unit|pack|version|roles|meetings|occasions|describes)$/;

/** Each misspelling of one name that stands as a value in a pack or the vocabulary. */
function* misspelt(text: string): Generator<[where: string, text: string]> {
  const found: { range: readonly [number, number]; where: string }[] = [];
  visit(parseDocument(text), {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const keys = path.flatMap((part) => ('key' in part ? [String(part.key)] : []));
      const isName = /^[a-z][a-z0-9]*(_[a-z0-9]+)+(\.[a-z0-9_]+)?$/.test(node.value);
      const isDefined = keys.slice(-2).join('.') === 'stages.id';
      if (isName && !isDefined && !keys.some((one) => WORDS.test(one)))
        found.push({ range: [node.range[0], node.range[1]], where: `${keys.join('.')}: ${node.value}` });
    },
  });
  for (const { range, where } of found) yield [where, `${text.slice(0, range[1])}q${text.slice(range[1])}`];
}

describe('every name that is misspelt is an error', () => {
  const shared = policies.vocabulary().vocabulary;
  test.each(['docs/examples/reference/policy-pack/sampleshire-reviews.yaml', 'policies/leicester-dual-status.yaml'])(
    'in %s',
    (path) => {
      const all = [...misspelt(readFileSync(path, 'utf8'))];
      expect(all.length).toBeGreaterThan(25);
      const accepted = all.filter(([, text]) => readPack(readYaml(text), shared).data !== undefined);
      expect(accepted.map(([where]) => where)).toEqual([]);
    },
  );

  test('in the vocabulary', () => {
    const all = [...misspelt(readFileSync('policies/facts.yaml', 'utf8'))];
    const accepted = all.filter(([, text]) => readVocabulary(readYaml(text)).data !== undefined);
    expect(accepted.map(([where]) => where)).toEqual([]);
  });
});

// biome-ignore format: one row a line
const DERIVES: readonly (readonly [string, string, string])[] = [
  ['a kind of meeting', '{type: date, label: it, derive: {meeting: review_conferense, pick: last, field: date}}', 'Did you mean `review_conference`?'],
  ['one of several kinds', '{type: yes_no, label: it, derive: {happened: [asked_for_on], meeting: [review_conference, combined_meting]}}', 'Did you mean `combined_meeting`?'],
  ['what a meeting decided', '{type: choice, label: it, options: {kept: kept, ended: ended}, derive: {meeting: review_conference, pick: last, field: decided, means: {plan_continus: kept, plan_ends: ended}}}', 'Did you mean `plan_continues`?'],
  ['a code of legal status', '{type: choice, label: it, options: {order: an order}, derive: {care: legal_status, means: {C11: order}}}', '`C11` is not'],
];

test.each(DERIVES)('a derivation that misspells %s is refused', (_, derive, says) => {
  const own = `facts:\n  asked_for_on: {type: date, label: the day, asks: When?}\n  it: ${derive}\n  asked_for:`;
  const text = SOUND.replace('facts:\n  asked_for:', own);
  const found = readPack(readYaml(text), policies.vocabulary().vocabulary).diagnostics;
  expect(found.map((fault) => fault.says).join('\n')).toContain(says);
});
