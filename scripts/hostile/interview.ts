import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { CTRL_C, ENTER, pick, type Seat, sit } from '../../test/pty/terminal.ts';
import type { Claim, Ledger } from './ledger.ts';
import { before, type Doing, type Ran, watch } from './running.ts';
import { callsIn, isKilledIn } from './tracing.ts';
import type { World } from './world.ts';

/** What a worker writes; the token stands nowhere else. */
export interface Words {
  readonly token: string;
  readonly text: string;
}

/** What the worker types at a prompt, and what the file holds once the screen shows that it was taken. */
interface Move {
  readonly keys: string;
  readonly claim?: Claim;
  readonly took?: RegExp;
}

type Answering = (found: RegExpExecArray, words: Words, usesEditor: boolean) => Move;

const keys =
  (typed: string): Answering =>
  () => ({ keys: typed });

/** Prompts with a menu or a text. */
const ALONE: readonly (readonly [head: RegExp, answering: Answering])[] = [
  [/never saved in the case file/g, keys(pick(1))],
  [/Point (\d): /g, writes],
  [/Written so far:/g, keys(pick(1))],
  [/This is very short/g, keys(pick(1))],
];

/** Questions of a form; one that is not known is left, and what a text covers is ticked. */
const IN_FORM: readonly (readonly [head: RegExp, answering: Answering])[] = [
  [
    /Which category does the present concern/g,
    () => ({
      keys: '1',
      claim: { what: 'the category', holds: ({ answers }) => answers?.present_category !== undefined },
      took: /= neglect/,
    }),
  ],
  [/Who writes the analysis/g, keys('1')],
  [/When was it written/g, keys(`t${ENTER}`)],
  [/Type y: covered/g, keys('y')],
];

function writes([, point]: RegExpExecArray, { text, token }: Words, usesEditor: boolean): Move {
  return {
    keys: usesEditor ? `editor${ENTER}` : `${text}${ENTER}.${ENTER}`,
    claim: { what: `the text ${token} of point ${point}`, holds: (_, whole) => whole.includes(token) },
  };
}

const [ASKS, TOOK] = ['? Your answer:', '- Your answer:'];
const FORM = /Enter (?:leaves it for now|keeps it|goes on)\./g;

type Reply = (words: Words, usesEditor: boolean) => Move;

/**
 * How the prompt that stands there is answered, once the one before was taken; a prompt that is not known is left.
 * @param isFree whether no prompt before has to show that it was taken: at the beginning, and after a form
 */
function answeringOf(shown: string, isFree: boolean): Reply | undefined {
  const taken = shown.lastIndexOf(TOOK);
  const asked = shown.lastIndexOf(ASKS);
  const form = [...shown.matchAll(FORM)].at(-1)?.index ?? -1;
  if (form > Math.max(taken, asked)) return inForm(shown.slice(shown.lastIndexOf('> ', form), form));
  if (asked <= taken || (taken < 0 && form < 0 && !isFree)) return undefined;
  return latestOf(ALONE, shown, Math.max(taken, form), asked) ?? (() => ({ keys: CTRL_C }));
}

/** A line that is half typed is not answered once more. */
const inForm = (active: string): Reply | undefined =>
  / : t /.test(active) ? undefined : (latestOf(IN_FORM, active, -1, active.length) ?? (() => ({ keys: ENTER })));

function latestOf(known: typeof ALONE, shown: string, from: number, to: number): Reply | undefined {
  const heads = known.flatMap(([head, answering]) => [...shown.matchAll(head)].map((found) => ({ found, answering })));
  const latest = heads
    .filter(({ found: { index } }) => index > from && index < to)
    .reduce<(typeof heads)[number] | undefined>((a, b) => (a && a.found.index > b.found.index ? a : b), undefined);
  return latest && ((words, usesEditor) => latest.answering(latest.found, words, usesEditor));
}

const MOST_ANSWERS = 6;

/** Answers some questions at a terminal as a worker would; what the screen acknowledges stands in the ledger then. */
export async function interview(
  world: World,
  ledger: Ledger,
  words: Words,
  doing: Doing,
  usesEditor: boolean,
): Promise<Ran> {
  const paper = `${doing.log}.words`;
  writeFileSync(paper, `${words.text}\n`);
  rmSync(`${paper}.written`, { force: true });
  const seat = sit(['screen', ledger.path, '--as-at', '2026-11-22'], {
    env: { ...world.env, CPPLAN_WORDS: paper, ...(usesEditor ? { VISUAL: world.editor } : {}) },
    cwd: world.folder,
    through: before(doing),
    patience: 60_000,
  });
  const stop = watch(seat.pid, doing);
  const hasWritten = (): boolean => existsSync(`${paper}.written`);
  const exit = await answered(seat, ledger, words, usesEditor ? hasWritten : undefined);
  stop();
  if (hasWritten()) ledger.wrote(words.token);
  return {
    exit,
    out: seat.screen(),
    err: '',
    calls: callsIn(doing.log, world.folder),
    isKilled: isKilledIn(doing.log),
  };
}

/** @param hasWritten whether the editor has, where one is used: it may never have been started */
async function answered(
  seat: Seat,
  ledger: Ledger,
  words: Words,
  hasWritten: (() => boolean) | undefined,
): Promise<number> {
  const claims: Claim[] = [];
  let isTroubled = false;
  let took: RegExp | undefined;
  let isFree = true;
  for (let left = MOST_ANSWERS; ; left--) {
    const { shown, exit } = await seat.waits((fresh) => answeringOf(fresh, isFree) !== undefined);
    if (/Not saved: |was not saved/.test(shown)) isTroubled = true;
    const answering = answeringOf(shown, isFree);
    isFree = shown.search(FORM) >= 0 && shown.lastIndexOf(ASKS) < shown.search(FORM);
    const isSaved = /Every answer up to here is saved/.test(shown);
    // what was typed and not taken any more was never promised
    if (took && (!took.test(shown) || hasWritten?.() === false)) claims.pop();
    if (isSaved || (answering && !isTroubled)) ledger.acknowledge(...claims.splice(0));
    if (exit !== undefined) return exit;
    const leave: Move = { keys: CTRL_C };
    const move = left > 0 && answering ? answering(words, hasWritten !== undefined) : leave;
    if (move.claim) claims.push(move.claim);
    took = move.claim && (move.took ?? /- Your answer:/);
    seat.types(move.keys);
  }
}
