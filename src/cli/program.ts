import { Command, CommanderError, Option } from 'commander';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode } from '../messages/errors.ts';
import { BLOCKS } from '../report/note/block-names.ts';
import { FORM_NAMES } from '../report/run/forms.ts';
import { VERSION } from '../version.ts';
import { completion, help, licences, refuseUnknown, schema } from './about.ts';
import {
  against,
  asAt,
  collect,
  dataDate,
  force,
  format,
  idMap,
  level,
  noteFile,
  noteFormat,
  occasion,
  plain,
  policies,
  type Register,
  sameIds,
  templates,
  threads,
} from './options.ts';
import { policy } from './policy.ts';
import { agenda, calendar, overview } from './team.ts';

/** The command line, ready to run. */
export interface Program {
  readonly run: (argv: readonly string[]) => Promise<ExitCode>;
  readonly command: Command;
}

const screen: Register = (program, io, ends) =>
  void program
    .command('screen')
    .description('ask what is missing, then say what the procedure asks next; answers are saved in the case file')
    .argument('<case...>', 'case file; several are the children of one family')
    .option('--no-input', 'ask nothing: assess what the file holds')
    .option('--full', 'everything, in place of the brief')
    .addOption(occasion())
    .option('--answers <file>', 'take the answers from this file, in the form of a case file, and ask nobody')
    .addOption(against())
    .addOption(dataDate())
    .addOption(idMap())
    .addOption(sameIds())
    .addOption(format('text', 'json'))
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action(([path, ...more], options) =>
      ends(
        more.length === 0
          ? import('../commands/screen.ts').then((m) => m.screen(path, options, io))
          : import('../commands/screen-family.ts').then((m) => m.screenFamily([path, ...more], options, io)),
      ),
    );

const newCase: Register = (program, io, ends) =>
  void program
    .command('new')
    .description('a case file from a few questions')
    .argument('<file>', 'the case file to write; with --family, the folder for the files')
    .option('--family', 'one case file for each child of a family')
    .option('--from <case>', 'the file of a brother or sister: family, procedures and dates are taken over')
    .addOption(occasion())
    .addOption(plain())
    .addOption(policies())
    .action((path, options) => ends(import('../commands/new.ts').then((m) => m.newCase(path, options, io))));

const family: Register = (program, io, ends) =>
  void program
    .command('family')
    .description('one page on the children of a family: where each stands, what to do now, and what is not known')
    .argument('<case...>', 'the case files of the children')
    .addOption(noteFile())
    .addOption(force())
    .addOption(noteFormat('text', 'markdown', 'html'))
    .addOption(asAt())
    .addOption(policies())
    .action((paths, options) => ends(import('../commands/family.ts').then((m) => m.family(paths, options, io))));

const worksheet: Register = (program, io, ends) =>
  void program
    .command('worksheet')
    .description('what is still to be asked, as a sheet to print and fill in by hand')
    .argument('<case>', 'case file')
    .addOption(noteFormat('markdown', 'html', 'text'))
    .addOption(noteFile())
    .addOption(force())
    .addOption(asAt())
    .addOption(policies())
    .action((path, options) =>
      ends(import('../commands/note/worksheet.ts').then((m) => m.worksheetFor(path, options, io))),
    );

const rationale: Register = (program, io, ends) =>
  void program
    .command('rationale')
    .description("write the note for the child's file, or a form of it for a conference or the family")
    .argument('<case>', 'case file')
    .addOption(new Option('--for <whom>', 'for whom it is').choices(['file', 'conference', 'family']).default('file'))
    .addOption(
      new Option('--form <form>', 'how much of it: short for the file, full for others, unless you say').choices([
        'short',
        'full',
        'actions',
      ]),
    )
    .option('--to <recipient>', 'with --for family: who gets it, such as parent or child')
    .option('--question <id>', 'on one question for decision alone')
    .addOption(
      new Option('--block <part>', 'one part as plain text, to paste into one box of a case system').choices([
        ...BLOCKS,
      ]),
    )
    .option('--max <letters>', 'with --block: how many letters the box takes')
    .addOption(noteFile())
    .addOption(force())
    .addOption(noteFormat('markdown', 'html', 'text'))
    .option('--template <file>', 'a template of your own (Liquid) in place of the shipped one')
    .addOption(templates())
    .addOption(asAt())
    .addOption(policies())
    .action((path, options) =>
      ends(import('../commands/note/rationale.ts').then((m) => m.rationale(path, options, io))),
    );

const write: Register = (program, io, ends) =>
  void program
    .command('write')
    .description('list the documents that a recommendation asks for, or fill one from the case')
    .argument('<case>', 'case file')
    .argument('[name]', 'name of the document; without it, all are listed')
    .addOption(noteFile())
    .addOption(force())
    .addOption(noteFormat('markdown', 'html', 'text', 'json'))
    .addOption(templates())
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((path, name, options) =>
      ends(import('../commands/note/write.ts').then((m) => m.write(path, name, options, io))),
    );

