import type { DayRange } from '../../calendar/dates.ts';
import { known, names, type Safe } from '../../messages/safe.ts';
import type { CompiledIndicator, CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import type { Finding, FindingState } from './assessment.ts';
import type { DueDate } from './due.ts';

/** What a finding is made of: its words, and what one case adds. */
export const findingOf = (compiled: Compiled, pack: CompiledPack, state: FindingState, own: Particulars): Finding =>
  new AssessedFinding(compiled, pack, state, own);

type Compiled = CompiledRequirement | CompiledIndicator;

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

  constructor(compiled: Compiled, pack: CompiledPack, state: FindingState, own: Particulars = {}) {
    const fixed = fixedOf(compiled);
    this.rule = fixed.rule;
    this.pack = pack;
    this.question = fixed.question;
    this.kind = fixed.kind;
    this.state = state;
    this.clauses = fixed.clauses;
    this.says = fixed.says;
    this.who = fixed.who;
    this.points = fixed.points;
    this.strength = fixed.strength;
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

type Fixed = Pick<Finding, 'rule' | 'question' | 'kind' | 'clauses' | 'says' | 'who' | 'points' | 'strength'>;

const fixed = new WeakMap<Compiled, Fixed>();

/** What a finding has in every case. */
function fixedOf(compiled: Compiled): Fixed {
  let found = fixed.get(compiled);
  if (!found) fixed.set(compiled, (found = readFixed(compiled)));
  return found;
}

function readFixed(compiled: Compiled): Fixed {
  const rule = known(compiled.id);
  if ('indicator' in compiled) {
    const { question, clauses, says, points } = compiled.indicator;
    return { rule, question, kind: 'indicator', clauses: names(clauses), says, who: [], points, strength: 'must' };
  }
  const { question, kind, clauses, says, who, strength = 'must' } = compiled.requirement;
  return { rule, question, kind, clauses: names(clauses), says, who: names([who].flat()), strength };
}

const bareOnes = new WeakMap<Compiled, Map<FindingState, Finding>>();

/** The finding that something is in a state, of which nothing more is known: the same for every case. */
export function bare(compiled: Compiled, pack: CompiledPack, state: FindingState): Finding {
  let byState = bareOnes.get(compiled);
  if (!byState) bareOnes.set(compiled, (byState = new Map()));
  let found = byState.get(state);
  if (!found) byState.set(state, (found = new AssessedFinding(compiled, pack, state)));
  return found;
}
