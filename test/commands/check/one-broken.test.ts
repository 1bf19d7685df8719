import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, smallCase } from '../../support/folder.ts';
import { program } from '../../support/program/in-process.ts';

const OTHER = 'version: 1\ncase: EX-0003\npacks: [legal-planning]\n';

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly items: readonly { readonly rule: string; readonly says: string }[];
  }[];
  readonly summary: { readonly checked: number };
}

async function checked(folder: string, ...more: string[]): Promise<{ exit: number; err: string; report: Report }> {
  const { exit, out, err } = await program(['check', folder, '--format', 'json', ...more]);
  return { exit, err, report: JSON.parse(out) as Report };
}

describe('a case that names what is not there', () => {
  test.each([
    ['an authority, beside packs that are there', 'authority: nowhere\n', 'packs: [repeat-plans]\n'],
    ['an authority alone', 'authority: nowhere\n', ''],
    ['a pack beside one that is there', 'packs: [repeat-plans, none-such]\n', ''],
  ])('stops no other: %s', async (_, more, packs) => {
    const wrong = smallCase('EX-0002').replace('packs: [repeat-plans]\n', packs) + more;
    const folder = folderWith({ 'a.yaml': smallCase('EX-0001'), 'b.yaml': wrong, 'c.yaml': OTHER });
    const { exit, report, err } = await checked(folder);
    expect({ exit, err, checked: report.summary.checked }).toEqual({ exit: 1, err: '', checked: 2 });
    expect(
      report.files.filter(({ items }) => items.some(({ rule }) => rule === 'unreadable' || rule === 'packs')),
    ).toHaveLength(1);
  });
});

describe('a file of procedures with a fault', () => {
  function withPolicies(change: (folder: string) => void): string {
    const folder = folderWith({
      'cases/a.yaml': smallCase('EX-0001'),
      'cases/c.yaml': OTHER,
      'cases/d/e.yaml': smallCase('EX-0004'),
    });
    cpSync('policies', join(folder, 'p'), { recursive: true });
    change(join(folder, 'p'));
    return folder;
  }

  const spoil = (name: string) => (folder: string) => {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^(questions|roles|documents):/m, '$1x:'));
  };

  test('stops only the cases that use it, and is named once with file and line', async () => {
    const folder = withPolicies(spoil('legal-planning.yaml'));
    const { exit, err, report } = await checked(join(folder, 'cases'), '--policies', join(folder, 'p'));
    expect({ exit, checked: report.summary.checked }).toEqual({ exit: 2, checked: 2 });
    const places = err.match(
      /legal-planning\.yaml:\d+:\d+: `roles` is not known|This key is not known here\. Did you mean `roles`/g,
    );
    expect(places).toHaveLength(1);
    const [item] = report.files.find(({ file }) => file.endsWith('c.yaml'))?.items ?? [];
    expect(item?.says).toMatch(/^The procedures of this case cannot be used\. .*legal-planning\.yaml:\d+:\d+: /);
  });

  test.each([['--write-suppressions', '--owner', 'team_manager', '--fail-on', 'note'], ['--prune']])(
    'gives the exit code 2 beside %s, too',
    async (...more) => {
      const folder = withPolicies(spoil('legal-planning.yaml'));
      writeFileSync(join(folder, 'cases', 'cpplan.config.yaml'), 'version: 1\npolicies: ../p\n');
      const { exit, err, report } = await checked(join(folder, 'cases'), ...more);
      expect({ exit, checked: report.summary.checked }).toEqual({ exit: 2, checked: 2 });
      expect(err).toMatch(/\d+ (of \d+ suppressions|findings)/);
      expect(err).toContain('legal-planning.yaml:');
    },
  );

  test('does so where only some rules are asked for, too', async () => {
    const folder = withPolicies(spoil('legal-planning.yaml'));
    const { exit, report } = await checked(join(folder, 'cases'), '--policies', join(folder, 'p'), '--only', 'RP-5.1');
    expect({ exit, checked: report.summary.checked }).toEqual({ exit: 2, checked: 2 });
  });

  test('stops no case of another folder with procedures of its own', async () => {
    const folder = withPolicies(spoil('facts.yaml'));
    writeFileSync(join(folder, 'cases', 'd', 'cpplan.config.yaml'), 'version: 1\npolicies: ../../p\n');
    const { exit, report } = await checked(join(folder, 'cases'));
    expect({ exit, checked: report.summary.checked }).toEqual({ exit: 2, checked: 2 });
    expect(report.files.find(({ file }) => file.endsWith('e.yaml'))?.items[0]?.says).toContain('facts.yaml:');
  });

  test('stops no case where only the notes need it', async () => {
    const folder = withPolicies(spoil('documents.yaml'));
    const note = await program(['rationale', join(folder, 'cases', 'a.yaml'), '-o', join(folder, 'cases', 'a.md')]);
    expect(note.exit, note.err).toBe(0);
    const { exit, err, report } = await checked(join(folder, 'cases'), '--policies', join(folder, 'p'));
    expect({ exit, checked: report.summary.checked }).toEqual({ exit: 2, checked: 3 });
    expect(err).toContain('documents.yaml:');
  });
});
