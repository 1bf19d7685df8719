import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { ExitCode } from '../messages/errors.ts';
import { asAt, force, format, plain, policies, type Register, templates } from './options.ts';

type Add = (group: Command, io: Io, ends: (code: Promise<ExitCode>) => Promise<void>) => void;

const CASES = ['--cases <path...>', 'case files, or folders of them (default: cases)'] as const;

const list: Add = (group, io, ends) =>
  void group
    .command('list')
    .description('the packs, with their sources')
    .addOption(format('text', 'json'))
    .addOption(plain())
    .addOption(policies())
    .action((options) => ends(import('../commands/policy/policy.ts').then((m) => m.policyList(options, io))));

const show: Add = (group, io, ends) =>
  void group
    .command('show')
    .description('one pack in words')
    .argument('<pack>', 'name of the pack')
    .option('--clauses', 'only its clauses, and what became of each')
    .addOption(format('text', 'json'))
    .option('--as-at <date>', 'the text in force on this day (default: the last text)')
    .addOption(plain())
    .addOption(policies())
    .action((name, options) =>
      ends(import('../commands/policy/policy.ts').then((m) => m.policyShow(name, options, io))),
    );

const verify: Add = (group, io, ends) =>
  void group
    .command('verify')
    .description('try every case that can occur, and show gaps, conflicts and dead rules, each with a case')
    .argument('[pack...]', 'names of packs (default: all)')
    .option('--write-cases <folder>', 'write the cases that show the findings to this folder')
    .addOption(templates())
    .addOption(format('text', 'json'))
    .addOption(plain())
    .addOption(policies())
    .action((names, options) =>
      ends(import('../commands/policy/policy-verify.ts').then((m) => m.policyVerify(names, options, io))),
    );

const test: Add = (group, io, ends) =>
  void group
    .command('test')
    .description('compare each worked case with what it expects, and say what no case shows')
    .argument('[pack...]', 'names of packs (default: all)')
    .option(...CASES)
    .option('--filter <text>', 'only cases whose reference, path or description has this text')
    .option('--min <percent>', 'the least coverage that passes')
    .addOption(format('text', 'json', 'junit'))
    .addOption(plain())
    .addOption(policies())
    .action((names, options) =>
      ends(import('../commands/policy/policy-test.ts').then((m) => m.policyTest(names, options, io))),
    );

const mutate: Add = (group, io, ends) =>
  void group
    .command('mutate')
    .description(
      'make every small mistake that an author could make, and say which of them no worked case would notice',
    )
    .argument('[pack...]', 'names of packs (default: all)')
    .option(...CASES)
    .option('--min <percent>', 'the least score that passes (default: 100)')
    .option('--write-cases <folder>', 'write a case for every mistake that no case notices to this folder')
    .addOption(format('text', 'json'))
    .addOption(plain())
    .addOption(policies())
    .action((names, options) =>
      ends(import('../commands/policy/policy-mutate.ts').then((m) => m.policyMutate(names, options, io))),
    );

const diff: Add = (group, io, ends) =>
  void group
    .command('diff')
    .description('what changes in meaning from one pack, or folder of packs, to another')
    .argument('<old>', 'pack file or folder; with @ and a date behind it, the text in force on that day')
    .argument('<new>', 'the same')
    .option('--cases <path...>', 'case files, or folders of them: show which get a different result')
    .addOption(format('text', 'json'))
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((old, now, options) =>
      ends(import('../commands/policy/policy-diff.ts').then((m) => m.policyDiff(old, now, options, io))),
    );

const watch: Add = (group, io, ends) =>
  void group
    .command('watch')
    .description('on each save of a folder of packs: verify, test, and what changed in meaning since the start')
    .argument('<folder>', 'folder of policy packs')
    .option(...CASES)
    .addOption(plain())
    .action((path, options) =>
      ends(import('../commands/policy/policy-watch.ts').then((m) => m.policyWatch(path, options, io))),
    );

const proof: Add = (group, io, ends) =>
  void group
    .command('proof')
    .description('a page to read and sign: the document beside what was made of it, with a drawing of each question')
    .argument('<pack>', 'name of the pack')
    .option('-o, --output <file>', 'write the page to this file instead of the screen')
    .addOption(force())
    .option(
      '--document <file...>',
      "the document's own text, Markdown or plain (default: `document.md` beside the pack)",
    )
    .option(...CASES)
    .option('--no-slips', 'do not try what the worked cases would notice, which takes most of the time')
    .addOption(policies())
    .action((name, options) =>
      ends(import('../commands/policy/policy-proof.ts').then((m) => m.policyProof(name, options, io))),
    );

const schema: Add = (group, io, ends) =>
  void group
    .command('schema')
    .description('print a JSON Schema of a pack that lists the ids of a folder, for an editor')
    .argument('[folder]', 'folder of packs (default: that of --policies, else the shipped one)')
    .addOption(policies())
    .action((folder, options) =>
      ends(import('../commands/schema.ts').then((m) => m.policySchema(folder, options, io))),
    );

const create: Add = (group, io, ends) =>
  void group
    .command('new')
    .description('write a starter pack with comments, for a pack of your own')
    .argument('<id>', 'id of the pack, such as my-authority-panel')
    .addOption(policies())
    .action((id, options) =>
      ends(import('../commands/policy/policy-new.ts').then((m) => m.policyNew(id, options, io))),
    );

/** `cpplan policy …`. */
export const policy: Register = (program, io, ends) => {
  const group = program
    .command('policy')
    .helpCommand(false)
    .description('the policy packs: list, read, check and compare them');
  for (const add of [list, show, verify, test, mutate, diff, watch, proof, create, schema]) add(group, io, ends);
};
