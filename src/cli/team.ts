import { Option } from 'commander';
import { asAt, force, plain, policies, type Register } from './options.ts';

const FORMS = ['text', 'html', 'csv', 'ndjson', 'json'];

/** Commands over a folder of cases. */
export const overview: Register = (program, io, ends) =>
  void program
    .command('overview')
    .description('a folder of cases: who must do what by when, whom they wait for, and counts of the whole service')
    .argument('<path...>', 'folders of case files, case files, or patterns in quotes')
    .option('--team <team>', 'only the cases of this team')
    .option('--worker <worker>', 'only the cases of this worker')
    .option('--cohort', 'counts of the whole service in place of what is due')
    .option('--share', 'with --cohort: leave out counts of 1 to 5, and what would give them back')
    .addOption(
      new Option('--format <form>', 'form of the result; ndjson and csv have a row for each case').choices(FORMS),
    )
    .option('-o, --output <file>', 'write to this file; its ending names the form: .html, .csv, .ndjson, .txt, .json')
    .addOption(force())
    .option('--config <file>', 'use this configuration instead of the nearest one')
    .addOption(asAt())
    .addOption(plain())
    .addOption(policies())
    .action((paths, options) =>
      ends(import('../commands/team/overview.ts').then((m) => m.overview(paths, options, io))),
    );
