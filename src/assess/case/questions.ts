import { outcomes, straight } from '../../logic/walks.ts';
import type { Safe } from '../../messages/safe.ts';
import { CONFLICT, type CompiledPack, type CompiledQuestion, GAP, NOT_IN_PLAY } from '../../policy/compile/compiled.ts';
import type { QuestionResult, QuestionState } from './assessment.ts';
import { hangOn, hangsOn, IMPOSSIBLE, type Masks, possibleEnds, truthOf } from './project.ts';
import { type ReadyQuestion, type ReadyRule, ready } from './ready.ts';

/** What a pack says on each of its questions, for what is known. */
export const assessQuestions = (pack: CompiledPack, masks: Masks): QuestionResult[] =>
  ready(pack).questions.map((own) => assessQuestion(own, masks));

function assessQuestion(own: ReadyQuestion, masks: Masks): QuestionResult {
  const possible = possibleOf(own, masks);
  const state = stateOf(possible, own.compiled);
  const outcome = possible.length === 1 ? possible[0] : undefined;
  const rules =
    outcome === undefined || state === 'not_in_play'
      ? []
      : own.rules.filter((rule) => rule.outcome === outcome && truthOf(rule.holds, masks));
  return new AssessedQuestion(own, masks, state, outcome, possible, rules);
}

/** What is said on a question; what it hangs on is worked out only for who asks. */
class AssessedQuestion implements QuestionResult {
  readonly id: Safe;
  readonly pack: CompiledPack;
  readonly compiled: CompiledQuestion;
  readonly rules: readonly string[];
  readonly clauses: readonly Safe[];
  readonly deciding: readonly (boolean | undefined)[];
  readonly #masks: Masks;
  #open: readonly Safe[] | undefined;
  #who: readonly Safe[] | undefined;

  constructor(
    own: ReadyQuestion,
    masks: Masks,
    readonly state: QuestionState,
    readonly outcome: string | undefined,
    readonly possible: readonly string[],
    rules: readonly ReadyRule[],
  ) {
    this.id = own.id;
    this.pack = own.pack;
    this.compiled = own.compiled;
    this.rules = rules.map((rule) => rule.id);
    this.clauses = clausesOf(rules.length > 0 ? rules : own.rules, possible);
    this.deciding = own.deciders.map((d) => truthOf(d, masks));
    this.#masks = masks;
  }

  get whoHangsOn(): readonly Safe[] {
    const { outcome, pack, compiled, deciding } = this;
    return (this.#who ??= outcome === undefined ? [] : whoHangsOn(pack, compiled, this.#masks, deciding));
  }

  get hangsOn(): readonly Safe[] {
    const { possible, pack, compiled } = this;
    return (this.#open ??= possible.length > 1 ? hangsOn(pack, compiled.route, this.#masks) : []);
  }
}

function whoHangsOn(
  pack: CompiledPack,
  { deciders }: CompiledQuestion,
  masks: Masks,
  deciding: readonly (boolean | undefined)[],
): readonly Safe[] {
  const open = deciders.filter((_, i) => deciding[i] === undefined);
  return open.length === 0 ? [] : [...new Set(hangOn(pack, open, masks))];
}

/** The ends that remain, in the order of the pack; all of them where the answers cannot all be right, for then nothing is settled. */
function possibleOf(own: ReadyQuestion, masks: Masks): string[] {
  const possible = endsOf(own, masks).flatMap((end) => named(end, own, masks));
  return possible.length > 1 ? possible.sort(inOrder(own)) : possible;
}

function endsOf({ route, compiled }: ReadyQuestion, masks: Masks): string[] {
  const only = straight(route, masks);
  if (only !== undefined && only !== IMPOSSIBLE) return [String(only)];
  const ends = possibleEnds(route, masks);
  return [...(ends.size > 0 ? ends : outcomes(compiled.route, []))].map(String);
}

/** An end in the words of the contract; rules that clash leave every outcome they name possible. */
function named(end: string, { rules }: ReadyQuestion, masks: Masks): string[] {
  if (end === NOT_IN_PLAY) return ['not_in_play'];
  if (end === GAP) return ['silent'];
  if (end !== CONFLICT) return [end];
  return rules.filter(({ holds }) => truthOf(holds, masks) !== false).map(({ outcome }) => outcome);
}

function stateOf(possible: readonly string[], { question }: CompiledQuestion): QuestionState {
  const [only] = possible;
  if (possible.length !== 1 || only === undefined) return 'undecided';
  if (only === 'not_in_play') return 'not_in_play';
  return only === 'silent' || question.outcomes[only]?.silent ? 'silent' : 'settled';
}

function clausesOf(rules: readonly ReadyRule[], possible: readonly string[]): Safe[] {
  const found: Safe[] = [];
  for (const { outcome, clauses } of rules) {
    if (!possible.includes(outcome)) continue;
    for (const clause of clauses) if (!found.includes(clause)) found.push(clause);
  }
  return found;
}

/** Outcomes in the order in which the pack names them, and what is no outcome after them. */
function inOrder({ order }: ReadyQuestion): (a: string, b: string) => number {
  const rank = (outcome: string): number => (order.indexOf(outcome) + order.length + 1) % (order.length + 1);
  return (a, b) => rank(a) - rank(b);
}
