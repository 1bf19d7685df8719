import type { DayRange } from '../../calendar/dates.ts';
import type { Safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Finding, FindingState } from './assessment.ts';
import type { DueDate } from './due.ts';
import type { Ready } from './ready.ts';

/** What a finding is made of: what is the same in every case, and what one case adds. */
export const findingOf = (own: Ready, state: FindingState, added: Particulars): Finding =>
  new AssessedFinding(own, state, added);

/** What one case adds to a finding. */
interface Particulars {
  readonly last?: DueDate | undefined;
  readonly done?: DayRange | undefined;
  readonly unsure?: Finding['unsure'];
  readonly items?: Finding['items'];
  readonly caveat?: Safe | undefined;
  readonly waitsFor?: Safe | undefined;
  readonly instance?: Finding['instance'];
  readonly variation?: Finding['variation'];
  readonly hanging?: (() => readonly Safe[]) | undefined;
}

/** A finding whose words and open facts are worked out only for who asks: of thousands few are looked at so closely. */
class AssessedFinding implements Finding {
  readonly rule: Safe;
  readonly pack: CompiledPack;
  readonly question: string;
  readonly kind: Finding['kind'];
  readonly state: FindingState;
  readonly clauses: readonly Safe[];
  readonly says: Safe;
  readonly who: readonly Safe[];
  readonly points: Finding['points'];
  readonly strength: Finding['strength'];
  readonly waitsFor: Safe | undefined;
  readonly instance: Finding['instance'];
  readonly variation: Finding['variation'];
  readonly due: DayRange | undefined;
  readonly done: DayRange | undefined;
  readonly unsure: Finding['unsure'];
  readonly items: Finding['items'];
  readonly caveat: Safe | undefined;
  readonly #last: DueDate | undefined;
  readonly #hanging: (() => readonly Safe[]) | undefined;
  #open: readonly Safe[] | undefined;

  constructor({ lasting, pack }: Ready, state: FindingState, own: Particulars = {}) {
    this.rule = lasting.rule;
    this.pack = pack;
    this.question = lasting.question;
    this.kind = lasting.kind;
    this.state = state;
    this.clauses = lasting.clauses;
    this.says = lasting.says;
    this.who = lasting.who;
    this.points = lasting.points;
    this.strength = lasting.strength;
    this.waitsFor = own.waitsFor;
    this.instance = own.instance;
    this.variation = own.variation;
    this.due = own.last?.range;
    this.done = own.done;
    this.unsure = own.unsure;
    this.items = own.items;
    this.caveat = own.caveat;
    this.#last = own.last;
    this.#hanging = own.hanging;
  }

  get counted(): string | undefined {
    return this.#last?.counted();
  }

  get hangsOn(): readonly Safe[] {
    return (this.#open ??= this.#hanging?.() ?? []);
  }
}

/** The finding that something is in a state, of which nothing more is known: the same for every case. */
export const bare = (own: Ready, state: FindingState): Finding => (own.bare[state] ??= new AssessedFinding(own, state));
