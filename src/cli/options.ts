import { type Command, Option } from 'commander';
import { LEVELS } from '../assess/case/concern.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../messages/errors.ts';

/** `--format`, with its choices; the first is the usual one. */
export const format = (...choices: string[]): Option =>
  new Option('--format <form>', 'form of the result').choices(choices).default(choices[0]);

/** The form of a note: where it goes to a file, the ending of its name says it. */
export const noteFormat = (...choices: string[]): Option =>
  new Option('--format <form>', `form of the result (default: ${choices[0]}, or by the ending of the file)`).choices(
    choices,
  );

/** `-o` of a note. */
export const noteFile = (): Option =>
  new Option('-o, --output <file>', 'write to this file; its ending names the form: .md, .html, .txt, .docx (Word)');

export const asAt = (): Option =>
  new Option('--as-at <date>', 'the day to look at the case (default: the file, else today)');
export const policies = (): Option =>
  new Option(
    '--policies <folder>',
    'use this folder of policy packs instead of the shipped one; may be given several times',
  ).argParser(collect);
export const templates = (): Option =>
  new Option(
    '--templates <folder>',
    'a folder of your own templates; each replaces the shipped one with the same path',
  );
/** What is happening; it may be given several times. */
export const occasion = (): Option =>
  new Option(
    '--question <id>',
    'ask only about this: what is happening, or a question for decision; may be given several times',
  ).argParser(collect);
export const plain = (): Option => new Option('--plain', 'no colour and no redrawing: for screen readers and pipes');

/** How many threads share the files of a folder. */
export const threads = (): Option =>
  new Option(
    '--threads <number>',
    'how many threads share the files: 1 to 64, or auto (default: auto, which uses several only for very many files)',
  );

export const level = (flag: string, says: string): Option => new Option(`${flag} <level>`, says).choices([...LEVELS]);

/** For `-o`: what is not known is kept unless somebody insists. */
export const force = (): Option => new Option('--force', 'with -o, replace any file except a case file or a pack');

/** Gathers an option that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Adds one command, or a group of them, to the program; its code is loaded only when it runs. */
export type Register = (program: Command, io: Io, ends: (code: Promise<ExitCode>) => Promise<void>) => void;

/** A return that case files are compared with. */
export const against = (): Option =>
  new Option('--against <file>', 'compare with this return; may be given several times').argParser(collect);

/** What is said of returns, by each command that reads them. */
export const dataDate = (): Option =>
  new Option('--data-date <date>', 'the day of the data, for returns that hold none (all but the CIN census)');
export const idMap = (): Option =>
  new Option('--map <file>', 'a CSV table of which id belongs to which case: case,cin,ssda903,annex_a,ssd,api');
export const sameIds = (): Option =>
  new Option('--same-ids', 'you know that an id is the same child in every system, and in the case files');
