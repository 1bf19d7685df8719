import { appendFileSync, chmodSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS, type Command, type Desk } from './commands.ts';
import { Ledger } from './ledger.ts';
import { anotherHand, arrange, linkInstead, type Plan, step } from './step.ts';
import { Tally } from './tally.ts';
import { type Call, type Fault, mayTrace } from './tracing.ts';
import { World } from './world.ts';

/** Dice that fall the same way for the same seed. */
interface Dice {
  readonly below: (n: number) => number;
  readonly chance: (odds: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T;
}

const caseText = (number: number): string => `version: 1
case: EX-${number} # of nobody
packs: [repeat-plans]
previous_plans:
  complete: yes
  plans:
    - {authority: Exampleshire, began: 2024-01-10, ended: 2025-01-15, category: NEG}
current_plan: none
dates:
  conference_requested: 2026-11-02
answers: {conference_sought: yes}
`;

const MODE = 0o640;
/** Runs of each command to see its calls: two make a new file, and the others find one there. */
const LOOKS = 5;
/** Steps of work on one case file before the next is begun. */
const A_CASE = 8;
/** Steps of each lane before the disk is filled once. */
const A_ROUND = 40;

/** Commands that write a file that `-o` names. */
const BY_NAME = ['rationale', 'write', 'check'];

/** The day as a whole; gives the exit code. */
export async function day(
  argv: readonly string[],
  base: string,
  isSmall: boolean,
  random: (seed: number) => Dice,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      lanes: { type: 'string', default: '3' },
    },
  });
  const [minutes, seed, lanes] = [Number(values.minutes), Number(values.seed), Number(values.lanes)];
  if (![minutes, seed, lanes].every((number) => number > 0))
    throw new Error('--minutes, --seed and --lanes are numbers above 0');
  const one = new Day(new World(base), random(seed), isSmall);
  await one.prepare();
  await one.pass(Date.now() + minutes * 60_000, lanes);
  console.log(`\nSeed ${seed}, ${minutes} minutes, ${lanes} lanes. ${one.ways()}\n\n${one.tally.tables()}`);
  for (const fault of one.tally.faults) console.log(`FOUND: ${fault}`);
  console.log(`${one.tally.faults.length} faults found.`);
  return one.tally.faults.length > 0 ? 1 : 0;
}

