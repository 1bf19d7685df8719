import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../scripts/hostile/ledger.ts';
import { anotherHand, linkInstead, step } from '../../scripts/hostile/step.ts';
import { Tally } from '../../scripts/hostile/tally.ts';
import { type Call, callsIn, mayTrace, strayIn } from '../../scripts/hostile/tracing.ts';
import { World } from '../../scripts/hostile/world.ts';
import { folderWith } from '../support/folder.ts';

const CASE = `version: 1
case: EX-0903
packs: [repeat-plans]
previous_plans:
  complete: yes
  plans:
    - {authority: Exampleshire, began: 2024-01-10, ended: 2025-01-15, category: NEG}
dates: {conference_requested: 2026-11-02}
answers: {conference_sought: yes}
`;

function ledgerOf(text = CASE): Ledger {
  const path = join(folderWith({ 'a.yaml': text }), 'a.yaml');
  chmodSync(path, 0o640);
  return new Ledger(path, 0o640);
}

const says = (words: string) => ({ what: words, holds: (_: unknown, text: string) => text.includes(words) });

describe('a hostile day finds', () => {
  test('nothing where all is well', () => {
    const ledger = ledgerOf();
    ledger.acknowledge(says('EX-0903'));
    expect([...ledger.faults(), ...ledger.leftovers()]).toEqual([]);
  });

  test('an acknowledged answer that is gone, once', () => {
    const ledger = ledgerOf();
    ledger.acknowledge(says('an answer'));
    expect(ledger.faults()).toEqual([`${ledger.path}: an answer was acknowledged, and is not there`]);
    expect(ledger.faults()).toEqual([]);
  });

  test('a case file of which a part is left', () => {
    expect(ledgerOf(CASE.slice(0, -3)).faults()).toMatchObject([/cannot be read/]);
  });

  test('a mode that changed', () => {
    const ledger = ledgerOf();
    chmodSync(ledger.path, 0o600);
    expect(ledger.faults()).toMatchObject([/its mode was 640, and is 600/]);
  });

  test('a text from an editor that is neither in the file nor beside it', () => {
    const ledger = ledgerOf();
    ledger.wrote('some words');
    expect(ledger.faults()).toMatchObject([/some words from an editor is nowhere/]);
  });

  test('a lock and a half-written file that were left', () => {
    const ledger = ledgerOf();
    for (const name of ['.a.yaml.lock', '.a.yaml.5bce98f7-1-00000000.tmp', '..a.yaml.lock.5bce98f7-1-00000000.tmp']) {
      writeFileSync(join(ledger.path, '..', name), '');
    }
    expect(ledger.leftovers()).toHaveLength(3);
  });

  test('a file of others that changed, and whatever appears outside the folder', () => {
    const world = new World(folderWith({}));
    expect(world.faults()).toEqual([]);
    writeFileSync(join(world.folder, 'words.txt'), 'Other words.\n');
    writeFileSync(join(world.env.HOME as string, '.history'), 'words');
    expect(world.faults()).toMatchObject([/words.txt: a file of others/, /home\/.history: something was left/]);
  });

  test('a call that writes outside the folder, and counts the calls by name', () => {
    const log = join(folderWith({ log: LOG }), 'log');
    const calls = callsIn(log, '/folder');
    expect(calls.map(({ name, nth, where }) => `${name} ${nth} ${where}`)).toEqual([
      'openat 2 folder',
      'write 1 folder',
      'write 2 screen',
      'openat 3 elsewhere',
    ]);
    expect(strayIn(calls)).toMatchObject([/home/]);
  });
});

const LOG = `openat(AT_FDCWD, "/folder/a.yaml", O_RDONLY) = 3
openat(AT_FDCWD, "/folder/.a.yaml.tmp", O_WRONLY|O_CREAT|O_EXCL, 0600) = 18
write(18</folder/.a.yaml.tmp>, ""..., 542) = 542
write(1<pipe:[7]>, ""..., 12) = 12
openat(AT_FDCWD, "/home/.history", O_WRONLY|O_CREAT, 0600) = 19
`;

/** Fourth call and later of a decision: the file is written, flushed, looked at and renamed. */
const RENAMED: Call = { name: 'rename', nth: 1, where: 'folder', text: '' };
const FLUSHED: Call = { name: 'fsync', nth: 1, where: 'folder', text: '' };

describe.skipIf(!mayTrace())('a decision', () => {
  function desk() {
    const world = new World(folderWith({}));
    const path = join(world.folder, 'case.yaml');
    writeFileSync(path, CASE);
    chmodSync(path, 0o640);
    return { world, ledger: new Ledger(path, 0o640), number: 17 };
  }

  test('that is killed in the renaming leaves the old file, and the next command sweeps', async () => {
    const [at, tally] = [desk(), new Tally()];
    const killed = { how: 'signal', signal: 'SIGKILL' } as const;
    await step(at, { name: 'decide', at: { call: RENAMED, fault: killed } }, tally, join(at.world.logs, 'log'), true);
    expect(tally.faults).toEqual([]);
    expect(tally.tables()).toContain('| decide | 1 | 1 |');
    // the decision of the command that swept
    expect(readFileSync(at.ledger.path, 'utf8').match(/post: TM 17/g)).toHaveLength(1);
  });

  test.each([
    ['another hand adds a line to the file', anotherHand],
    ['a link takes the place of the file', linkInstead],
  ])('that stands still while %s overwrites nothing', async (_, others) => {
    const [at, tally] = [desk(), new Tally()];
    const stopped = { how: 'signal', signal: 'SIGSTOP' } as const;
    const other = others(at, at.ledger.path, true);
    const plan = { name: 'decide', at: { call: FLUSHED, fault: stopped }, other };
    await step(at, plan, tally, join(at.world.logs, 'log'), true);
    expect(tally.faults).toEqual([]);
    expect(tally.tables()).toContain('stopped while');
  });
});
