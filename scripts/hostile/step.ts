import {
  appendFileSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { COMMANDS, type Command, type Desk, leftBy } from './commands.ts';
import type { Doing, Ran } from './running.ts';
import type { Tally } from './tally.ts';
import { type Call, type Fault, strayIn } from './tracing.ts';

/** Another hand that is at the file while the program stands still, and what has to be so afterwards. */
export interface Other {
  readonly what: string;
  /** Whether it was there: a program can end before it stands still. */
  readonly came: () => boolean;
  readonly meanwhile: () => void;
  readonly faults: () => string[];
}

/** Adds a line in the place of the file, or puts a new file there, as another program does. */
export function anotherHand({ ledger, number }: Desk, target: string, replaces: boolean): Other {
  const words = `# hand ${number}`;
  const isCase = target === ledger.path;
  const what = 'stopped while another hand wrote';
  let came = false;
  const meanwhile = (): void => {
    came = true;
    if (!replaces) {
      appendFileSync(target, `${words}\n`);
      return;
    }
    const aside = join(target, '..', `hand-${number}`);
    writeFileSync(aside, `${textOf(target)}${words}\n`, { mode: ledger.mode });
    renameSync(aside, target);
  };
  const isThere = (): boolean => !came || textOf(target).includes(words);
  if (!isCase) {
    const faults = (): string[] => (isThere() ? [] : [`${target}: the words of another hand are gone`]);
    return { what, came: () => came, meanwhile, faults: () => [...faults(), ...cleared(target)] };
  }
  const claim = {
    what: `the line of another hand, ${words}`,
    holds: (_: unknown, text: string) => text.includes(words),
  };
  return {
    what,
    came: () => came,
    meanwhile: () => {
      meanwhile();
      ledger.acknowledge(claim);
    },
    faults: () => [],
  };
}

/** Puts a link to a file in another folder in the place of the file, and the file back afterwards. */
export function linkInstead({ world, number }: Desk, target: string): Other {
  const outer = world.outer(`${number}-${basename(target)}`, textOf(target) || 'Words outside the folder.\n');
  const aside = join(target, '..', `aside-${number}`);
  let [was, came] = [false, false];
  return {
    what: 'stopped while a link took the place of the file',
    came: () => came,
    meanwhile: () => {
      came = true;
      was = isThere(target);
      if (was) renameSync(target, aside);
      symlinkSync(outer, target);
    },
    faults: () => {
      const isLink = isThere(target) && lstatSync(target).isSymbolicLink();
      if (isLink) unlinkSync(target);
      if (was && isLink) renameSync(aside, target);
      else rmSync(aside, { force: true });
      return [];
    },
  };
}

function cleared(path: string): string[] {
  rmSync(path, { force: true });
  return [];
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Lets a file be there, or not be there, as a call needs it: what is there is replaced, and what is new is linked. */
export async function arrange(desk: Desk, command: Command, { name }: Call, log: string): Promise<void> {
  const target = command.target(desk);
  if (target === desk.ledger.path) return;
  if (name === 'link') rmSync(target, { force: true });
  else if (['rename', 'fchmod'].includes(name) && !isThere(target)) await command.run(desk, { log, isTraced: false });
}

/** What is to be done to one run of a command. */
export interface Plan {
  readonly name: string;
  readonly at?: { readonly call: Call; readonly fault: Fault } | undefined;
  readonly killAfter?: number | undefined;
  readonly other?: Other | undefined;
}

/** Runs a command as planned, looks at everything, lets the next command sweep, and looks again. */
export async function step(desk: Desk, plan: Plan, tally: Tally, log: string, isTraced: boolean): Promise<void> {
  const command = COMMANDS[plan.name] as Command;
  const doing: Doing = { log, isTraced, at: plan.at, killAfter: plan.killAfter, meanwhile: plan.other?.meanwhile };
  const ran = await command.run(desk, doing);
  const what = counted(plan, ran, tally);
  const at = `${plan.name} ${desk.number}, ${what}${plan.at ? ` at ${plan.at.call.name} ${plan.at.call.nth} ${plan.at.call.text}` : ''}`;
  const look = (): string[] => [...desk.ledger.faults(), ...desk.world.faults()];
  const others = plan.other?.faults() ?? command.faults(desk, ran);
  tally.found([...(isEarly(plan, ran) ? [] : others), ...look(), ...strayIn(ran.calls)], at);
  if (ran.exit === 0 && isOnScreen(plan, ran)) tally.found(['the screen did not take it, and the exit code is 0'], at);
  if (leftBy(command, desk).length === 0 && desk.ledger.leftovers().length === 0) return;
  await (COMMANDS.decide as Command).run(desk, { log, isTraced: false });
  const left = [...leftBy(command, desk), ...desk.ledger.leftovers()];
  tally.found([...left.map((name) => `${name}: the next command left it there`), ...look()], `after ${at}`);
}

/**
 * Whether another hand came before the program looked at what stands there: `write --force` may then replace what that
 * hand wrote, as any file that is neither a case nor a pack.
 */
function isEarly({ name, at, other }: Plan, { calls }: Ran): boolean {
  if (name !== 'write' || !at || !other) return false;
  const stopped = calls.findIndex((call) => call.name === at.call.name && call.nth === at.call.nth);
  return !calls.slice(0, stopped < 0 ? 0 : stopped).some(({ where }) => where === 'folder');
}

/** A result that the standard output did not take: the call that failed in this run, whatever it was in another. */
function isOnScreen({ name, at }: Plan, { calls }: Ran): boolean {
  if (at?.fault.how !== 'error' || ['interview', 'editor'].includes(name)) return false;
  const failed = calls.find((call) => call.name === at.call.name && call.nth === at.call.nth);
  return failed?.text.startsWith('write(1<') === true && failed.text.includes('(INJECTED)');
}

/** Writes down what was done; a kill counts where it fell into a call that writes. */
function counted(plan: Plan, { calls, isKilled }: Ran, tally: Tally): string {
  const last = calls.at(-1);
  const isInCall = isKilled && last?.name === plan.at?.call.name && last?.where !== 'elsewhere';
  if (isInCall && last) tally.killed(plan.name, last.name === 'write' ? `write to the ${last.where}` : last.name);
  const what = isKilled ? `killed ${isInCall ? 'in a call that writes' : 'between such calls'}` : doneIn(plan);
  tally.did(what, plan.name);
  return what;
}

function doneIn({ at, killAfter, other }: Plan): string {
  if (killAfter !== undefined) return 'killed at a random moment';
  if (!at) return 'run to its end';
  if (other) return other.came() ? other.what : 'ended before it could be stopped';
  if (at.fault.how === 'error') return `refused with ${at.fault.error}`;
  return at.fault.signal === 'SIGKILL' ? 'ended before it could be killed' : `ended by ${at.fault.signal}`;
}