class Day {
  readonly tally = new Tally();
  readonly #isTraced = mayTrace();
  /** The calls of each command that write, by name of command and of call. */
  readonly #calls = new Map<string, { readonly name: string; readonly calls: Call[] }>();
  #number = 1000;
  #turn = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(
    readonly world: World,
    readonly dice: Dice,
    readonly isSmall: boolean,
  ) {}

  ways(): string {
    const kills = this.#isTraced
      ? 'Kills fall into named system calls (strace).'
      : 'There is no strace here: kills fall at random moments.';
    return `${kills} ${this.isSmall ? 'The disk of the folder is filled in a world of its own.' : 'No small disk could be mounted: a full one is told by the system calls only.'}`;
  }

  /** Sees which calls each command makes, whether the case is new or has been worked on. */
  async prepare(): Promise<void> {
    if (!this.#isTraced) return;
    for (const [name, command] of Object.entries(COMMANDS)) {
      const { ledger } = this.#desk();
      const runs: (readonly Call[])[] = [];
      for (let i = 0; i < LOOKS; i++) {
        const desk = this.#deskFor(name, ledger);
        const { calls } = await command.run(desk, { log: this.#log(name), isTraced: true });
        runs.push(calls.filter(({ where }) => where !== 'elsewhere'));
      }
      this.#learn(name, runs);
    }
  }

  /** Calls that are made in several runs can be aimed at; where none of a name is, any of them. */
  #learn(name: string, runs: readonly (readonly Call[])[]): void {
    const all = runs.flat();
    const isSame = (one: Call) => (other: Call) => other.name === one.name && other.nth === one.nth;
    const isSteady = (call: Call): boolean => runs.filter((calls) => calls.some(isSame(call))).length > 1;
    for (const call of all) {
      if (!isSteady(call) && all.some((other) => other.name === call.name && isSteady(other))) continue;
      const key = `${name} ${call.name} ${call.where}`;
      const known = this.#calls.get(key) ?? { name, calls: [] };
      if (!known.calls.some(isSame(call))) known.calls.push(call);
      this.#calls.set(key, known);
    }
  }

  async pass(until: number, lanes: number): Promise<void> {
    while (Date.now() < until) {
      await Promise.all(Array.from({ length: lanes }, (_, lane) => this.#lane(`lane-${lane}`, until)));
      if (this.isSmall) await this.#fullDisk(until);
    }
  }

  async #lane(name: string, until: number): Promise<void> {
    let { ledger } = this.#desk();
    for (let i = 1; i <= A_ROUND && Date.now() < until; i++) {
      if (i % A_CASE === 0) ({ ledger } = this.#desk());
      if (i % A_CASE === 3) await this.#both(ledger, name);
      else await this.#one(ledger, name);
    }
  }

  /** One run of a command that something happens to; each pair of command and call has its turn. */
  async #one(ledger: Ledger, lane: string): Promise<void> {
    const turns = [...this.#calls.values()];
    const turn = turns[this.#turn++ % Math.max(1, turns.length)];
    const name = turn?.name ?? this.dice.pick(Object.keys(COMMANDS));
    const desk = this.#deskFor(name, ledger);
    const plan = turn
      ? this.#planned(desk, name, this.dice.pick(turn.calls))
      : { name, killAfter: this.dice.below(1500) };
    if (plan.at && BY_NAME.includes(name))
      await arrange(desk, COMMANDS[name] as Command, plan.at.call, this.#log(lane));
    if (name === 'accept') await this.#inTurn(() => this.#guarded(desk, plan, lane));
    else await this.#guarded(desk, plan, lane);
  }

  #planned(desk: Desk, name: string, known: Call): Plan {
    // Files are opened to be read before, and threads wake one another, not always as often
    const isWide = ['openat', 'write'].includes(known.name) && this.dice.chance(0.5);
    const call = isWide ? { ...known, nth: Math.max(1, known.nth + this.dice.below(15) - 4) } : known;
    const fault = this.dice.weighted(FAULTS) as Fault;
    const isStop = fault.how === 'signal' && fault.signal === 'SIGSTOP';
    if (!isStop) return { name, at: { call, fault } };
    const target = (COMMANDS[name] as Command).target(desk);
    const other = this.dice.chance(0.3) ? linkInstead(desk, target) : anotherHand(desk, target, this.dice.chance(0.5));
    return { name, at: { call, fault }, other };
  }

  /** Two people record a decision at the same moment: each is refused, or its decision is there. */
  async #both(ledger: Ledger, name: string): Promise<void> {
    const decide = COMMANDS.decide as Command;
    const desks = [this.#desk(ledger), this.#desk(ledger)];
    await Promise.all(desks.map((desk, i) => decide.run(desk, { log: this.#log(`${name}-${i}`), isTraced: false })));
    this.tally.did('two at the same moment', 'decide');
    this.tally.found([...ledger.faults(), ...ledger.leftovers()], 'two decisions at the same moment');
  }

  /** Every command while nothing more can be kept on the disk. */
  async #fullDisk(until: number): Promise<void> {
    for (const name of Object.keys(COMMANDS)) {
      if (Date.now() > until) return;
      const desk = this.#desk();
      const filler = join(this.world.folder, '..', 'filler');
      fill(filler, this.dice.below(3) * 4096);
      await (COMMANDS[name] as Command).run(desk, { log: this.#log('full'), isTraced: false });
      rmSync(filler, { force: true });
      this.tally.did('run on a full disk', name);
      this.tally.found(
        [...desk.ledger.faults(), ...desk.ledger.leftovers(), ...this.world.faults()],
        `${name} on a full disk`,
      );
    }
  }

  /** One after another: the list of accepted findings is the same for all lanes, and the day puts it back. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(act);
    return this.#last;
  }

  async #guarded(desk: Desk, plan: Plan, name: string): Promise<void> {
    try {
      await step(desk, plan, this.tally, this.#log(name), this.#isTraced);
    } catch (error) {
      this.tally.found(
        [`the day itself was stopped: ${error instanceof Error ? error.stack : error}`],
        `${plan.name} ${desk.number}`,
      );
    }
  }

  #log = (name: string): string => join(this.world.logs, name);

  /** The findings of a case are accepted once only. */
  #deskFor = (name: string, ledger: Ledger): Desk => this.#desk(name === 'accept' ? undefined : ledger);

  /** A desk with a number of its own, on a case that is there or on a new one. */
  #desk(ledger?: Ledger): Desk {
    const number = this.#number++;
    if (ledger) return { world: this.world, ledger, number };
    const path = join(this.world.folder, `case-${number}.yaml`);
    writeFileSync(path, caseText(number));
    chmodSync(path, MODE);
    return { world: this.world, ledger: new Ledger(path, MODE), number };
  }
}

const signal = (name: 'SIGKILL' | 'SIGTERM' | 'SIGHUP' | 'SIGSTOP'): Fault => ({ how: 'signal', signal: name });
const error = (name: 'EIO' | 'ENOSPC' | 'EACCES'): Fault => ({ how: 'error', error: name });

/** Most steps are kills. */
const FAULTS: readonly (readonly [Fault, number])[] = [
  [signal('SIGKILL'), 82],
  [signal('SIGSTOP'), 8],
  [signal('SIGTERM'), 2],
  [signal('SIGHUP'), 2],
  [error('EIO'), 2],
  [error('ENOSPC'), 2],
  [error('EACCES'), 2],
];

/** Takes all that is left of a disk but some bytes. */
function fill(path: string, but: number): void {
  const piece = Buffer.alloc(64 * 1024);
  for (const size of [piece.length, 4096]) {
    try {
      for (;;) appendFileSync(path, piece.subarray(0, size));
    } catch {
      // that was the last of it
    }
  }
  truncateSync(path, Math.max(0, statSync(path).size - but));
}
