import { outcomes, straight } from '../../logic/walks.ts';
import { known, names, type Safe } from '../../messages/safe.ts';
import { CONFLICT, type CompiledPack, type CompiledQuestion, GAP, NOT_IN_PLAY } from '../../policy/compile/compiled.ts';
import type { QuestionResult, QuestionState } from './assessment.ts';
import { hangOn, hangsOn, IMPOSSIBLE, type Masks, overPossible, possibleEnds, truthIn } from './project.ts';

/** What a pack says on each of its questions, for what is known. */
export function assessQuestions(pack: CompiledPack, masks: Masks): QuestionResult[] {
  return pack.questions.map((question) => assessQuestion(pack, question, masks));
}

function assessQuestion(pack: CompiledPack, compiled: CompiledQuestion, masks: Masks): QuestionResult {
  const possible = endsOf(pack, compiled, masks).flatMap((end) => named(end, pack, compiled, masks));
  if (possible.length > 1) possible.sort(inOrder(compiled));
  const state = stateOf(possible, compiled);
  const outcome = possible.length === 1 ? possible[0] : undefined;
  const rules =
    outcome === undefined || state === 'not_in_play'
      ? []
      : compiled.rules.filter((r) => r.rule.outcome === outcome && truthIn(pack, r.holds, masks));
  return new AssessedQuestion(pack, compiled, masks, state, outcome, possible, rules);
}

/** What is said on a question; what it hangs on is worked out only for who asks. */
class AssessedQuestion implements QuestionResult {
  readonly id: Safe;
  readonly rules: readonly string[];
  readonly clauses: readonly Safe[];
  readonly deciding: readonly (boolean | undefined)[];
  readonly #masks: Masks;
  #open: readonly Safe[] | undefined;
  #who: readonly Safe[] | undefined;

  constructor(
    readonly pack: CompiledPack,
    readonly compiled: CompiledQuestion,
    masks: Masks,
    readonly state: QuestionState,
    readonly outcome: string | undefined,
    readonly possible: readonly string[],
    rules: CompiledQuestion['rules'],
  ) {
    this.id = known(compiled.id);
    this.rules = rules.map((r) => r.id);
    this.clauses = clausesOf(compiled, possible, rules.length > 0 ? rules : undefined);
    this.deciding = compiled.deciders.map((d) => truthIn(pack, d, masks));
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

/** The ends that remain; all of them where the answers cannot all be right, for then nothing is settled. */
function endsOf(pack: CompiledPack, { route }: CompiledQuestion, masks: Masks): string[] {
  const d = overPossible(pack, route);
  const only = straight(d, masks);
  if (only !== undefined && only !== IMPOSSIBLE) return [String(only)];
  const ends = possibleEnds(d, masks);
  return [...(ends.size > 0 ? ends : outcomes(route, []))].map(String);
}

/** An end in the words of the contract; rules that clash leave every outcome they name possible. */
function named(end: string, pack: CompiledPack, compiled: CompiledQuestion, masks: Masks): string[] {
  if (end === NOT_IN_PLAY) return ['not_in_play'];
  if (end === GAP) return ['silent'];
  if (end !== CONFLICT) return [end];
  return compiled.rules.filter((r) => truthIn(pack, r.holds, masks) !== false).map((r) => r.rule.outcome);
}

function stateOf(possible: readonly string[], { question }: CompiledQuestion): QuestionState {
  const [only] = possible;
  if (possible.length !== 1 || only === undefined) return 'undecided';
  if (only === 'not_in_play') return 'not_in_play';
  return only === 'silent' || question.outcomes[only]?.silent ? 'silent' : 'settled';
}

function clausesOf(compiled: CompiledQuestion, possible: readonly string[], rules = compiled.rules): Safe[] {
  const clauses: string[] = [];
  for (const { rule } of rules) {
    if (!possible.includes(rule.outcome)) continue;
    for (const clause of rule.clauses) if (!clauses.includes(clause)) clauses.push(clause);
  }
  return names(clauses);
}

/** Outcomes in the order in which the pack names them. */
function inOrder({ question }: CompiledQuestion): (a: string, b: string) => number {
  const order = Object.keys(question.outcomes);
  const rank = (outcome: string): number => (order.indexOf(outcome) + order.length + 1) % (order.length + 1);
  return (a, b) => rank(a) - rank(b);
}
