import { type Command, Option } from 'commander';
import { asAt, force, noteFile, noteFormat, plain, policies, type Register, threads } from './options.ts';

const FORMS = ['text', 'markdown', 'html', 'csv', 'ndjson', 'json'];

/** What every command over a folder of cases takes, after its own options. */
const overCases = (command: Command): Command =>
  command
    .argument('<path...>', 'folders of case files, case files, or patterns in quotes')
    .option('--team <team>', 'only the cases of this team')
    .option('--worker <worker>', 'only the cases of this worker')
    .addOption(force())
    .option('--config <file>', 'use this configuration instead of the nearest one')
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies());

export const overview: Register = (program, io, ends) =>
  void overCases(
    program
      .command('overview')
      .description('a folder of cases: who must do what by when, whom they wait for, and counts of the whole service')
      .addOption(threads())
      .option('--since <date>', 'also what changed after this day: new, decided, ended, newly late')
      .option('--cohort', 'counts of the whole service in place of what is due')
      .option('--share', 'with --cohort: leave out counts of 1 to 5, and what would give them back')
      .addOption(
        new Option(
          '--format <form>',
          'form of the result; ndjson and csv have a row for each case, json is for --cohort',
        ).choices(FORMS),
      )
      .option(
        '-o, --output <file>',
        'write to this file; its ending names the form: .html, .csv, .ndjson, .md, .txt, .docx; with --cohort .html, .csv, .json, .txt',
      ),
  ).action((paths, options) =>
    ends(import('../commands/team/overview.ts').then((m) => m.overview(paths, options, io))),
  );

export const calendar: Register = (program, io, ends) =>
  void overCases(
    program
      .command('calendar')
      .description('the days of a case, a worker or a team, for Outlook and other calendars')
      .option('-o, --output <file>', 'write to this file, ending in .ics, in place of the screen'),
  ).action((paths, options) =>
    ends(import('../commands/team/calendar.ts').then((m) => m.calendar(paths, options, io))),
  );

export const agenda: Register = (program, io, ends) =>
  void overCases(
    program
      .command('agenda')
      .description('what to talk through in supervision: each case of a worker or a team, with room for what is agreed')
      .addOption(noteFormat('text', 'markdown', 'html'))
      .addOption(threads())
      .addOption(noteFile()),
  ).action((paths, options) => ends(import('../commands/team/agenda.ts').then((m) => m.agenda(paths, options, io))));
