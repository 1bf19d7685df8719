import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseOpener, type CaseWorld } from '../../../src/cases/case-opener.ts';
import { settingsOf } from '../../../src/check/settings.ts';
import { type CheckedPart, type CheckSetup, PartChecker } from '../../../src/commands/check/check-part.ts';
import { packageFiles } from '../../../src/files/policies/shipped-files.ts';
import { main } from '../../../src/main.ts';
import { UserError } from '../../../src/messages/errors.ts';
import { FORM_NAMES } from '../../../src/report/run/forms.ts';
import type { Source } from '../../../src/yaml/read.ts';
import { lastingFolder } from '../../support/folder.ts';
import { type Given, inWorld } from '../../support/program/io.ts';
import { threadsHere } from '../../support/program/threads.ts';

const CONFIG = 'version: 1\n';
const NOTE = 'notes on EX\n';

const generator = 'scripts/generate-cases.mjs';
const { caseText } = await import(resolve(generator));

/** The text of a generated case with another reference, and something below. */
const under = (n: number, reference: string, more = ''): string =>
  `${caseText(n, 1, n === 0).replace(/^case: .*/m, `case: ${reference}`)}${more}`;

/** Case files of every kind, in folders of their own; many references stand in several, near and far. */
function mixed(): Record<string, string> {
  const files: Record<string, string> = {
    'cpplan.config.yaml': `${CONFIG}due_within: 400\n`,
    'a/readme.md': NOTE,
    'a/other.yaml': 'title: not a case\n',
    'b/broken.yaml': 'case: [\n',
    'b/empty.yaml': '',
    'b/twice.yaml': 'version: 1\ncase: EX-1\ncase: EX-2\n',
    'd/cpplan.config.yaml': `${CONFIG}packs: [repeat-plans]\n`,
    'd/own.yaml': 'version: 1\ncase: EX-D1\nprevious_plans: {complete: yes, plans: []}\n',
    'f/list.yaml': '- 1\n- 2\n',
    'cpplan.suppressions.yaml': `version: 1\nsuppressions:\n${SUPPRESSIONS.join('')}`,
  };
  for (let n = 0; n < 36; n++) {
    const folder = 'abcf'[n % 4];
    const reference = n % 9 === 0 ? 'EX-SAME' : n % 7 === 3 ? `EX-${n - 3}` : `EX-${n}`;
    const accepts = ['under_a_year', 'no_such_rule', 'length_of_last_plan'][n % 5];
    const inline = accepts ? `# cpplan accepts ${accepts} until 2027-01-31 (team_manager): asked\n` : '';
    files[`${folder}/${String(n).padStart(3, '0')}.yaml`] = under(n, reference, inline);
  }
  files['f/wrong-comment.yaml'] = under(50, 'EX-50', '# cpplan accepts nothing that can be read\n');
  return files;
}

const SUPPRESSIONS = [
  ['length_of_last_plan', 'EX-1', '2027-01-01'],
  ['length_of_last_plan', 'EX-SAME', '2027-01-01'],
  ['under_a_year', 'EX-2', '2026-01-01'],
  ['undr_a_year', 'EX-4', '2027-01-01'],
  ['plan_count', 'EX-5', '2027-01-01'],
].map(
  ([rule, id, day]) =>
    `  - {rule: ${rule}, case: ${id}, owner: team_manager, expires: ${day}, reason: being looked at}\n`,
);

