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

/** What the worker types at a prompt, and what the file holds once the next prompt stands there. */
interface Move {
  readonly keys: string;
  readonly claim?: Claim;
}

type Answering = (found: RegExpExecArray, words: Words, usesEditor: boolean) => Move;

const first: Answering = () => ({ keys: pick(1) });

const KNOWN: readonly (readonly [head: RegExp, answering: Answering])[] = [
  [/never saved in the case file/g, first],
  [
    /Which category does the present concern/g,
    () => ({
      keys: pick(1),
      claim: { what: 'the category', holds: ({ answers }) => answers?.present_category !== undefined },
    }),
  ],
  [/Point (\d): /g, writes],
  [/Written so far:/g, first],
  [/Which of these does your text cover/g, () => ({ keys: `a${ENTER}` })],
  [/This is very short/g, first],
  [/Who writes the analysis/g, first],
  [/When was it written/g, first],
];

function writes([, point]: RegExpExecArray, { text, token }: Words, usesEditor: boolean): Move {
  return {
    keys: `${usesEditor ? 'editor' : text}${ENTER}.${ENTER}`,
    claim: { what: `the text ${token} of point ${point}`, holds: (_, whole) => whole.includes(token) },
  };
}

const [ASKS, TOOK] = ['? Your answer:', '- Your answer:'];

/** How the prompt that stands there is answered, once the one before was taken; a prompt that is not known is left. */
function answeringOf(shown: string, isFirst: boolean): ((words: Words, usesEditor: boolean) => Move) | undefined {
  const taken = shown.lastIndexOf(TOOK);
  const asked = shown.lastIndexOf(ASKS);
  if (asked <= taken || (taken < 0 && !isFirst)) return undefined;
  const heads = KNOWN.flatMap(([head, answering]) => [...shown.matchAll(head)].map((found) => ({ found, answering })));
  const latest = heads
    .filter(({ found: { index } }) => index > taken && index < asked)
    .reduce<(typeof heads)[number] | undefined>((a, b) => (a && a.found.index > b.found.index ? a : b), undefined);
  if (!latest) return () => ({ keys: CTRL_C });
  return (words, usesEditor) => latest.answering(latest.found, words, usesEditor);
}

const MOST_ANSWERS = 3;

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
  let [isTroubled, isTyped] = [false, false];
  for (let left = MOST_ANSWERS; ; left--) {
    const isFirst = left === MOST_ANSWERS;
    const { shown, exit } = await seat.waits((fresh) => answeringOf(fresh, isFirst) !== undefined);
    if (/Not saved: |was not saved/.test(shown)) isTroubled = true;
    const answering = answeringOf(shown, isFirst);
    const isSaved = /Every answer up to here is saved/.test(shown);
    // what was typed and not taken any more was never promised
    if (isTyped && (!shown.includes(TOOK) || hasWritten?.() === false)) claims.pop();
    if (isSaved || (answering && !isTroubled)) ledger.acknowledge(...claims.splice(0));
    if (exit !== undefined) return exit;
    const { keys, claim } =
      left > 0 && answering ? answering(words, hasWritten !== undefined) : { keys: CTRL_C, claim: undefined };
    if (claim) claims.push(claim);
    isTyped = claim !== undefined;
    seat.types(keys);
  }
}
