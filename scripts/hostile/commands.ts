import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from '../../src/case/file/read-case.ts';
import { shortDigest } from '../../src/files/digest.ts';
import { readStamp } from '../../src/report/note/stamp.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { interview } from './interview.ts';
import { type Claim, type Ledger, leftFor } from './ledger.ts';
import { type Doing, type Ran, run } from './running.ts';
import type { World } from './world.ts';

/** A person at work on one case: what they write carries a number that nobody else uses. */
export interface Desk {
  readonly world: World;
  readonly ledger: Ledger;
  readonly number: number;
}

/** One kind of work, and what has to be so afterwards however it ended. */
export interface Command {
  readonly run: (desk: Desk, doing: Doing) => Promise<Ran>;
  /** The file that is written, besides the lock and the half-written ones. */
  readonly target: (desk: Desk) => string;
  /** What is wrong with the file that it writes, other than a case file. */
  readonly faults: (desk: Desk, ran: Ran) => string[];
}

const DAY = ['--as-at', '2026-11-22'];
const onCase = ({ ledger }: Desk): string => ledger.path;
const none = (): string[] => [];

const wordsOf = ({ number }: Desk) => {
  const token = `zqword${number}x`;
  return { token, text: `${token}: the school saw him come in tired and hungry on twelve days of this term.` };
};

async function decide(desk: Desk, doing: Doing): Promise<Ran> {
  const post = `TM ${desk.number}`;
  const said = ['--question', 'further_plan', '--outcome', 'second_plan', '--by', 'team_manager', '--post', post];
  const ran = await run(
    desk.world,
    ['decide', desk.ledger.path, ...DAY, ...said, '--date', '2026-11-20', '--agrees'],
    doing,
  );
  const claim: Claim = {
    what: `the decision of ${post}`,
    holds: ({ decisions = [] }) => decisions.some((decision) => decision.post === post),
  };
  if (ran.exit === 0 || ran.out.includes('Recorded in')) desk.ledger.acknowledge(claim);
  return ran;
}

/** A file beside the case file: of two notes that take turns, one is new and one is there already. */
const beside =
  (ending: string) =>
  (desk: Desk): string =>
    desk.ledger.path.replace(/\.yaml$/, `-${desk.number % 2}.${ending}`);

const [noteOf, letterOf, reportOf] = [beside('note.md'), beside('letter.txt'), beside('report.json')];

/** A file is whole, or it is not there; where the program said that it is written, it is there. */
function whole(path: string, { exit, err }: Ran, isWhole: (text: string) => boolean): string[] {
  const text = textAt(path);
  const isPromised = exit === 0 || err.includes('Written: ');
  if (text === undefined) return isPromised ? [`${path}: it was said to be written, and is not there`] : [];
  return isWhole(text) ? [] : [`${path}: a part of it stands there`];
}

const textAt = (path: string): string | undefined =>
  existsSync(path) && lstatSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;

const isNote = (text: string): boolean => readStamp(text, shortDigest)?.isAsMade === true;

function isReport(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).files);
  } catch {
    return false;
  }
}

const isLetter = (text: string): boolean => text.startsWith("Service Manager's record") && /Date:\s+\.+\n$/.test(text);

const begun = (desk: Desk): string => join(desk.world.folder, `begun-${desk.number}.yaml`);
const accepted = ({ world }: Desk): string => join(world.folder, 'cpplan.suppressions.yaml');

function faultsOfAccepted(desk: Desk, { out, err }: Ran): string[] {
  const text = textAt(accepted(desk));
  const says = /findings accepted until/.test(out + err);
  if (text === undefined) return says ? ['accepted findings are said to be written, and are not there'] : [];
  const { diagnostics } = readYaml(text);
  const isThere = !says || text.includes(`case: "${readCase(readFileSync(desk.ledger.path, 'utf8')).file?.case}"`);
  return [
    ...(diagnostics.length > 0 ? ['the accepted findings cannot be read'] : []),
    ...(isThere ? [] : ['accepted findings were acknowledged, and are not there']),
  ];
}

/** Every kind of work of the day. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  interview: {
    run: (desk, doing) => interview(desk.world, desk.ledger, wordsOf(desk), doing, false),
    target: onCase,
    faults: none,
  },
  editor: {
    run: (desk, doing) => interview(desk.world, desk.ledger, wordsOf(desk), doing, true),
    target: onCase,
    faults: none,
  },
  decide: { run: decide, target: onCase, faults: none },
  rationale: {
    run: (desk, doing) => run(desk.world, ['rationale', desk.ledger.path, ...DAY, '-o', noteOf(desk)], doing),
    target: noteOf,
    faults: (desk, ran) => whole(noteOf(desk), ran, isNote),
  },
  write: {
    run: (desk, doing) =>
      run(
        desk.world,
        [
          'write',
          desk.ledger.path,
          'service-manager-rationale',
          ...DAY,
          '--format',
          'text',
          '--force',
          '-o',
          letterOf(desk),
        ],
        doing,
      ),
    target: letterOf,
    faults: (desk, ran) => whole(letterOf(desk), ran, isLetter),
  },
  check: {
    run: (desk, doing) => run(desk.world, ['check', desk.ledger.path, ...DAY, '-o', `json=${reportOf(desk)}`], doing),
    target: reportOf,
    faults: (desk, ran) => whole(reportOf(desk), ran, isReport),
  },
  accept: {
    run: (desk, doing) =>
      run(
        desk.world,
        [
          'check',
          desk.ledger.path,
          ...DAY,
          '--fail-on',
          'outstanding',
          '--write-suppressions',
          '--owner',
          'team_manager',
        ],
        doing,
      ),
    target: accepted,
    faults: faultsOfAccepted,
  },
  new: {
    run: (desk, doing) =>
      run(desk.world, ['new', begun(desk), '--plain'], doing, `EX-${desk.number}\nFAM-3\ny\n3/2/19\n3\n0\n0\n`),
    target: begun,
    faults: (desk, ran) => whole(begun(desk), ran, (text) => readCase(text).file !== undefined),
  },
};

/** What a command has left behind of its own once the next one has run. */
export const leftBy = (command: Command, desk: Desk): string[] =>
  command.target(desk) === accepted(desk) ? [] : leftFor(command.target(desk));