let folder = '';
beforeAll(async () => {
  folder = lastingFolder(mixed());
  const noted = await inWorld((io) =>
    main(['rationale', join(folder, 'a/000.yaml'), '-o', join(folder, 'a/note.md')], io),
  );
  expect(noted.exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A check by some threads, with what it writes to files. */
async function checked(threads: number, args: readonly string[], own = folder): Promise<Given & { files: string[] }> {
  const out = lastingFolder({});
  try {
    const here = threadsHere();
    const words = ['check', own, '--threads', `${threads}`, ...args.map((word) => word.replace('OUT', out))];
    const given = await inWorld((io) => main(words, io), '2026-11-22', { threads: here });
    expect(here.started()).toBe(threads - 1);
    const files = readdirSync(out).map((name) => `${name}: ${readFileSync(join(out, name), 'utf8')}`);
    return { ...given, err: given.err.replaceAll(out, ''), files };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function expectSame(args: readonly string[], own = folder): Promise<Given> {
  const one = await checked(1, args, own);
  for (const threads of [2, 3, 8]) expect(await checked(threads, args, own), `${threads} threads`).toEqual(one);
  return one;
}

describe('a check by several threads gives, byte for byte, what one thread gives', () => {
  test.each(FORM_NAMES)('as %s', async (form) => {
    const { out } = await expectSame(['--format', form, '--show', 'note', '--fail-on', 'outstanding']);
    expect(out).not.toBe('');
  });

  test('in words, with a summary that rests on every part', async () => {
    const { out, exit } = await expectSame(['--due-within', '400d', '--max', '30', '--show', 'note']);
    expect(exit).toBe(0);
    const words = ['has the same reference', 'there is no such rule', 'not needed any more'];
    for (const said of [...words, 'Needs somebody today', 'note_']) expect(out).toContain(said);
  });

  test.each([
    ['several reports at once', ['-o', 'sarif=OUT/a.sarif', '-o', 'junit=OUT/b.xml', '-o', 'json=OUT/c.json']],
    ['only some rules', ['--only', 'RP-2.1', '--show', 'note']],
    ['without some rules', ['--skip', 'same_reference', '--show', 'note']],
    ['another day', ['--as-at', '2026-12-24', '--show', 'overdue']],
    ['packs of their own', ['--policies', 'test/policy/packs']],
  ])('with %s', async (_, args) => {
    await expectSame(args);
  });
});

test('procedures at fault stop the same cases, and are told once', async () => {
  const policies = readdirSync('policies').filter((name) => name.endsWith('.yaml'));
  const text = (name: string) => readFileSync(join('policies', name), 'utf8');
  const own = lastingFolder({
    ...Object.fromEntries(policies.map((name) => [`p/${name}`, text(name)])),
    'p/legal-planning.yaml': text('legal-planning.yaml').replace(/^roles:/m, 'rolesx:'),
    ...Object.fromEntries([1, 2, 3, 4, 6, 7].map((n) => [`cases/${n}.yaml`, under(n, `EX-${n}`)])),
  });
  try {
    const args = ['--policies', join(own, 'p'), '--show', 'note'];
    const one = await checked(1, args, join(own, 'cases'));
    expect(one).toMatchObject({ exit: 2, err: expect.stringMatching(/^\S*legal-planning\.yaml:\d+:\d+: [^\n]*\n$/) });
    expect(await checked(2, args, join(own, 'cases'))).toEqual(one);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

test('what is accepted first is the same, and so is what is taken out', async () => {
  const tidied = async (threads: number, args: readonly string[]): Promise<string> => {
    const own = lastingFolder(mixed());
    try {
      const { out, err } = await checked(threads, args, own);
      const list = readFileSync(join(own, 'cpplan.suppressions.yaml'), 'utf8');
      return `${out}${err}${list}`.replaceAll(own, '').replaceAll(basename(own), '');
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  };
  for (const args of [['--write-suppressions', '--owner', 'team_manager', '--fail-on', 'outstanding'], ['--prune']]) {
    const one = await tidied(1, args);
    expect(one).not.toContain('0 findings accepted');
    expect(await tidied(3, args)).toBe(one);
  }
});

describe('where cpplan itself fails at a file', () => {
  /** Opens cases, but for one. */
  class Failing extends CaseOpener {
    constructor(
      readonly name: string,
      readonly error: Error,
      world: CaseWorld,
    ) {
      super({}, world);
    }

    override async file(path: string, source: Source) {
      if (path.endsWith(this.name)) throw this.error;
      return super.file(path, source);
    }
  }

  const setup: CheckSetup = {
    ...{ options: {}, settings: settingsOf({}, undefined), root: '/', suppressions: [], day: '2026-11-22' },
    ...{ show: 'error', lines: 'none', isAdopting: false },
  };
  const names = ['001', '005', '009'];
  const failing = (name: string, error: Error, failed: readonly number[] = []): Promise<CheckedPart> => {
    const files = names.map((one) => join(folder, `b/${one}.yaml`));
    const world = { today: () => '2026-11-22', shipped: packageFiles('.') };
    const found = { files, named: new Set<string>(), closed: new Map(), configured: [], others: 0 };
    return new PartChecker(setup, world, new Failing(name, error, world)).check(found, { failed });
  };
  const rules = ({ looked }: CheckedPart): string[][] =>
    looked.map(({ file }) => file.items.map(({ rule }) => rule).filter((rule) => rule === 'cpplan_failed'));

  test('the file is named, the trace is kept, and the others are checked', async () => {
    const part = await failing('005.yaml', new TypeError('not foreseen'));
    expect(rules(part)).toEqual([[], ['cpplan_failed'], []]);
    expect(part.traces).toEqual([expect.stringMatching(/fault of cpplan.*\nTypeError: not foreseen\n {4}at /)]);
    expect(part.counted).toMatchObject({ unread: 1 });
    expect(part.failure).toBeUndefined();
  });

  test('a file at which a thread has failed is named without being looked at', async () => {
    const part = await failing('005.yaml', new TypeError('not foreseen'), [1]);
    expect([rules(part), part.traces]).toEqual([[[], ['cpplan_failed'], []], []]);
  });

  test('what is meant for the user ends the run there, after the files before it', async () => {
    const part = await failing('005.yaml', new UserError('Not like this.', 2, 'Not like this: x.'));
    expect(part.looked).toHaveLength(1);
    expect(part.failure).toEqual({ message: 'Not like this.', exit: 2, inFull: 'Not like this: x.' });
  });
});

test.each(['0', '65', '-1', '1.5', 'x', '', ' 2'])('`--threads %s` is refused with a sentence', async (word) => {
  const { exit, out, err } = await inWorld((io) => main(['check', folder, `--threads=${word}`], io));
  expect({ exit, out, err }).toEqual({
    ...{ exit: 2, out: '' },
    err: `--threads ${word}: write a whole number from 1 to 64, or auto.\n`,
  });
});

test('the help says the most threads that can be asked for', async () => {
  const { err } = await inWorld((io) => main(['check', folder, '--threads', '65'], io));
  const [, most] = /from 1 to (\d+), or auto/.exec(err) ?? [];
  for (const command of ['check', 'overview', 'agenda'])
    expect((await inWorld((io) => main(['help', command], io))).out).toContain(`files: 1 to ${most}, or auto`);
});
