import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/files/read-text.ts';
import { folderWith, smallCase } from '../support/folder.ts';
import { faultOf, program, readers } from '../support/program/in-process.ts';

const PROGRAM = `${process.cwd()}/bin/cpplan.js`;

/** Whether a command may be run here: others are passed over, and vitest says so. */
const may = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const LINUX = process.platform === 'linux';

describe('what stands in the place of a case file', () => {
  const odd: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
    'a link to nothing': (path) => symlinkSync('nowhere.yaml', path),
    'a link to itself': (path) => symlinkSync('a.yaml', path),
    'a link to its own folder': (path) => symlinkSync('.', path),
    'a pipe that nobody writes to': (path) => execFileSync('mkfifo', [path]),
    'a device without end': (path) => symlinkSync('/dev/zero', path),
    'a device that is empty': (path) => symlinkSync('/dev/null', path),
  };

  test.skipIf(!LINUX).each(Object.entries(odd))('%s is answered by every command', async (_, make) => {
    const path = join(folderWith({}), 'a.yaml');
    make(path);
    for (const args of readers(path)) expect(await faultOf(args)).toBeUndefined();
  });

  test.skipIf(!LINUX)('a pipe with a case in it is read', () => {
    const path = join(folderWith({ 'b.yaml': smallCase('EX-0001') }), 'a.yaml');
    execFileSync('mkfifo', [path]);
    const run = `(sleep 0.1; cat "${path.replace('a.yaml', 'b.yaml')}") > "${path}" & exec "${process.execPath}" "${PROGRAM}" check /dev/stdin < "${path}"`;
    const { status, stdout } = spawnSync('sh', ['-c', run], { encoding: 'utf8', timeout: 30_000 });
    expect(stdout).toContain('1 case file checked');
    expect(status).toBe(0);
  });
});

describe('folders', () => {
  test('that run in a circle of links are gone through once', async () => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-0001') });
    symlinkSync('.', join(folder, 'again'));
    mkdirSync(join(folder, 'below'));
    symlinkSync('..', join(folder, 'below', 'up'));
    const { out } = await program(['check', folder]);
    expect(out).toContain('1 case file checked');
  });

  test.each(['--policies', '--templates'])('that are none are refused for %s', async (option) => {
    const folder = folderWith({ 'a.yaml': smallCase('EX-0001'), 'facts.yaml/x.yaml': '' });
    for (const wrong of [join(folder, 'a.yaml'), join(folder, 'none'), folder]) {
      expect(await faultOf(['rationale', join(folder, 'a.yaml'), option, wrong])).toBeUndefined();
    }
  });

  test.each(['[z-a].yaml', `${'*a'.repeat(40)}b`, '**/'.repeat(40), '{a,{b', '[!]', '\\'])(
    'the pattern %s has an answer',
    async (pattern) => {
      const folder = folderWith({ [`${'a'.repeat(200)}.yaml`]: smallCase('EX-0001') });
      expect(await faultOf(['check', join(folder, pattern)])).toBeUndefined();
      writeFileSync(join(folder, 'cpplan.config.yaml'), `version: 1\nignore: [${JSON.stringify(pattern)}]\n`);
      expect(await faultOf(['check', folder])).toBeUndefined();
    },
  );
});

test('a note that claims to be from a day that is none has an answer', async () => {
  const stamp = 'Stamp: cpplan-note/1 case=EX-0001 form=file/full as_at=never tool=x facts=0 text=0000000000000000\n';
  const folder = folderWith({ 'a.yaml': smallCase('EX-0001'), 'n.md': stamp });
  expect(await faultOf(['check', folder, '--show', 'note'])).toBeUndefined();
});

const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];

/** Root may open anything: somebody else tries. */
describe.skipIf(!LINUX || !may('setpriv', ...asNobody, 'true'))('somebody without the right', () => {
  const run = (args: readonly string[], cwd: string) =>
    spawnSync('setpriv', [...asNobody, process.execPath, PROGRAM, ...args], { cwd, encoding: 'utf8' });

  function closedFolder(): string {
    const folder = folderWith({
      'a.yaml': smallCase('EX-0001'),
      'closed.yaml': smallCase('EX-0002'),
      'shut/b.yaml': '',
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed.yaml'), 0);
    chmodSync(join(folder, 'shut'), 0);
    return folder;
  }

  test('to read a file or a folder is told so, and the others are checked', () => {
    const { status, stdout, stderr } = run(['check', '.'], closedFolder());
    expect(stderr).toBe('');
    expect(stdout).toMatch(/closed\.yaml.*may not open this file/);
    expect(stdout).toMatch(/shut.*may not open this folder/);
    expect(stdout).toContain('1 case file checked');
    expect(status).toBe(1);
  });

  test('to write in a folder is told so, and the file stays as it was', () => {
    const folder = closedFolder();
    chmodSync(join(folder, 'a.yaml'), 0o644);
    const before = readFileSync(join(folder, 'a.yaml'), 'utf8');
    for (const args of [
      ['decide', 'a.yaml', '--outcome', 'x'],
      ['rationale', 'a.yaml', '-o', 'note.md'],
      ['check', 'a.yaml', '-o', 'json=report.json'],
    ]) {
      const { status, stdout, stderr } = run(args, folder);
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
      expect(stderr).toMatch(/may not open|could not be written|read-only for you/);
      expect([2, 3]).toContain(status);
    }
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(before);
  });
});

/** A disk of 64 KB, in a world of its own. */
describe.skipIf(!LINUX || !may('unshare', '-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'))('a full disk', () => {
  test('leaves reports and case files whole, and says so', () => {
    const script = `mount -t tmpfs -o size=32k tmpfs /mnt && cp "$1" /mnt/a.yaml && cp "$1" /tmp/before.$$ && dd if=/dev/zero of=/mnt/fill bs=4k 2>/dev/null
      cd /mnt; for run in "rationale a.yaml -o note.md" "check a.yaml -o json=r.json" "decide a.yaml --question further_plan --outcome second_plan --by team_manager --date 2026-11-20 --agrees"
      do "$2" "$3" $run; echo "exit $?"; done; cmp a.yaml /tmp/before.$$ && echo whole; rm -f /tmp/before.$$; ls -A`;
    const args = [
      '-rm',
      'sh',
      '-c',
      script,
      'sh',
      'cases/further-plan/second-plan-ready.yaml',
      process.execPath,
      PROGRAM,
    ];
    const { stdout, stderr } = spawnSync(
      'unshare',
      args.map((arg) => (arg.startsWith('cases/') ? `${process.cwd()}/${arg}` : arg)),
      { encoding: 'utf8' },
    );
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).toContain('could not be written (ENOSPC)');
    expect(stdout.match(/exit 3/g)).toHaveLength(3);
    expect(stdout).toContain('whole');
    expect(stdout).not.toMatch(/\.tmp|\.lock|note\.md|r\.json/);
  });
});

test('what a kill leaves beside a case file is cleared away by the next command that writes there', () => {
  const folder = folderWith({
    'a.yaml': readText('cases/further-plan/second-plan-ready.yaml'),
    '.a.yaml.x.tmp': 'half',
  });
  writeFileSync(join(folder, '.a.yaml.lock'), '999999 \n');
  const args = [
    'decide',
    'a.yaml',
    '--question',
    'further_plan',
    '--outcome',
    'second_plan',
    '--by',
    'team_manager',
    '--date',
    '2026-11-20',
    '--agrees',
  ];
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(readdirSync(folder)).toEqual(['a.yaml']);
  rmSync(join(folder, 'a.yaml'));
});