const decide: Register = (program, io, ends) =>
  void program
    .command('decide')
    .description('record what people decided, apart from what the procedure asks; it asks for what you do not give')
    .argument('<case>', 'case file')
    .option('--question <id>', 'the question for decision')
    .option('--outcome <outcome>', 'what was decided: an outcome of the question, or a sentence')
    .option('--by <role>', 'the role that decided')
    .option('--post <post>', 'their post or initials, never a name')
    .option('--date <date>', 'the day on which it was decided')
    .option('--agrees', 'it agrees with what the procedure asks')
    .option('--departs', 'it departs from what the procedure asks')
    .option('--reason-code <code>', 'the kind of reason for departing')
    .option('--reason <text>', 'the reason for departing, in words; others on this machine can see what is typed here')
    .option('--reason-from <file>', 'a file with the reason, or - for the standard input; nobody else can see it')
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((path, options) => ends(import('../commands/note/decide.ts').then((m) => m.decide(path, options, io))));

const importReturns: Register = (program, io, ends) =>
  void program
    .command('import')
    .description('make and complete case files from returns: CIN census, SSDA903, Annex A, SSD, DfE daily data')
    .argument('<file...>', 'the returns, in any order')
    .requiredOption('--into <folder>', 'the folder of the case files')
    .addOption(dataDate())
    .option('--authority <id>', 'whose procedures new case files go by')
    .addOption(idMap())
    .addOption(sameIds())
    .addOption(
      new Option('--who <children>', 'who gets a new case file: children with a plan or care, nobody, or all')
        .choices(['records', 'known', 'all'])
        .default('records'),
    )
    .option('--dry-run', 'write nothing; show what would be written')
    .option('--report <file>', 'write the report to this file; a table where it ends in .csv')
    .option('--force', 'with --report, replace any file except a case file or a pack')
    .addOption(plain())
    .addOption(policies())
    .action((paths, options) =>
      ends(import('../commands/import/import.ts').then((m) => m.importReturns(paths, options, io))),
    );

const check: Register = (program, io, ends) =>
  void program
    .command('check')
    .description('check case files and folders of them, for CI')
    .argument('[path...]', 'case files, folders holding them, or patterns in quotes')
    .addOption(format(...FORM_NAMES))
    .option('-o, --output <form=file>', 'another report, to a file; may be given several times', collect)
    .addOption(force())
    .addOption(level('--fail-on', 'the least level that makes the exit code 1 (default: error)'))
    .addOption(level('--show', 'the least level that is listed (default: that of --fail-on)'))
    .option('--max <number>', 'pass with up to this number of findings at that level or above')
    .option('--due-within <days>', 'list what falls due within this many days, such as 10d')
    .option('--only <names>', 'only these rules, clauses or kinds', collect)
    .option('--skip <names>', 'all but these rules, clauses or kinds', collect)
    .option('--files-from <list>', 'a file with one path a line; - for the standard input')
    .option('--changed-since <revision>', 'only files that differ from a revision in git')
    .option('--config <file>', 'use this configuration instead of the nearest one')
    .addOption(against())
    .addOption(dataDate())
    .addOption(idMap())
    .addOption(sameIds())
    .addOption(threads())
    .option('--show-values', 'show whole lines with their values, on a terminal only')
    .option('--write-suppressions', 'accept what is found now, for a first adoption')
    .option('--owner <role>', 'who answers for what is accepted')
    .option('--until <date>', 'how long it is accepted (default: three months)')
    .option('--prune', 'take out suppressions that are expired or not needed')
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((paths, options) => ends(import('../commands/check/check.ts').then((m) => m.check(paths, options, io))));

const explain: Register = (program, io, ends) =>
  void program
    .command('explain')
    .description('why, why not, what it rests on, and what would change it')
    .argument('<case>', 'case file')
    .argument('[rule]', 'a rule, a requirement, an outcome or a clause')
    .addOption(format('text', 'json'))
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((path, about, options) =>
      ends(import('../commands/explain.ts').then((m) => m.explain(path, about, options, io))),
    );

const compare: Register = (program, io, ends) =>
  void program
    .command('compare')
    .description('the same facts under each authority, question by question: for a child who moves')
    .argument('<case>', 'case file')
    .option('--authorities <ids>', 'only these, with commas between them (default: all)')
    .option(
      '--texts-of <dates>',
      'instead, the own documents of the case as they read on these days, with commas between them',
    )
    .addOption(format('text', 'json'))
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((path, options) => ends(import('../commands/compare.ts').then((m) => m.compare(path, options, io))));

/** `help` first: what it sets holds for those after it. */
const COMMANDS: readonly Register[] = [
  help,
  screen,
  newCase,
  family,
  worksheet,
  rationale,
  write,
  decide,
  importReturns,
  check,
  overview,
  agenda,
  calendar,
  explain,
  compare,
  schema,
  policy,
  completion,
  licences,
];

/** Registers every command; each loads its code only when it runs. */
export function createProgram(io: Io): Program {
  let exit: ExitCode = EXIT.done;
  const ends = (code: Promise<ExitCode>): Promise<void> => code.then((c) => void (exit = c));
  const command = new Command('cpplan')
    .description(
      'Says what written child protection procedures ask next for a child, why, and what is still unknown.\nIt never decides: people do. Protective action never waits for a form.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride();
  for (const register of COMMANDS) register(command, io, ends);
  return { command, run: (argv) => parse(command, argv, () => exit) };
}

async function parse(command: Command, argv: readonly string[], exit: () => ExitCode): Promise<ExitCode> {
  refuseUnknown(argv, command);
  try {
    await command.parseAsync(argv, { from: 'user' });
    return exit();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.misuse;
  }
}
