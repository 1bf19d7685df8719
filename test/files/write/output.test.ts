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
        const { exit, err, read, folder } = await run({ 'x.md': text }, [...args('x.md'), ...more]);
        expect({ exit, kept: read('x.md') === text, err }).toMatchObject({ exit: 2, kept: true });
        expect(err).toMatch(/stands there, and is never replaced\. Choose another name\./);
        expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.md']);
      }
    },
  );

  test('never replaces what it does not know under the name of a case file', async () => {
    for (const more of [[], ['--force']]) {
      const { exit, err, read } = await run({ 'x.yaml': 'Notes of my own.\n' }, [...args('x.yaml'), ...more]);
      expect({ exit, text: read('x.yaml') }).toEqual({ exit: 2, text: 'Notes of my own.\n' });
      expect(err).toMatch(
        /a file that may be a case file stands there, and is never replaced|the ending says what is written/,
      );
    }
  });

  test('replaces what it does not know only with --force', async () => {
    const kept = await run({ 'x.md': LETTER }, args('x.md'));
    expect(kept.exit).toBe(2);
    expect(kept.err).toMatch(/another file stands there.*--force to replace it/);
    expect(kept.read('x.md')).toBe(LETTER);
    const forced = await run({ 'x.md': LETTER }, [...args('x.md'), '--force']);
    expect(forced.exit).toBeLessThan(2);
    expect(forced.read('x.md')).not.toBe(LETTER);
  });

  test('fills an empty file, and makes a new one for its owner only', async () => {
    const filled = await run({ 'x.md': '' }, args('x.md'));
    expect(filled.exit, filled.err).toBeLessThan(2);
    expect(filled.read('x.md')).not.toBe('');
    const fresh = await run({}, args('x.md'));
    expect(statSync(join(fresh.folder, 'x.md')).mode & 0o777).toBe(0o600);
  });

  test('is refused onto a folder, a link out of the folder and a link to nothing', async () => {
    const elsewhere = join(folderWith({ 'far.txt': '' }), 'far.txt');
    const places: ((folder: string) => void)[] = [
      (folder) => mkdirSync(join(folder, 'x.md')),
      (folder) => symlinkSync(elsewhere, join(folder, 'x.md')),
      (folder) => symlinkSync('nowhere', join(folder, 'x.md')),
    ];
    for (const place of places) {
      const { exit, err, folder } = await run({}, [...args('x.md'), '--force'], place);
      expect(exit, err).toBeGreaterThan(1);
      expect(err).toMatch(/this is a (folder|link)/);
      expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.md']);
    }
    expect(readFileSync(elsewhere, 'utf8')).toBe('');
  });

  test('follows a link within the folder, which stays a link', async () => {
    const { read, folder } = await run({ 'x.real': '' }, args('x.md'), (at) => symlinkSync('x.real', join(at, 'x.md')));
    expect(read('x.real')).not.toBe('');
    expect(readdirSync(folder).sort()).toEqual(['case.yaml', 'x.md', 'x.real']);
    expect(read('x.md')).toBe(read('x.real'));
  });

  test('keeps the mode of a file that it replaces, and respects one that is read-only', async () => {
    const mode = (to: number) => (folder: string) => {
      writeFileSync(join(folder, 'x.md'), '');
      chmodSync(join(folder, 'x.md'), to);
    };
    const shared = await run({}, args('x.md'), mode(0o660));
    expect(statSync(join(shared.folder, 'x.md')).mode & 0o777).toBe(0o660);
    const closed = await run({}, [...args('x.md'), '--force'], mode(0o444));
    expect(closed.err).toContain('this file is read-only for you. Nothing was written.');
    expect(closed).toMatchObject({ exit: 3 });
    expect(closed.read('x.md')).toBe('');
  });
});

test.each(FORM_NAMES)('check replaces its own report of the form %s, and no report of another form', async (form) => {
  const own = await run({}, ['check', 'case.yaml', '-o', `${form}=x.md`]);
  const text = own.read('x.md');
  const again = await run({ 'x.md': text }, ['check', 'case.yaml', '-o', `${form}=x.md`]);
  expect(again.exit, again.err).toBeLessThan(2);
  for (const other of FORM_NAMES.filter(
    (name) => name !== form && !(name === 'text' && form === 'github') && !(name === 'github' && form === 'text'),
  )) {
    const refused = await run({ 'x.md': text }, ['check', 'case.yaml', '-o', `${other}=x.md`]);
    expect({ other, exit: refused.exit, text: refused.read('x.md') }).toEqual({ other, exit: 2, text });
  }
});

describe('a note', () => {
  const note = ['rationale', 'case.yaml', '-o', 'x.md'];

  test('is replaced while nobody has edited it', async () => {
    const { read } = await run({}, note);
    const again = await run({ 'x.md': read('x.md') }, [...note, '--form', 'full']);
    expect(again.exit, again.err).toBe(0);
    expect(again.read('x.md')).toContain(': full note for the file');
  });

  test('that somebody edited is kept, unless they insist', async () => {
    const edited = (await run({}, note)).read('x.md').replace('\n', '\n\nA remark by hand.\n');
    const kept = await run({ 'x.md': edited }, note);
    expect(kept).toMatchObject({ exit: 2 });
    expect(kept.err).toContain('was changed by hand after it was made');
    expect(kept.read('x.md')).toBe(edited);
    expect(await run({ 'x.md': edited }, [...note, '--force'])).toMatchObject({ exit: 0 });
  });

  test('on another case is kept', async () => {
    const text = (await run({}, note)).read('x.md');
    const other = await run({ 'x.md': text, 'case.yaml': CASE.replace(/^case: .*$/m, 'case: EX-0999') }, note);
    expect(other).toMatchObject({ exit: 2 });
    expect(other.err).toContain('a note on another case stands there');
  });
});

describe('two reports of one check', () => {
  test.each<[string, string, string, (folder: string) => void]>([
    ['by one name', 'x.json', 'x.json', () => undefined],
    ['by another way', 'x.json', './x.json', () => undefined],
    ['by a way through its folder', 'x.json', 'sub/../x.json', (folder) => mkdirSync(join(folder, 'sub'))],
    ['by a linked folder', 'x.json', 'sub/x.json', (folder) => symlinkSync(folder, join(folder, 'sub'))],
    [
      'by a link to it',
      'x.json',
      'y.json',
      (folder) => {
        writeFileSync(join(folder, 'x.json'), '');
        symlinkSync('x.json', join(folder, 'y.json'));
      },
    ],
  ])('are refused where they go to one file: %s', async (_, one, other, prepare) => {
    const folder = folderWith({ 'case.yaml': CASE });
    prepare(folder);
    const before = readdirSync(folder);
    const outputs = ['-o', `json=${folder}/${one}`, '-o', `markdown=${folder}/z.md`, '-o', `csv=${folder}/${other}`];
    const { exit, out, err } = await program(['check', join(folder, 'case.yaml'), ...outputs]);
    expect({ exit, out, err }).toEqual({ exit: 2, out: '', err: expect.stringContaining('named twice') });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('leave nothing behind where the second cannot be written', async () => {
    const { exit, folder } = await run({}, ['check', 'case.yaml', '-o', 'json=x.json', '-o', 'csv=case.yaml']);
    expect([exit, readdirSync(folder)]).toEqual([2, ['case.yaml']]);
  });
});
