import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyVerify } from '../../../src/commands/policy/policy-verify.ts';
import { screen } from '../../../src/commands/screen.ts';
import { broken, type Edit, SOUND } from '../../support/packs/broken-packs.ts';
import { folderOf } from '../../support/packs/policy-folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';

const GAP: Edit = ['old_harm, other]}, {months', 'old_harm]}, {months'];

const run = (policies: string, more: { format?: 'json'; writeCases?: string } = {}, today?: string): Promise<Given> =>
  inWorld((io) => policyVerify([], { format: 'text', policies, ...more }, io), today);

test('the shipped packs are gone through whole, without a problem', async () => {
  const { exit, out } = await inWorld((io) => policyVerify([], { format: 'text' }, io));
  expect(out).toContain('repeat-plans 1.0.0: no problems.');
  expect(out.replace(/\s+/g, ' ')).toContain('Nothing is taken to be impossible.');
  expect(exit).toBe(0);
});

test('a claim of no problems names what is taken to be impossible', async () => {
  const { exit, out } = await run(folderOf(SOUND));
  expect(exit).toBe(0);
  expect(out.replace(/\s+/g, ' ')).toContain('no claim covers it: Old harm needs an earlier plan.');
});

test('a gap makes the exit code 1, with file, line, clauses, id and a case', async () => {
  const folder = folderOf(broken(GAP));
  const { exit, out } = await run(folder);
  expect(exit).toBe(1);
  expect(out).toMatch(
    /sound\.yaml:44:3: error: No rule of `further` speaks .*\(SD-1, SD-2, SD-3\) \[gap:further:[0-9a-f]{6}\]/,
  );
  expect(out).toContain('    | version: 1');
  expect(out).toContain('    |   ground: other');
});

test('--write-cases writes cases that screen can be run on at once', async () => {
  const folder = folderOf(broken(GAP));
  const cases = join(folder, 'deep', 'cases');
  const { out } = await run(folder, { writeCases: cases });
  const [name] = readdirSync(cases);
  expect(out).toContain(`Case: ${join(cases, name as string)}`);
  const shown = await inWorld((io) =>
    screen(join(cases, name as string), { input: false, format: 'json', policies: folder }, io),
  );
  expect(JSON.parse(shown.out).questions[0]).toMatchObject({ id: 'further', state: 'silent' });
});

test('JSON carries every finding with its case, and whether the pack is clean', async () => {
  const { out } = await run(folderOf(broken(GAP)), { format: 'json' });
  const result = JSON.parse(out);
  expect(result).toMatchObject({ version: 1, on: '2026-11-22', clean: false, waiver_faults: [] });
  expect(result.packs[0]).toMatchObject({
    id: 'sound',
    complete: true,
    assumptions: ['Old harm needs an earlier plan.'],
  });
  expect(result.packs[0].findings[0]).toMatchObject({ code: 'gap', line: 44, case: { facts: { ground: 'other' } } });
});

test('a bad pack ends with exit code 2 and its faults by line', async () => {
  const { exit, err, out } = await run(folderOf(broken(['outcome: manager', 'outcome: manger'])));
  expect(exit).toBe(2);
  expect(err).toMatch(
    /sound\.yaml:\d+:\d+: `manger` is not an outcome of `further` of this pack\. Did you mean `manager`\?/,
  );
  expect(out).toBe('');
});

const waiverOf = (finding: string, until: string): string =>
  `version: 1\nwaivers:\n  - {pack: sound, finding: "${finding}", reason: The panel is asked by telephone., until: ${until}}\n`;

async function idOfGap(): Promise<string> {
  const { out } = await run(folderOf(broken(GAP)), { format: 'json' });
  return JSON.parse(out).packs[0].findings[0].id;
}

test('a waiver with a reason accepts a finding until its last day', async () => {
  const folder = folderOf(broken(GAP), { 'waivers.yaml': waiverOf(await idOfGap(), '2026-12-31') });
  const { exit, out } = await run(folder);
  expect(exit).toBe(0);
  expect(out).toContain('Accepted for now:');
  expect(out).toContain('The panel is asked by telephone.');
});

test('a waiver that has run out is said, and the finding counts again', async () => {
  const { exit, out } = await run(folderOf(broken(GAP), { 'waivers.yaml': waiverOf(await idOfGap(), '2026-11-21') }));
  expect(exit).toBe(1);
  expect(out).toContain('[waiver_expired]');
  expect(out).toContain('error: No rule of `further` speaks');
});

test('a waiver of what is not found is said', async () => {
  const { exit, out } = await run(folderOf(SOUND, { 'waivers.yaml': waiverOf('gap:further:000000', '2026-12-31') }));
  expect(exit).toBe(1);
  expect(out).toMatch(/waivers\.yaml:3:\d+: error: `sound` has no finding `gap:further:000000`.*\[waiver_unused\]/);
});

test('a waiver without a reason is a bad file, not a waiver', async () => {
  const text = 'version: 1\nwaivers:\n  - {pack: sound, finding: x, until: 2026-12-31}\n';
  const { exit, err } = await run(folderOf(SOUND, { 'waivers.yaml': text }));
  expect(exit).toBe(2);
  expect(err).toContain('`reason` is missing');
});

test('the written case holds nothing but what shows the gap', async () => {
  const folder = folderOf(broken(GAP));
  await run(folder, { writeCases: join(folder, 'cases') });
  const [name] = readdirSync(join(folder, 'cases'));
  const text = readFileSync(join(folder, 'cases', name as string), 'utf8');
  expect(text.match(/^ {2}\w+:/gm)).toHaveLength(4);
});
