import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORM_NAMES } from '../../../src/report/run/forms.ts';
import { folderWith, smallCase } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';

const CASE = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8');
const LETTER = '# To whom it may concern\n\nAn invented letter, written by hand.\n';

/** Every way to write with -o, with the case at hand. */
const WRITERS: Readonly<Record<string, (path: string) => string[]>> = {
  rationale: (path) => ['rationale', 'case.yaml', '-o', path],
  write: (path) => ['write', 'case.yaml', 'service-manager-rationale', '-o', path],
  worksheet: (path) => ['worksheet', 'case.yaml', '-o', path],
  ...Object.fromEntries(
    FORM_NAMES.map((form) => [`check ${form}`, (path) => ['check', 'case.yaml', '-o', `${form}=${path}`]]),
  ),
};

/** Runs a command in a folder with a case file and some others; paths are told from that folder. */
async function run(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  prepare: (folder: string) => void = () => undefined,
) {
  const folder = folderWith({ 'case.yaml': CASE, ...files });
  prepare(folder);
  const given = await program(
    args.map((arg) =>
      arg.replace(/^((?:\w+=)?)((?:case|x)\.?\w*)$/, (_, form, name) => `${form}${join(folder, name)}`),
    ),
  );
  return { ...given, folder, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

describe.each(Object.entries(WRITERS))('%s -o', (_, args) => {
  const never: Readonly<Record<string, string>> = {
    'its own case file': CASE,
    'the case file of another child': smallCase('EX-0002'),
    'a case file with a fault': `${smallCase('EX-0002')}answers: {a: [\n`,
    'a case file in JSON': JSON.stringify({ version: 1, case: 'EX-0002', packs: ['repeat-plans'] }),
    'a policy pack': readFileSync('policies/repeat-plans.yaml', 'utf8'),
    'a pack with a fault': `${readFileSync('policies/repeat-plans.yaml', 'utf8')}\n  x: [`,
    'the vocabulary': readFileSync('policies/facts.yaml', 'utf8'),
    'accepted findings': 'version: 1\nsuppressions: []\n',
  };

  test.each(Object.entries(never))(
    'never replaces %s, whatever its name and even with --force',
    async (_kind, text) => {
      for (const more of [[], ['--force']]) {
        const { exit, err, read, folder } = await run({ 'x.out': text }, [...args('x.out'), ...more]);
        expect({ exit, kept: read('x.out') === text, err }).toMatchObject({ exit: 2, kept: true });
        expect(err).toMatch(/stands there, and is never replaced\. Choose another name\./);
        expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.out']);
      }
    },
  );

  test('never replaces what it does not know under the name of a case file', async () => {
    for (const more of [[], ['--force']]) {
      const { exit, err, read } = await run({ 'x.yaml': 'Notes of my own.\n' }, [...args('x.yaml'), ...more]);
      expect({ exit, text: read('x.yaml') }).toEqual({ exit: 2, text: 'Notes of my own.\n' });
      expect(err).toContain('a file that may be a case file stands there, and is never replaced');
    }
  });

  test('replaces what it does not know only with --force', async () => {
    const kept = await run({ 'x.out': LETTER }, args('x.out'));
    expect(kept.exit).toBe(2);
    expect(kept.err).toMatch(/another file stands there.*--force to replace it/);
    expect(kept.read('x.out')).toBe(LETTER);
    const forced = await run({ 'x.out': LETTER }, [...args('x.out'), '--force']);
    expect(forced.exit).toBeLessThan(2);
    expect(forced.read('x.out')).not.toBe(LETTER);
  });

  test('fills an empty file, and makes a new one for its owner only', async () => {
    const filled = await run({ 'x.out': '' }, args('x.out'));
    expect(filled.exit, filled.err).toBeLessThan(2);
    expect(filled.read('x.out')).not.toBe('');
    const fresh = await run({}, args('x.out'));
    expect(statSync(join(fresh.folder, 'x.out')).mode & 0o777).toBe(0o600);
  });

  test('is refused onto a folder, a link out of the folder and a link to nothing', async () => {
    const elsewhere = join(folderWith({ 'far.txt': '' }), 'far.txt');
    const places: ((folder: string) => void)[] = [
      (folder) => mkdirSync(join(folder, 'x.out')),
      (folder) => symlinkSync(elsewhere, join(folder, 'x.out')),
      (folder) => symlinkSync('nowhere', join(folder, 'x.out')),
    ];
    for (const place of places) {
      const { exit, err, folder } = await run({}, [...args('x.out'), '--force'], place);
      expect(exit, err).toBeGreaterThan(1);
      expect(err).toMatch(/this is a (folder|link)/);
      expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.out']);
    }
    expect(readFileSync(elsewhere, 'utf8')).toBe('');
  });

  test('follows a link within the folder, which stays a link', async () => {
    const { read, folder } = await run({ 'x.real': '' }, args('x.out'), (at) =>
      symlinkSync('x.real', join(at, 'x.out')),
    );
    expect(read('x.real')).not.toBe('');
    expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.out', 'x.real']);
    expect(read('x.out')).toBe(read('x.real'));
  });

  test('keeps the mode of a file that it replaces, and respects one that is read-only', async () => {
    const mode = (to: number) => (folder: string) => {
      writeFileSync(join(folder, 'x.out'), '');
      chmodSync(join(folder, 'x.out'), to);
    };
    const shared = await run({}, args('x.out'), mode(0o660));
    expect(statSync(join(shared.folder, 'x.out')).mode & 0o777).toBe(0o660);
    const closed = await run({}, [...args('x.out'), '--force'], mode(0o444));
    expect(closed.err).toContain('this file is read-only for you. Nothing was written.');
    expect(closed).toMatchObject({ exit: 3 });
    expect(closed.read('x.out')).toBe('');
  });
});

test.each(FORM_NAMES)('check replaces its own report of the form %s, and no report of another form', async (form) => {
  const own = await run({}, ['check', 'case.yaml', '-o', `${form}=x.out`]);
  const text = own.read('x.out');
  const again = await run({ 'x.out': text }, ['check', 'case.yaml', '-o', `${form}=x.out`]);
  expect(again.exit, again.err).toBeLessThan(2);
  for (const other of FORM_NAMES.filter(
    (name) => name !== form && !(name === 'text' && form === 'github') && !(name === 'github' && form === 'text'),
  )) {
    const refused = await run({ 'x.out': text }, ['check', 'case.yaml', '-o', `${other}=x.out`]);
    expect({ other, exit: refused.exit, text: refused.read('x.out') }).toEqual({ other, exit: 2, text });
  }
});

describe('a note', () => {
  const note = ['rationale', 'case.yaml', '-o', 'x.out'];

  test('is replaced while nobody has edited it', async () => {
    const { read } = await run({}, note);
    const again = await run({ 'x.out': read('x.out') }, [...note, '--format', 'html']);
    expect(again.exit, again.err).toBe(0);
    expect(again.read('x.out')).toMatch(/^<!doctype html>/);
  });

  test('that somebody edited is kept, unless they insist', async () => {
    const edited = (await run({}, note)).read('x.out').replace('\n', '\n\nA remark by hand.\n');
    const kept = await run({ 'x.out': edited }, note);
    expect(kept).toMatchObject({ exit: 2 });
    expect(kept.err).toContain('was changed by hand after it was made');
    expect(kept.read('x.out')).toBe(edited);
    expect(await run({ 'x.out': edited }, [...note, '--force'])).toMatchObject({ exit: 0 });
  });

  test('on another case is kept', async () => {
    const text = (await run({}, note)).read('x.out');
    const other = await run({ 'x.out': text, 'case.yaml': CASE.replace(/^case: .*$/m, 'case: EX-0999') }, note);
    expect(other).toMatchObject({ exit: 2 });
    expect(other.err).toContain('a note on another case stands there');
  });
});
